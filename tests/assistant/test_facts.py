"""Facts told in passing: what is taken for an age, a kern, a duration or a role, and above all what is not."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.facts import feiten_in

KERNEN: dict[str, dict[str, str]] = {
    naam.lower(): {"id": naam.lower().replace(" ", "-"), "naam": naam}
    for naam in ("Leimuiden", "Oude Wetering", "Nieuwe Wetering", "Kaag", "Roelofarendsveen", "Hoogmade", "Oud Ade",
                 "Rijnsaterwoude", "Slikkerveer", "Wijk West", "Woubrugge")
} | {"kaag en braassem": {}, "de veen": {"id": "roelofarendsveen", "naam": "Roelofarendsveen"}}  # fmt: skip


def _waarden(tekst: str, soort: str) -> list[Any]:
    return [feit.waarde for feit in feiten_in(tekst, KERNEN) if feit.soort == soort]


@pytest.mark.parametrize(
    ("tekst", "jaren", "woorden"),
    [
        ("mijn zoontje van 3 wil niet naar bed", 3, "3 jaar"),
        ("onze peuter van twee bijt", 2, "2 jaar"),
        ("mijn dochter is 7", 7, "7 jaar"),
        ("dochter 14 maandn slaapt niet", 1.17, "14 maanden"),
        ("zoontje van 9 maaanden", 0.75, "9 maanden"),
        ("onze kleuter wordt 5", 5, "5 jaar"),
        ("ik heb een zoontje van anderhalf", 1.5, "anderhalf jaar"),
        ("hij is 4 jaar", 4, "4 jaar"),
        ("ze is bijna 2", 1.9, "bijna 2 jaar"),
        ("een jongetje van 2 op de groep dat bijt", 2, "2 jaar"),
        ("ons dochterke van 6 eet niet", 6, "6 jaar"),
        ("die van mij is 15 en luistert niet", 15, "15 jaar"),
        ("ben 17, woon op kamers", 17, "17 jaar"),
        ("zeventien jaar ben ik", 17, "17 jaar"),
        ("hij is een maand oud", 0.08, "1 maand"),
        ("me zoontje vn bna 4", 3.9, "bijna 4 jaar"),
        ("dochter is haast 12 jaar", 11.9, "bijna 12 jaar"),
        ("onze baby van 6 maanden huilt", 0.5, "6 maanden"),
        ("een baby van 3 weken", 0.06, "3 weken"),
        ("18 maanden oud en praat niet", 1.5, "18 maanden"),
        ("kind van 8,5 jaar", 8.5, "8,5 jaar"),
        ("kind van 2.5", 2.5, "2,5 jaar"),
        ("mn dochter (9) liegt", 9, "9 jaar"),
        ("een 14-jarige puber in huis", 14, "14 jaar"),
        ("mijn 3 jarige gooit met eten", 3, "3 jaar"),
        ("hij is net 11 geworden", 11, "net 11 jaar"),
        ("ik ben 15", 15, "15 jaar"),
        ("baby 7 wkn huilt", 0.13, "7 weken"),
        ("mn dochter vn 3 eet niet", 3, "3 jaar"),
        ("ik heb 13 jaar en woon in Kaag", 13, "13 jaar"),
        ("als ik 18 word, dat is over 2 maanden", 17.9, "bijna 18 jaar"),
        ("ik ben zelf 16 jaar", 16, "16 jaar"),
        ("ik word 13 en mag niks", 13, "13 jaar"),
        ("ze is al 16", 16, "16 jaar"),
        ("mijn tweeling van 4", 4, "4 jaar"),
        ("hij is 3j", 3, "3 jaar"),
        ("8 jr", 8, "8 jaar"),
        ("zoon, 13 jaar, Woubrugge", 13, "13 jaar"),
        ("hij zit in groep 4", 7.5, "groep 4"),
        ("niet groep 5 maar groep 6", 9.5, "groep 6"),
        ("ze zit in de brugklas", 12.5, "brugklas"),
        ("zit in 3 havo", 14.5, "3 havo"),
        ("hij doet de 2e klas over", 13.5, "2e klas"),
        ("vwo 5 en geen zin meer", 16.5, "vwo 5"),
        ("sorry ze is vorige week 13 geworden", 13, "13 jaar"),
        ("en ik zei 11 maar ze is sinds kort 12", 12, "12 jaar"),
        ("leeftijd 17, roelofarendsveen", 17, "17 jaar"),
        ("mn zoontj van 3 wil nit eten", 3, "3 jaar"),
        ("mijn moeder pakt mijn telefoon en ik ben 15 wtf", 15, "15 jaar"),
    ],
)
def test_een_leeftijd_wordt_gelezen_in_jaren_en_in_eigen_woorden(tekst: str, jaren: float, woorden: str) -> None:
    assert _waarden(tekst, "leeftijd") == [{"jaren": jaren, "tekst": woorden}]


@pytest.mark.parametrize(
    "tekst",
    [
        "al 2 jaar ruzie thuis",
        "wij zijn twee jaar geleden gescheiden",
        "de afgelopen 2 jaar",
        "over 3 maanden wordt ze ouder",
        "binnen 2 weken",
        "ik wacht 3 maanden",
        "hij moet een jaar wachten",
        "de wachtlijst is 6 maanden",
        "een wachttijd van 3 maanden",
        "na een relatie van 10 jaar",
        "een leeftijdsverschil van 4 jaar",
        "het duurt nu een maand",
        "hij is vier weken ziek",
        "twee weken vakantie",
        "ik ben 10 jaar getrouwd",
        "hij huilt 2 uur lang",
        "hij slaapt pas om 10 uur",
        "elke nacht 5 keer wakker",
        "ik heb 2 kinderen",
        "mijn kind 2 dagen ziek",
        "van 2 tot 4",
        "op 5 mei",
        "zakgeld van 10 euro",
        "ze kreeg een 4 voor rekenen",
        "een gezin van 5",
        "een klas van 30",
        "de tafel van 9",
        "de helft van 8",
        "doe maar 9 in plaats van 8",
        "ik ben vader van twee",
        "vader van drie kinderen",
        "mag je een kind een tik geven",
        "kan ons kind een tijdje bij oma wonen",
        "een van mijn zorgen",
        "ik ben een beetje moe",
        "een keer per week",
        "ik ben 41 en moeder",
        "mijn vader is 50 jaar",
        "ik ben drie keer verhuisd",
        "stap 3 van de meldcode",
        "1 op de 4",
    ],
)
def test_wat_geen_leeftijd_is_wordt_er_niet_voor_aangezien(tekst: str) -> None:
    assert _waarden(tekst, "leeftijd") == []


def test_twee_kinderen_geven_twee_leeftijden() -> None:
    assert [w["jaren"] for w in _waarden("mijn oudste is 10, de jongste 7", "leeftijd")] == [10, 7]
    assert [w["jaren"] for w in _waarden("6 jaar en 9 jaar", "leeftijd")] == [6, 9]


def test_wie_alleen_een_leeftijd_antwoordt_mag_ouder_zijn_dan_drieentwintig() -> None:
    assert _waarden("25 jaar", "leeftijd") == [{"jaren": 25, "tekst": "25 jaar"}]


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("3", {"jaren": 3, "tekst": "3 jaar"}),
        ("drie", {"jaren": 3, "tekst": "3 jaar"}),
        (" bijna 4.", {"jaren": 3.9, "tekst": "bijna 4 jaar"}),
        ("één", {"jaren": 1, "tekst": "1 jaar"}),
        ("anderhalf!", {"jaren": 1.5, "tekst": "anderhalf jaar"}),
    ],
)
def test_een_kaal_getal_is_een_getal_en_nog_geen_leeftijd(tekst: str, waarde: dict[str, Any]) -> None:
    assert _waarden(tekst, "getal") == [waarde]
    assert _waarden(tekst, "leeftijd") == []


@pytest.mark.parametrize("tekst", ["3 keer", "112", "ik denk 3 of 4", "twintig kinderen", ""])
def test_een_zin_met_een_getal_is_geen_kaal_getal(tekst: str) -> None:
    assert _waarden(tekst, "getal") == []


@pytest.mark.parametrize(
    ("tekst", "kern"),
    [
        ("wij wonen in leimuiden", "leimuiden"),
        ("in Leimuide", "leimuiden"),
        ("LEIMUIDDEN", "leimuiden"),
        ("ik woon in oude weterring", "oude-wetering"),
        ("Oude Wetering, vlak bij de sluis", "oude-wetering"),
        ("nieuwe weteringh", "nieuwe-wetering"),
        ("roelofarensveen", "roelofarendsveen"),
        ("ikke woon in de veen", "roelofarendsveen"),
        ("rijnsaterwould", "rijnsaterwoude"),
        ("slikerveer", "slikkerveer"),
        ("hoogmaade", "hoogmade"),
        ("ik kom uit kaag", "kaag"),
        ("wijk west", "wijk-west"),
        ("wij komen uit Oud Ade", "oud-ade"),
        ("niet in Hoogmade maar in Woubrugge", "woubrugge"),
        ("nee niet leimuiden maar Hoogmade", "hoogmade"),
    ],
)
def test_een_kern_wordt_herkend_ook_met_een_typfout(tekst: str, kern: str) -> None:
    assert [waarde["id"] for waarde in _waarden(tekst, "kern")] == [kern]


@pytest.mark.parametrize(
    "tekst",
    [
        "gemeente Kaag en Braassem",
        "ik woon niet in Leimuiden",
        "daar kan ik mee uit de voeten",
        "de oude buurvrouw klaagt",
        "we gaan op kaagtocht",
        "Amsterdam",
        "in het westen",
        "hij wil oude wegen fietsen",
    ],
)
def test_een_gewoon_woord_of_de_gemeente_zelf_is_geen_kern(tekst: str) -> None:
    assert _waarden(tekst, "kern") == []


def test_zonder_kernen_is_er_geen_kern() -> None:
    assert [feit for feit in feiten_in("ik woon in leimuiden", {}) if feit.soort == "kern"] == []


@pytest.mark.parametrize(
    ("tekst", "duur"),
    [
        ("het speelt sinds de zomer", "sinds de zomer"),
        ("al een half jaar", "al een half jaar"),
        ("sinds hij naar school gaat", "sinds hij naar school gaat"),
        ("het gaat al 3 weken mis", "al 3 weken"),
        ("vanaf september", "vanaf september"),
        ("sinds kort wil ze niet eten", "sinds kort"),
        ("hij slaapt al weken slecht", "al weken"),
        ("al zo'n 2 maanden", "al zo'n 2 maanden"),
        ("al meer dan een jaar ruzie", "al meer dan een jaar"),
        ("dat is al jaren zo", "al jaren"),
    ],
)
def test_een_duur_wordt_in_eigen_woorden_onthouden(tekst: str, duur: str) -> None:
    assert _waarden(tekst, "duur") == [duur]


@pytest.mark.parametrize(
    "tekst",
    [
        "vanaf welke leeftijd mag een telefoon",
        "vanaf wanneer kan dat",
        "vanaf hoe laat kan ik bellen",
        "hij is al groot",
        "ik ben vanaf 17 uur te bereiken",
    ],
)
def test_een_vraag_is_geen_duur(tekst: str) -> None:
    assert _waarden(tekst, "duur") == []


@pytest.mark.parametrize(
    "tekst", ["mijn zoon van 3 jaar slaapt al weken niet, we wonen in leimuide", "ik ben 15", "hij is 4 jaar"]
)
def test_een_feit_wijst_de_woorden_aan_waar_het_staat(tekst: str) -> None:
    feiten = feiten_in(tekst, KERNEN)
    assert feiten
    for feit in feiten:
        stuk = tekst[feit.start : feit.eind]
        assert stuk == stuk.strip() != ""


def test_lange_en_vreemde_tekst_is_geen_probleem() -> None:
    assert feiten_in("9" * 5000 + " jaar " * 500 + "😀\x00", KERNEN) == feiten_in(
        "9" * 5000 + " jaar " * 500 + "😀\x00", KERNEN
    )
