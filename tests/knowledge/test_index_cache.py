"""The index on disk gives the same answers, and a damaged or older one is built anew."""

from __future__ import annotations

from knowledge.index_cache import zoeker_voor

VRAGEN = ("mijn peuter slaapt niet", "hij wordt gepest op school", "krijgen we een pgb", "qwzx")


def uitkomsten(zoeker):
    return [[(t.artikel.id, t.score) for t in zoeker.zoek(vraag, leeftijd=4)] for vraag in VRAGEN]


def test_bewaarde_index_geeft_dezelfde_antwoorden(kennis, tmp_path):
    artikelen = kennis.geldig[:60]
    gebouwd = zoeker_voor(artikelen, {}, tmp_path)
    (bestand,) = tmp_path.iterdir()
    moment = bestand.stat().st_mtime_ns
    assert (
        uitkomsten(zoeker_voor(artikelen, {}, tmp_path))
        == uitkomsten(gebouwd)
        == uitkomsten(zoeker_voor(artikelen, {}, None))
    )
    assert bestand.stat().st_mtime_ns == moment, "de tweede keer is er gelezen, niet gebouwd"


def test_veranderde_inhoud_krijgt_een_nieuwe_index_en_de_oude_gaat_weg(kennis, tmp_path):
    zoeker_voor(kennis.geldig[:20], {}, tmp_path)
    (oud,) = tmp_path.iterdir()
    anders = [kennis.geldig[0].model_copy(update={"titel": "Iets heel anders"}), *kennis.geldig[1:20]]
    zoeker_voor(anders, {}, tmp_path)
    (nieuw,) = tmp_path.iterdir()
    assert nieuw != oud


def test_beschadigde_index_wordt_opnieuw_gebouwd(kennis, tmp_path):
    artikelen = kennis.geldig[:20]
    goed = uitkomsten(zoeker_voor(artikelen, {}, tmp_path))
    (bestand,) = tmp_path.iterdir()
    bestand.write_bytes(bestand.read_bytes()[:1000])
    assert uitkomsten(zoeker_voor(artikelen, {}, tmp_path)) == goed


def test_een_map_die_niet_te_schrijven_is_kost_alleen_tijd(kennis, tmp_path):
    geen_map = tmp_path / "bestand"
    geen_map.write_text("")
    assert zoeker_voor(kennis.geldig[:5], {}, geen_map).zoek("slapen")
