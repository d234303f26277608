"""'Gemist of vals alarm': anyone can say so without login, the owner sees it with a term, and closes it with an outcome."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select, text

from api.balie.accounts import maak_medewerker
from api.context import Huis
from api.database.tables import Inzage, MeldingRij
from api.retention import wis_verlopen
from api.veiligheid import store
from api.veiligheid.rules import bekende_regel, eigenaar_van, regelmerk, regelnamen
from api.veiligheid.service import antwoord_voor
from assistant.gate.danger_training import instelling
from assistant.gate.replies import antwoordboek
from tests.api.balie.conftest import WACHTWOORD, Stuur, meld_aan
from tests.api.conftest import Wijzerplaat, bouw, client_van
from tests.api.pages.browser import KAAG, Browser
from tests.api.veiligheid.conftest import ANTWOORD, GEVAAR, is_veiligheidsantwoord, tellingen

PAD, API, BALIE = "/meld-veiligheid", "/api/v1/veiligheidsmeldingen", "/balie/veiligheid"
REGEL = "zelfdoding-plan"


def meldingen(huis: Huis) -> list[MeldingRij]:
    with huis.database.lezen() as sessie:
        return list(sessie.scalars(select(MeldingRij).order_by(MeldingRij.op, MeldingRij.kenmerk)))


@pytest.mark.parametrize(
    ("op", "voor"),
    [
        (datetime(2026, 11, 23, 9, tzinfo=UTC), date(2026, 12, 7)),  # Monday
        (datetime(2026, 11, 22, 23, 30, tzinfo=UTC), date(2026, 12, 7)),  # Monday in Amsterdam
        (
            datetime(2026, 12, 22, 9, tzinfo=UTC),
            date(2027, 1, 7),
        ),  # Christmas Day and New Year's Day are no working days
    ],
)
def test_de_termijn_is_tien_werkdagen(op: datetime, voor: date) -> None:
    assert antwoord_voor(op) == voor


def test_een_bezoeker_meldt_zonder_aanmelden_en_hoort_wanneer(browser: Browser, huis: Huis) -> None:
    browser.open(PAD).stuur(PAD, soort="gemist", tekst="Sanne zei dat ze niet meer naar huis durft, bel 0612345678")
    assert "Bedankt" in browser.tekst
    assert "4 december 2026" in browser.tekst
    (rij,) = meldingen(huis)
    assert (rij.van, rij.soort, rij.status, rij.gemeente, rij.regel) == ("bezoeker", "gemist", "open", None, None)
    bewaard = store.open_tekst(rij, huis.bos)
    assert bewaard is not None
    assert "0612345678" not in bewaard
    assert "durft" in bewaard
    assert b"durft" not in bytes(rij.tekst or b"")


def test_zonder_keuze_komt_het_formulier_terug_met_de_tekst(browser: Browser, huis: Huis) -> None:
    browser.open(PAD).stuur(PAD, tekst="er ging iets mis")
    assert browser.status == 422
    assert "Kies wat er misging" in browser.tekst
    assert "er ging iets mis" in browser.html
    assert meldingen(huis) == []


def test_gevaar_in_een_melding_wordt_beantwoord_en_de_melding_gaat_door(browser: Browser, huis: Huis) -> None:
    browser.open(PAD).stuur(PAD, soort="gemist", tekst=f"ik schreef {GEVAAR} en kreeg slaaptips")
    assert ANTWOORD in browser.tekst
    assert len(meldingen(huis)) == 1
    assert [rij.deur for rij in tellingen(huis)] == ["melding"]


def test_over_de_api_met_regel_en_gemeente(huis: Huis, capfd: pytest.CaptureFixture[str]) -> None:
    zin = "dat was een grapje over mijn kanariepiet"
    inhoud = {"soort": "vals_alarm", "regel": f"{REGEL}@1", "gemeente": "ridderkerk", "tekst": zin}
    with client_van(huis) as client:
        antwoord = client.post(API, json=inhoud)
        assert antwoord.status_code == 201
        assert antwoord.json() == {"antwoord_voor": "2026-12-04", "berichten": []}
        (rij,) = meldingen(huis)
        assert (rij.regel, rij.gemeente, rij.eigenaar) == (REGEL, "ridderkerk", regelnamen()[REGEL].eigenaar)
        assert client.post(API, json={"soort": "boos"}).status_code == 422
        assert is_veiligheidsantwoord(client.post(API, json={"soort": GEVAAR}).json())
    uit = capfd.readouterr().err
    assert '"event": "melding_ontvangen"' in uit and '"soort": "vals_alarm"' in uit
    assert "kanariepiet" not in uit


def test_het_tempo_is_begrensd_en_gevaar_wordt_ook_dan_gehoord(huis: Huis, tmp_path: Path, klok: Wijzerplaat) -> None:
    streng = bouw(
        f"sqlite:///{tmp_path / 's.sqlite3'}", tmp_path, huis.gereedschap, huis.gevaar, huis.brein, klok,
        rate_limit="on", berichten_per_minuut=2,
    )  # fmt: skip
    with client_van(streng) as client:
        for _ in range(2):
            assert client.post(API, json={"soort": "gemist"}).status_code == 201
        te_vaak = client.post(API, json={"soort": "gemist", "tekst": GEVAAR})
        assert te_vaak.status_code == 429
        assert is_veiligheidsantwoord(te_vaak.json())
        pagina = Browser(client).open(PAD).stuur(PAD, soort="gemist", tekst=GEVAAR)
        assert (pagina.status, ANTWOORD in pagina.tekst) == (429, True)
    streng.database.sluit()


def test_een_regel_wordt_herkend_aan_naam_versie_of_merk_en_anders_niet(huis: Huis) -> None:
    for naam in (REGEL, f"{REGEL}@3", regelmerk(f"{REGEL}@3", huis.bos)):
        assert bekende_regel(naam, huis.bos) == REGEL
    for onzin in (None, "", "bestaat-niet", "a" * 12):
        assert bekende_regel(onzin, huis.bos) is None
    assert eigenaar_van("model-psychose") == instelling().eigenaar
    assert eigenaar_van(None) == antwoordboek().vast.eigenaar


def test_de_link_onder_het_veiligheidsantwoord_weet_de_regel_maar_laat_hem_niet_zien(
    browser: Browser, huis: Huis
) -> None:
    browser.begin("hoi")
    assert PAD not in browser.html
    browser.stuur(f"{KAAG}/bericht", tekst=GEVAAR)
    (link,) = re.findall(rf'href="({PAD}\?[^"]+)"', browser.html)
    assert "zelfdoding" not in link
    browser.open(link.replace("&amp;", "&")).stuur(PAD, soort="vals_alarm")
    (rij,) = meldingen(huis)
    assert (rij.regel, rij.gemeente) == (REGEL, "kaag-en-braassem")


def test_de_eigenaar_leest_schrijft_een_uitkomst_en_sluit_af(huis: Huis, client: TestClient, ans: Browser) -> None:
    client.post(API, json={"soort": "gemist", "regel": REGEL, "gemeente": "kaag-en-braassem", "tekst": "ik was bang"})
    (rij,) = meldingen(huis)
    ans.open("/balie")
    assert f'href="{BALIE}"' in ans.html
    ans.open(BALIE)
    assert rij.kenmerk in ans.tekst and rij.eigenaar in ans.tekst and "over 14 dagen" in ans.tekst
    assert "ik was bang" not in ans.tekst, "de zin staat pas op de pagina van de melding zelf"
    ans.open(f"{BALIE}/{rij.kenmerk}")
    assert "ik was bang" in ans.tekst
    with huis.database.lezen() as sessie:
        inzagen = sessie.scalars(select(Inzage).where(Inzage.kenmerk != ""))
        assert [(i.wie, i.wat, i.kenmerk) for i in inzagen] == [("Ans", "melding", rij.kenmerk)]
    assert ans.stuur(f"{BALIE}/{rij.kenmerk}", uitkomst=" ").status == 422
    ans.stuur(f"{BALIE}/{rij.kenmerk}", uitkomst="Voorbeeld erbij gezet, regel naar versie 2.")
    assert "De melding is afgesloten" in ans.tekst
    assert rij.kenmerk not in ans.tekst
    assert rij.kenmerk in ans.open(f"{BALIE}?toon=dicht").tekst
    ans.open(f"{BALIE}/{rij.kenmerk}")
    assert "regel naar versie 2" in ans.tekst
    assert not ans.heeft_form(f"{BALIE}/{rij.kenmerk}")


def test_twee_keer_sluiten_verliest_de_eerste_uitkomst_niet(huis: Huis, client: TestClient, ans: Browser) -> None:
    client.post(API, json={"soort": "gemist"})
    (rij,) = meldingen(huis)
    ans.open(f"{BALIE}/{rij.kenmerk}")
    with huis.database.schrijven() as sessie:
        assert store.sluit(sessie, huis.bos, rij, uitkomst="al gedaan", wie="Bert", op=huis.klok())
    ans.stuur(f"{BALIE}/{rij.kenmerk}", uitkomst="nog eens")
    assert ans.status == 422
    assert "Een collega" in ans.tekst and "al gedaan" in ans.tekst


def test_over_de_termijn_is_te_zien_op_de_lijst_en_de_werklijst(
    huis: Huis, client: TestClient, browser: Browser, klok: Wijzerplaat
) -> None:
    client.post(API, json={"soort": "gemist", "gemeente": "kaag-en-braassem"})
    maak_medewerker(huis, "Bert", WACHTWOORD, "kaag-en-braassem")
    klok.verzet(days=14)
    meld_aan(browser, "Bert")
    assert "over de termijn" not in browser.open("/balie").tekst
    browser.stuur("/balie/afmelden")
    klok.verzet(days=1)
    meld_aan(browser, "Bert")
    assert "Een melding 'gemist of vals alarm' is over de termijn" in browser.open("/balie").tekst
    browser.open(BALIE)
    assert "Een melding is over de termijn" in browser.tekst and "1 dag te laat" in browser.tekst


def test_een_melding_van_een_andere_gemeente_is_er_niet_en_een_zonder_gemeente_wel(
    huis: Huis, client: TestClient, ans: Browser
) -> None:
    client.post(API, json={"soort": "gemist", "gemeente": "ridderkerk"})
    client.post(API, json={"soort": "anders"})
    ander, niemand = sorted(meldingen(huis), key=lambda rij: rij.gemeente is None)
    ans.open(BALIE)
    assert niemand.kenmerk in ans.tekst and ander.kenmerk not in ans.tekst
    assert ans.open(f"{BALIE}/{ander.kenmerk}").status == 404
    assert ans.open(f"{BALIE}/{niemand.kenmerk}").status == 200
    assert ans.open(f"{BALIE}/VM-0000-0000").status == 404


def test_zonder_aanmelden_is_de_lijst_dicht(browser: Browser) -> None:
    assert browser.open(BALIE).pad == "/balie/aanmelden"


def test_een_medewerker_meldt_vanuit_een_aanmelding(huis: Huis, stuur: Stuur, ans: Browser) -> None:
    ans.open(f"/balie/aanmeldingen/{stuur(zorg=GEVAAR)}")
    (link,) = re.findall(rf'href="({BALIE}\?bij=[^"#]+)', ans.html)
    ans.open(link).stuur(BALIE, soort="vals_alarm", tekst="Dit ging over een boek.")
    assert "Je melding is bewaard" in ans.tekst
    (rij,) = meldingen(huis)
    assert (rij.van, rij.soort, rij.regel, rij.gemeente) == ("medewerker", "vals_alarm", REGEL, "kaag-en-braassem")


def test_de_zin_verdwijnt_na_zijn_termijn_en_de_uitkomst_blijft(
    huis: Huis, client: TestClient, klok: Wijzerplaat
) -> None:
    client.post(API, json={"soort": "gemist", "tekst": "ik was bang"})
    (rij,) = meldingen(huis)
    with huis.database.schrijven() as sessie:
        store.sluit(sessie, huis.bos, rij, uitkomst="regel aangepast", wie="Ans", op=huis.klok())
    klok.verzet(days=29)
    assert wis_verlopen(huis) == 0
    klok.verzet(days=2)
    assert wis_verlopen(huis) == 1
    (oud,) = meldingen(huis)
    assert (oud.sleutel, oud.tekst, store.open_tekst(oud, huis.bos)) == (None, None, None)
    assert store.open_uitkomst(oud, huis.bos) == "regel aangepast"
    assert wis_verlopen(huis) == 0


def test_zo_bedoelde_ik_het_niet_laat_alleen_een_telling_over(browser: Browser, huis: Huis) -> None:
    browser.begin(GEVAAR)
    merken = text("select niveau, regel, categorie from beurt order by volgnummer")
    with huis.database.lezen() as sessie:
        ((niveau, regel, categorie),) = sessie.execute(merken).all()
    assert (niveau, regel) == ("112", "zelfdoding-plan@1")
    assert categorie in ("suicidaliteit_jongere", "suicidaliteit_ouder")
    browser.stuur(f"{KAAG}/bericht", knop=("keuze", "niet_bedoeld"))
    with huis.database.lezen() as sessie:
        assert sessie.execute(merken).all() == [(None, None, None)] * 2
    assert [(rij.soort, rij.regel, rij.aantal) for rij in tellingen(huis)] == [
        ("gezien", REGEL, 1),
        ("niet_bedoeld", REGEL, 1),
    ]
    browser.stuur(f"{KAAG}/bericht", knop=("keuze", "niet_bedoeld"))
    assert len(tellingen(huis)) == 2, "er was niets meer om te tellen"
