"""Help nearby, before and beside the JGT."""

from __future__ import annotations

import pytest

from actions.kaarten import Kaart, VoorzieningKaart
from actions.nearby import ActieInDeBuurt, ActieNietGeholpen, gevraagd, passend, wat_kost_dat
from knowledge.base import Kennisbank
from tests.actions.hulp import ETEN, GEMEENTE, GEREEDSCHAP, SLAPEN, STAL, ids, keuzes, situatie, vind

BUURT, NIET_GEHOLPEN = ActieInDeBuurt(GEREEDSCHAP), ActieNietGeholpen(GEREEDSCHAP)


def _plekken(kaarten: list[Kaart]) -> list[str]:
    return [kaart.id for kaart in kaarten if isinstance(kaart, VoorzieningKaart)]


def test_wat_past_wordt_aangevuld_met_algemene_steun() -> None:
    assert [plek.id for plek in passend(situatie(), onderwerp="slapen")] == ["peutergroep", "slaapcursus", "oudercafe"]
    assert [plek.id for plek in passend(situatie(), onderwerp="eten", aantal=2)] == ["peutergroep", "oudercafe"]
    assert [plek.id for plek in passend(situatie(kind_leeftijd={"jaren": 9}), onderwerp="slapen")] == [
        "oudercafe",
        "maatje",
    ]
    assert [plek.id for plek in passend(situatie(kern={"id": "west"}), onderwerp="eten")] == ["maatje"]
    assert passend(situatie(gemeente=STAL), onderwerp="slapen") == []


def test_de_vraag_zelf_bepaalt_wat_er_in_de_buurt_wordt_gezocht() -> None:
    uitkomst = BUURT.doe(situatie("is er iets over eten", kennis=vind((ETEN, 0.6)), onderwerp="slapen"))
    assert _plekken(uitkomst.kaarten) == ["peutergroep", "oudercafe", "maatje"]
    assert (uitkomst.route, uitkomst.onderwerp, uitkomst.slots["wacht_op"]) == ("sociale_basis", "eten", "helpt")
    assert ids(uitkomst.kaarten)[0] == "buurt"
    assert keuzes(uitkomst.kaarten) == ["geholpen", "niet_geholpen"]


def test_een_vage_vraag_neemt_het_onderwerp_van_het_gesprek_en_anders_algemene_steun() -> None:
    vaag = vind((ETEN, 0.1))
    assert BUURT.doe(situatie("iets te doen?", kennis=vaag, onderwerp="slapen")).onderwerp == "slapen"
    zonder = BUURT.doe(situatie("iets te doen?", kennis=vaag))
    assert (zonder.onderwerp, _plekken(zonder.kaarten)) == ("steun-in-de-buurt", ["oudercafe", "maatje"])


def test_een_knop_zoekt_over_het_onderwerp_van_het_gesprek() -> None:
    assert BUURT.doe(situatie("", onderwerp="eten")).onderwerp == "eten"


def test_waar_niets_is_wijst_de_weg_naar_het_jgt() -> None:
    uitkomst = BUURT.doe(situatie("iets te doen?", gemeente=STAL))
    assert ids(uitkomst.kaarten) == ["buurt_leeg", "contact"]
    assert uitkomst.slots["wacht_op"] == "aanmelden"


def test_niet_geholpen_toont_eerst_de_buurt_en_biedt_het_jgt_aan() -> None:
    uitkomst = NIET_GEHOLPEN.doe(situatie(onderwerp="slapen"))
    assert ids(uitkomst.kaarten)[0] == "niet_geholpen_buurt"
    assert _plekken(uitkomst.kaarten) == ["peutergroep", "slaapcursus", "oudercafe"]
    assert keuzes(uitkomst.kaarten) == ["wil_aanmelden", "nee", "wil_mens"]
    assert uitkomst.route == "sociale_basis"
    assert (uitkomst.slots["wacht_op"], uitkomst.slots["aangeboden"]) == ("aanmelden", ["buurt", "jgt"])


def test_de_tweede_keer_niet_geholpen_gaat_het_over_het_jgt_alleen() -> None:
    uitkomst = NIET_GEHOLPEN.doe(situatie(onderwerp="slapen", aangeboden=["buurt", "jgt"]))
    assert ids(uitkomst.kaarten) == ["niet_geholpen_jgt", "contact", "keuzes"]
    assert uitkomst.route == "overdracht"


def test_wie_al_iets_vertelde_krijgt_ook_zonder_onderwerp_eerst_de_buurt() -> None:
    uitkomst = NIET_GEHOLPEN.doe(situatie(verhaal=["het gaat niet goed thuis"]))
    assert _plekken(uitkomst.kaarten) == ["oudercafe", "maatje"]
    assert uitkomst.route == "sociale_basis"


def test_zonder_onderwerp_wordt_er_niets_willekeurigs_getoond() -> None:
    assert _plekken(NIET_GEHOLPEN.doe(situatie()).kaarten) == []


