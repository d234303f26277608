"""Found by a mark, which lives exactly as long as what it was made of, and goes along with the master key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import delete, func, select, update

from api import rotation, upkeep
from api.aanmelding import reindexing, search_marks, service
from api.aanmelding.search_marks import Soort, merken, met_merk
from api.context import Huis
from api.crypto import Sleutelbos
from api.database.search_tables import Zoekmerk
from api.database.tables import AanmeldingRij
from api.retention import wis_verlopen
from api.wiping import wis_opnieuw
from tests.api.balie.case import rij_van
from tests.api.balie.conftest import Stuur, huis, naprater, overal, stuur, stuur_naar
from tests.api.beheer.conftest import Beheer, opdracht
from tests.api.conftest import Wijzerplaat

__all__ = ["huis", "naprater", "opdracht", "overal", "stuur"]
KAAG = "kaag-en-braassem"
NUMMER = "+31600000012"


def gevonden(huis: Huis, soort: Soort, waarde: str, gemeente: str = KAAG) -> set[str]:
    """The kenmerken that have this mark."""
    ids = met_merk(merken(huis.bos, gemeente, soort, waarde))
    with huis.database.lezen() as sessie:
        return set(sessie.scalars(select(AanmeldingRij.kenmerk).where(AanmeldingRij.id.in_(ids))))


def aantal(huis: Huis) -> int:
    with huis.database.lezen() as sessie:
        return int(sessie.scalar(select(func.count()).select_from(Zoekmerk)) or 0)


def test_elke_aanmelding_is_te_vinden_op_nummer_adres_en_achternaam(overal: Huis) -> None:
    stuur = stuur_naar(overal)
    een = stuur(naam="Sanne de Vries", contact={"email": "Sanne@Voorbeeld.nl"})
    twee = stuur(naam="Joris van Dam-Smit")
    assert gevonden(overal, "telefoon", NUMMER) == {een, twee}
    assert gevonden(overal, "email", "sanne@voorbeeld.nl") == {een}
    assert gevonden(overal, "achternaam", "vries") == {een}
    for naam in ("dam smit", "dam", "smit"):
        assert gevonden(overal, "achternaam", naam) == {twee}
    for deel in ("vri", "vrie", "sanne", "de"):
        assert gevonden(overal, "achternaam", deel) == set(), "nooit op een deel"


def test_in_een_andere_gemeente_is_hetzelfde_nummer_een_ander_merk(huis: Huis, stuur: Stuur) -> None:
    stuur()
    assert gevonden(huis, "telefoon", NUMMER, "ridderkerk") == set()


def test_er_staat_niets_leesbaars_in_de_tabel(huis: Huis, stuur: Stuur) -> None:
    stuur(naam="Sanne de Vries", contact={"email": "sanne@voorbeeld.nl"})
    with huis.database.lezen() as sessie:
        rijen = list(sessie.scalars(select(Zoekmerk)))
    assert {rij.soort for rij in rijen} >= {"telefoon", "email", "achternaam"}
    assert all(len(rij.merk) == 64 and int(rij.merk, 16) for rij in rijen)
    assert merken(huis.bos, KAAG, "achternaam", "vries")[0] != huis.bos.merk(f"achternaam:{KAAG}:vries")


def test_een_nieuw_nummer_neemt_de_plaats_van_het_oude_in(huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    service.wijzig(huis, rij_van(huis, kenmerk), {"contact": {"telefoon": "06 99999999"}})
    assert gevonden(huis, "telefoon", "+31699999999") == {kenmerk}
    assert gevonden(huis, "telefoon", NUMMER) == set()


def test_intrekken_en_verlopen_nemen_de_merken_mee(overal: Huis, klok: Wijzerplaat) -> None:
    stuur = stuur_naar(overal)
    terug, oud = stuur(), stuur()
    service.trek_in(overal, rij_van(overal, terug))
    assert gevonden(overal, "telefoon", NUMMER) == {oud}
    with overal.database.schrijven() as sessie:
        sessie.execute(update(AanmeldingRij).where(AanmeldingRij.kenmerk == oud).values(status="afgesloten"))
    klok.verzet(days=400)
    wis_verlopen(overal)
    assert aantal(overal) == 0


def test_een_teruggezette_rij_verliest_haar_merken_weer(huis: Huis, stuur: Stuur, klok: Wijzerplaat) -> None:
    rij = rij_van(huis, stuur())
    with huis.database.schrijven() as sessie:
        wis_opnieuw(sessie, [("aanmelding", rij.id)], klok())
    assert aantal(huis) == 0


def test_rijen_van_voor_de_merken_krijgen_ze_bij_het_onderhoud(overal: Huis, monkeypatch: pytest.MonkeyPatch) -> None:
    stuur = stuur_naar(overal)
    kenmerken = {stuur() for _ in range(3)}
    with overal.database.schrijven() as sessie:
        sessie.execute(delete(Zoekmerk))
        sessie.execute(update(AanmeldingRij).values(zoek_van=None))
    assert gevonden(overal, "telefoon", NUMMER) == set()
    monkeypatch.setattr(reindexing, "PER_KEER", 2)
    assert "zoekmerken" in upkeep.doe_wat_moet(overal)
    assert gevonden(overal, "telefoon", NUMMER) == kenmerken
    assert reindexing.werk_bij(overal) == 0


def test_wat_niet_te_openen_is_houdt_de_rest_niet_op(huis: Huis, stuur: Stuur) -> None:
    stuk, heel = stuur(), stuur()
    with huis.database.schrijven() as sessie:
        sessie.merge(rij_van(huis, stuk)).sleutel = b"x" * 60
        sessie.execute(delete(Zoekmerk))
        sessie.execute(update(AanmeldingRij).values(zoek_van=None))
    assert reindexing.werk_bij(huis) == 1
    assert gevonden(huis, "telefoon", NUMMER) == {heel}


def test_bij_een_sleutelwissel_is_alles_steeds_te_vinden_en_daarna_met_de_oude_niets(
    huis: Huis, stuur: Stuur, opdracht: Beheer
) -> None:
    kenmerk, oud = stuur(), Sleutelbos.open(None, huis.settings.data)
    opdracht("sleutel", "nieuw")
    onderweg = replace(huis, bos=Sleutelbos.open(None, huis.settings.data))
    assert gevonden(onderweg, "telefoon", NUMMER) == {kenmerk}, "met het merk van de oude"
    vers = stuur_naar(onderweg)()
    assert gevonden(onderweg, "telefoon", NUMMER) == {kenmerk, vers}
    for plek in rotation.PLEKKEN:
        for _ in rotation._blokken(onderweg, plek, rotation.Stand(), schrijven=True):
            pass
    assert "nog niet te vinden" in opdracht("sleutel", "klaar", einde=1).output
    opdracht("sleutel", "wissel")
    opdracht("sleutel", "klaar")
    klaar = replace(huis, bos=Sleutelbos.open(None, huis.settings.data))
    assert gevonden(klaar, "telefoon", NUMMER) == {kenmerk, vers}
    assert gevonden(replace(huis, bos=oud), "telefoon", NUMMER) == set()


def test_een_lege_aanmelding_heeft_geen_merken(huis: Huis, stuur: Stuur) -> None:
    rij = rij_van(huis, stuur())
    with huis.database.schrijven() as sessie:
        search_marks.zet(sessie, huis.bos, rij, {})
    assert aantal(huis) == 0
