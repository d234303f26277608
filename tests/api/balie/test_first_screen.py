"""What an employee sees first, what can never be mistaken for what the family reads, and the sheet for the overleg."""

from __future__ import annotations

import re

import pytest

from api.aanmelding import service
from api.context import Huis
from api.veiligheid.quotes import kernvraag
from tests.api.balie.case import Zaak, familie, logboek, rij_van
from tests.api.balie.conftest import Stuur
from tests.api.pages.browser import Browser

GEVAAR = "Mijn man slaat me en de kinderen zien het. Hoe krijg ik rust?"
ALLES = {
    "zorg": GEVAAR,
    "kind_leeftijd": "4 jaar",
    "gemeente_inschrijving_kind": "Kaag en Braassem",
    "wie_weten_ervan": "Opa weet het.",
    "veilig_te_benaderen": "Opa wel.",
    "gezag_volgens_melder": "beide ouders",
    "wie_helpt_al": "De buurvrouw.",
    "contact": {"voicemail_ok": False, "wanneer": ["ochtend"], "tolk": "Pools"},
}


def op_volgorde(tekst: str, delen: list[str]) -> bool:
    plekken = [tekst.index(deel) for deel in delen]
    return plekken == sorted(plekken)


def test_de_volgorde_is_die_waarin_men_moet_weten(ans: Browser, stuur: Stuur) -> None:
    tekst = ans.open(f"/balie/aanmeldingen/{stuur(**ALLES)}").tekst
    eerst = ["Spreek geen voicemail in", "Bellen is veilig", "06 00000012", "Ochtend", "Pools"]
    dan = ["Vertel niets uit deze aanmelding", "Contact uiterlijk", "Nog niet geprobeerd", "Hoe krijg ik rust?"]
    daarna = ["Mijn man slaat me", "4 jaar", "staat ingeschreven", "Opa weet het.", "Opa wel.", "niet gecontroleerd"]
    inhoud = tekst[tekst.index("Aanmelding VD") :]
    begin = inhoud[inhoud.index("Spreek geen") :]
    assert op_volgorde(begin, [*eerst, *dan, *daarna, "De buurvrouw.", "Het hele verhaal", "Logboek"])


def test_is_bellen_onveilig_dan_staat_dat_boven_de_voicemail(ans: Browser, stuur: Stuur) -> None:
    html = ans.open(f"/balie/aanmeldingen/{stuur(contact={'veilig_bellen': False, 'voicemail_ok': False})}").html
    kaart = html[html.index('class="kaart bellen') :]
    assert op_volgorde(kaart, ["bellen--nee", ">Niet bellen<", "Spreek geen voicemail in", "Toon het nummer"])


@pytest.mark.parametrize(
    ("velden", "verwacht"),
    [
        ({"zorg": "Het gaat niet. Wat kan ik doen? Ik ben op."}, "Wat kan ik doen?"),
        ({"zorg": "Hij slaapt niet.", "wens": "We hopen op rust."}, "We hopen op rust."),
        ({"zorg": "Hij slaapt niet. Hij is moe."}, "Hij slaapt niet."),
        ({"zorg": "Wij willen graag hulp van iemand"}, "Wij willen graag hulp van iemand"),
        ({}, ""),
    ],
)
def test_de_vraag_is_een_hele_zin_van_het_gezin_zelf(velden: dict[str, str], verwacht: str) -> None:
    assert kernvraag(velden) == verwacht


def test_een_notitie_ziet_er_anders_uit_en_zegt_wie_haar_leest(ans: Browser, stuur: Stuur) -> None:
    zaak = Zaak(ans, stuur())
    zaak.doe("notitie", tekst="Alleen voor ons")
    zaak.doe("bericht", tekst="Voor jullie")
    regels = re.findall(r'<li class="logboek__regel logboek__regel--(\w+)">(.*?)</li>', ans.html, re.DOTALL)
    gelezen = {("collega's" if "merkje--collega" in html else "gezin", soort) for soort, html in regels}
    assert gelezen == {("gezin", "bericht"), ("collega's", "notitie"), ("gezin", "jij")}
    for action, lezer in (("notitie", "Het gezin leest dit niet"), ("bericht", "Het gezin leest dit op")):
        formulier = ans.html[ans.html.index(f'action="{zaak.pad}/{action}"') :]
        assert lezer in formulier[: formulier.index("</form>")]


def test_een_notitie_verandert_nooit_en_gaat_weg_met_de_aanmelding(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    zaak = Zaak(ans, kenmerk)
    zaak.doe("notitie", tekst="Eerste indruk")
    zaak.doe("notitie", tekst="Verbeterd")
    assert [tekst for _, soort, tekst in logboek(huis, kenmerk) if soort == "notitie"] == ["Eerste indruk", "Verbeterd"]
    assert "indruk" not in familie(huis, kenmerk)
    service.wis_op_verzoek(huis, rij_van(huis, kenmerk), wie="Ans")
    assert "indruk" not in ans.open(zaak.pad).html
    assert [tekst for _, _, tekst in logboek(huis, kenmerk) if tekst] == []


def test_het_overlegblad_heeft_doelen_hulp_en_buurt_en_de_vragen_van_de_gemeente(
    ans: Browser, huis: Huis, stuur: Stuur, monkeypatch: pytest.MonkeyPatch
) -> None:
    vragen = tuple(f"Vraag {nummer} van de gemeente" for nummer in range(1, 6))
    met = huis.gemeente("kaag-en-braassem").model_copy(update={"reflectievragen": vragen})
    monkeypatch.setattr(type(huis), "gemeente", lambda zelf, naam: met)
    zaak = Zaak(ans, stuur(**ALLES, wens="Rust thuis.", al_geprobeerd="School.", aangeboden="Oudercafé, past niet."))
    zaak.doe("notitie", tekst="Alleen voor ons")
    tekst = ans.open(f"{zaak.pad}/print").tekst
    for deel in (*vragen, "Rust thuis.", "School.", "De buurvrouw.", "Oudercafé, past niet.", "Spreek geen voicemail"):
        assert deel in tekst
    assert "Alleen voor ons" not in tekst, "het blad kan op tafel blijven liggen"


def test_zonder_vragen_van_de_gemeente_is_er_ruimte_voor_afspraken(
    ans: Browser, huis: Huis, stuur: Stuur, monkeypatch: pytest.MonkeyPatch
) -> None:
    zonder = huis.gemeente("kaag-en-braassem").model_copy(update={"reflectievragen": ()})
    monkeypatch.setattr(type(huis), "gemeente", lambda zelf, naam: zonder)
    tekst = ans.open(f"/balie/aanmeldingen/{stuur()}/print").tekst
    assert "Afspraken" in tekst and "Vragen van de gemeente" not in tekst
