"""Which article, how sure, and what to say when it is not sure."""

from __future__ import annotations

import pytest

from actions.answer import (
    DICHTBIJ,
    HEEL_VREEMD,
    MINIMAAL,
    VERSCHIL,
    VREEMD,
    ZEKER,
    keuzekaart,
    route_van,
    toon,
    vervolgknoppen,
    zoek_antwoord,
)
from actions.kaarten import ArtikelKaart
from tests.actions.hulp import DROMEN, ETEN, GEMEENTE, JGT, KENNIS, PESTEN, PGB, SLAPEN, WACHTTIJD, vind


@pytest.mark.parametrize(
    ("scores", "gelijkenis", "zekerheid"),
    [
        ((ZEKER, 0.49), 0.5, "zeker"),
        ((ZEKER - 0.01, (ZEKER - 0.01) / VERSCHIL), 0.5, "dichtbij"),
        ((ZEKER - 0.01, (ZEKER - 0.01) / VERSCHIL + 0.01), 0.5, "keuze"),
        ((DICHTBIJ, 0.0), 0.5, "dichtbij"),
        ((DICHTBIJ - 0.01, 0.0), 0.5, "keuze"),
        ((MINIMAAL, 0.0), 0.5, "keuze"),
        ((MINIMAAL - 0.01, 0.0), 0.5, "onbegrepen"),
        ((ZEKER - 0.01, 0.0), VREEMD - 0.01, "onbegrepen"),
        ((0.9, 0.0), VREEMD - 0.01, "zeker"),
        ((0.9, 0.0), HEEL_VREEMD - 0.01, "onbegrepen"),
    ],
)
def test_zekerheid_volgt_uit_score_verschil_en_gelijkenis(
    scores: tuple[float, float], gelijkenis: float, zekerheid: str
) -> None:
    antwoord = zoek_antwoord(vind((SLAPEN, scores[0]), (PESTEN, scores[1]), gelijkenis=gelijkenis), "vraag")
    assert antwoord.zekerheid == zekerheid
    assert antwoord.artikel is (SLAPEN if zekerheid in ("zeker", "dichtbij") else None)


def test_twee_artikelen_over_hetzelfde_zijn_geen_reden_om_te_twijfelen() -> None:
    antwoord = zoek_antwoord(vind((SLAPEN, 0.40), (DROMEN, 0.39), (ETEN, 0.1)), "vraag")
    assert (antwoord.zekerheid, antwoord.artikel) == ("dichtbij", SLAPEN)


def test_niets_gevonden_is_niet_begrepen() -> None:
    antwoord = zoek_antwoord(vind(), "vraag")
    assert (antwoord.zekerheid, antwoord.artikel, antwoord.kandidaten) == ("onbegrepen", None, [])


def test_alle_kandidaten_gaan_mee_met_een_score_van_hooguit_een() -> None:
    antwoord = zoek_antwoord(vind((SLAPEN, 1.0001), (PESTEN, 0.2)), "vraag")
    assert [(k.onderwerp, k.artikel, k.score) for k in antwoord.kandidaten] == [
        ("slapen", "slapen/uit-bed", 1.0), ("pesten", "pesten/op-school", 0.2),
    ]  # fmt: skip


def test_met_gegeven_onderwerpen_tellen_alleen_die() -> None:
    antwoord = zoek_antwoord(vind((SLAPEN, 0.9), (WACHTTIJD, 0.3)), "vraag", onderwerpen=("wachttijd",))
    assert antwoord.artikel is WACHTTIJD
    assert [kandidaat.artikel for kandidaat in antwoord.kandidaten] == ["wachttijd/hoe-lang"]


def test_een_echte_vraag_wordt_gevonden() -> None:
    antwoord = zoek_antwoord(KENNIS, "mn peuter komt steeds uit zn bed")
    assert (antwoord.zekerheid, antwoord.artikel) == ("zeker", SLAPEN)


def test_een_keuzekaart_heeft_een_knop_per_onderwerp_en_altijd_een_uitweg() -> None:
    treffers = vind((SLAPEN, 0.3), (DROMEN, 0.29), (PESTEN, 0.2), (ETEN, 0.1), (JGT, 0.1)).zoek("")
    assert [knop.keuze for knop in keuzekaart(treffers).keuzes] == [
        "artikel:slapen/uit-bed", "artikel:pesten/op-school", "artikel:eten/groente", "andere_vraag", "wil_mens",
    ]  # fmt: skip
    assert [knop.label for knop in keuzekaart(treffers, aantal=1).keuzes] == [
        "Mijn kind komt uit bed",
        "Iets anders",
        "Ik wil iemand spreken",
    ]


def test_vervolgvragen_bestaan_en_zijn_nog_niet_getoond() -> None:
    assert [k.keuze for k in vervolgknoppen(SLAPEN, KENNIS, [])] == ["artikel:slapen/dromen", "artikel:eten/groente"]
    assert [k.keuze for k in vervolgknoppen(SLAPEN, KENNIS, ["slapen/dromen"])] == [
        "artikel:eten/groente", "artikel:pesten/op-school",
    ]  # fmt: skip
    assert vervolgknoppen(PESTEN, KENNIS, []) == []


def test_een_vervolgvraag_leidt_nooit_naar_een_verlopen_artikel() -> None:
    met_pgb = SLAPEN.model_copy(
        update={"vervolg": (SLAPEN.vervolg[0].model_copy(update={"artikel": PGB.id}), SLAPEN.vervolg[2])}
    )
    assert [knop.keuze for knop in vervolgknoppen(met_pgb, KENNIS, [])] == ["artikel:eten/groente"]


def test_hulp_regelen_is_praktisch_en_de_rest_kennis() -> None:
    assert route_van(WACHTTIJD, KENNIS) == "praktisch"
    assert route_van(SLAPEN, KENNIS) == "kennis"


def test_een_antwoord_is_een_kaart() -> None:
    (kaart,) = toon(SLAPEN, KENNIS, GEMEENTE)
    assert isinstance(kaart, ArtikelKaart)


def test_een_onderwerp_met_veel_artikelen_verdringt_de_andere_onderwerpen_niet() -> None:
    zelfde = [SLAPEN.model_copy(update={"id": f"slapen/nr-{n}"}) for n in range(8)]
    kennis = vind(*((artikel, 0.5) for artikel in zelfde), (PESTEN, 0.2), (ETEN, 0.1))
    antwoord = zoek_antwoord(kennis, "vraag")
    assert [t.artikel.onderwerp for t in antwoord.treffers] == ["slapen", "slapen", "pesten", "eten"]
    assert len(zoek_antwoord(kennis, "vraag", onderwerpen=["slapen"]).treffers) == 5