def test_een_jongere_krijgt_eigen_woorden() -> None:
    jong, oud = (NIET_GEHOLPEN.doe(situatie(rol=rol)).kaarten[0] for rol in ("jongere", "ouder"))
    assert jong != oud
    assert SLAPEN.id not in str(jong)


@pytest.mark.parametrize(
    ("tekst", "naam"),
    [
        ("ik zoek een maatje voor mijn zoon", "Maatje"),
        ("is er een moskee die iets doet", "Kerken"),
        ("wat doet welzijn op recept", "Welzijn op Recept"),
        ("is er een bieb of bibliotheek", "Bibliotheek"),
        ("wanneer is het jongerenwerk open", "Jongerenwerk"),
    ],
)
def test_wie_iets_bij_naam_of_soort_noemt_vindt_het(kennis: Kennisbank, tekst: str, naam: str) -> None:
    s = situatie(tekst, kennis=kennis, gemeente=kennis.gemeente("kaag-en-braassem"))
    assert any(plek.voorziening.naam.startswith(naam) for plek in gevraagd(s))


def test_wie_niets_bij_naam_noemt_krijgt_wat_bij_het_onderwerp_hoort(kennis: Kennisbank) -> None:
    s = situatie("is er hulp voor ouders in de buurt", kennis=kennis, gemeente=kennis.gemeente("kaag-en-braassem"))
    assert gevraagd(s) == []


def test_een_naam_zonder_tijd_zegt_dat_de_tijd_er_niet_staat(kennis: Kennisbank) -> None:
    s = situatie("wanneer is het themacafé", kennis=kennis, gemeente=kennis.gemeente("kaag-en-braassem"))
    kaarten = BUURT.doe(s).kaarten
    assert ids(kaarten)[0] == "plek_genoemd"
    assert _plekken(kaarten) == ["themacafe"]
    assert "plek_zonder_tijd" in ids(kaarten)


def test_wie_het_nummer_van_een_hulplijn_vraagt_krijgt_de_kaart(kennis: Kennisbank) -> None:
    s = situatie("nummer van de politie zonder spoed", kennis=kennis, gemeente=kennis.gemeente("kaag-en-braassem"))
    uitkomst = BUURT.doe(s)
    assert ids(uitkomst.kaarten)[:2] == ["hulplijn_gevonden", "hulplijn"]
    assert uitkomst.route == "praktisch"


@pytest.mark.parametrize(("rol", "route"), [("professional", "consult"), (None, "sociale_basis")])
def test_de_contactpersoon_van_de_eigen_school_staat_er_met_zijn_dagen(
    kennis: Kennisbank, rol: str | None, route: str
) -> None:
    gemeente = kennis.gemeente("kaag-en-braassem")
    s = situatie(
        "wie hoort bij [school]", kennis=kennis, gemeente=gemeente, rol=rol,
        contactpersoon="demo-school-de-verzonnen-vlieger",
    )  # fmt: skip
    uitkomst = BUURT.doe(s)
    assert uitkomst.route == route
    assert "woensdag" in str(uitkomst.kaarten[0])


def test_een_onbekende_contactpersoon_wordt_niet_verzonnen(kennis: Kennisbank) -> None:
    s = situatie("wie van jullie hoort bij onze school", kennis=kennis, gemeente=kennis.gemeente("ridderkerk"))
    assert ids(BUURT.doe(s).kaarten)[0] == "contactpersoon_onbekend"
    assert "contact" in ids(BUURT.doe(s).kaarten)


def test_na_de_buurt_leidt_niet_genoeg_naar_het_jgt() -> None:
    getoond = BUURT.doe(situatie("iets te doen?"))
    assert "buurt" in getoond.slots["aangeboden"]
    assert _plekken(NIET_GEHOLPEN.doe(situatie("", **dict(getoond.slots))).kaarten) == []


def test_wat_voor_deze_leeftijd_niet_bestaat_staat_er_met_de_leeftijd_bij(kennis: Kennisbank) -> None:
    gemeente = kennis.gemeente("kaag-en-braassem")
    s = situatie("is er een koffieochtend", kennis=kennis, gemeente=gemeente, kind_leeftijd={"jaren": 9.0})
    kaart = next(kaart for kaart in BUURT.doe(s).kaarten if isinstance(kaart, VoorzieningKaart))
    assert (kaart.id, kaart.voor_wie) == ("inloop-voor-ouders", "0 tot en met 4 jaar")


def test_kost_dat_geld_gaat_over_wat_er_net_stond() -> None:
    vers = [plek.naam for plek in GEMEENTE.sociale_kaart][:1]
    uitkomst = wat_kost_dat(situatie("kost dat geld", buurt_vers=vers))
    assert uitkomst is not None
    assert ids(uitkomst.kaarten)[0] == "kosten_plek"
    assert vers[0] in getattr(uitkomst.kaarten[0], "tekst", "")
    assert wat_kost_dat(situatie("kost dat geld")) is None
    assert (
        wat_kost_dat(situatie("wat kost hulp van het team voor ons gezin eigenlijk per keer", buurt_vers=vers)) is None
    )
