"""The page of the consult: friendly about what must go, the safety reply above the form, and what is sent is what was shown."""

from __future__ import annotations

from sqlalchemy import func, select

from api.consult.store import find_consult, open_consult
from api.context import Huis
from api.database.consult_tables import ConsultRij
from tests.api.pages.browser import KAAG, Browser
from tests.api.veiligheid.conftest import ANTWOORD, GEVAAR
from tests.api.veiligheid.requests import CONSULT

PAD = f"{KAAG}/consult"
INGEVULD = {f"consult_{naam}": waarde for naam, waarde in CONSULT.items()}


def aantal(huis: Huis) -> int:
    with huis.database.lezen() as sessie:
        return int(sessie.scalar(select(func.count()).select_from(ConsultRij)))


def kenmerk_op(browser: Browser) -> str:
    return next(woord for woord in browser.tekst.split() if woord.startswith("VC-"))


def test_wat_aankomt_is_wat_op_de_pagina_stond(huis: Huis, browser: Browser) -> None:
    browser.open(PAD).stuur(PAD, **INGEVULD)
    assert browser.status == 200
    for tekst in ("Je consult is aangevraagd", CONSULT["zin"], CONSULT["organisatie"], "Leimuiden", "Deze week"):
        assert tekst in browser.tekst
    with huis.database.lezen() as sessie:
        rij = find_consult(sessie, kenmerk_op(browser))
    assert open_consult(rij, huis.bos) == CONSULT


def test_de_termijn_staat_er_alleen_als_de_gemeente_hem_invulde(huis: Huis, browser: Browser) -> None:
    browser.open(PAD).stuur(PAD, **INGEVULD)
    assert "We bellen je uiterlijk woensdag 25 november 2026" in browser.tekst
    gemeenten = huis.gereedschap.kennis.nu.gemeenten
    eerder = gemeenten["kaag-en-braassem"]
    gemeenten["kaag-en-braassem"] = eerder.model_copy(update={"consult_binnen_werkdagen": None})
    try:
        browser.open(PAD).stuur(PAD, **INGEVULD)
    finally:
        gemeenten["kaag-en-braassem"] = eerder
    assert "We bellen je zo snel als het kan" in browser.tekst
    assert "uiterlijk" not in browser.tekst


def test_nog_eens_drukken_stuurt_niet_nog_eens(huis: Huis, browser: Browser) -> None:
    form = browser.open(PAD).form(PAD).velden
    data = [(naam, waarde) for naam, waarde in form if naam in ("sleutel", "gezien")] + list(INGEVULD.items())
    eerste = kenmerk_op(browser.post(PAD, data))
    assert (kenmerk_op(browser.post(PAD, data)), aantal(huis)) == (eerste, 1)


def test_een_naam_of_klas_wordt_vriendelijk_teruggevraagd_en_de_regel_blijft_staan(
    huis: Huis, browser: Browser
) -> None:
    zin = "Sem de Vries uit groep 6 heeft vieze kleding"
    browser.open(PAD).stuur(PAD, **INGEVULD | {"consult_zin": zin})
    assert browser.status == 422
    assert "Haal nog even weg" in browser.tekst
    assert "‘groep 6’ (een klas)" in browser.tekst
    assert ("consult_zin", zin) in browser.form(PAD).velden, "nooit stilletjes veranderd"
    assert aantal(huis) == 0
    browser.stuur(PAD, consult_zin="Hoe begin ik erover?")
    assert (browser.status, aantal(huis)) == (200, 1)


def test_bij_gevaar_staat_het_antwoord_boven_het_formulier_en_wie_dat_las_kan_sturen(
    huis: Huis, browser: Browser
) -> None:
    browser.open(PAD).stuur(PAD, **INGEVULD | {"consult_zin": GEVAAR})
    assert ANTWOORD in browser.tekst
    assert "nog niet verstuurd" in browser.tekst
    assert browser.html.index("Lees dit eerst") < browser.html.index(
        '<form method="post" action="/chat/kaag-en-braassem/consult'
    )
    assert aantal(huis) == 0
    browser.stuur(PAD)
    assert (aantal(huis), "Je consult is aangevraagd" in browser.tekst, ANTWOORD in browser.tekst) == (1, True, True)


def test_uit_de_chat_komen_alleen_onderwerp_en_kern_mee(browser: Browser) -> None:
    velden = dict(browser.open(f"{PAD}?onderwerp=pesten&kern=kaag").form(PAD).velden)
    assert (velden["consult_onderwerp"], velden["consult_kern"]) == ("pesten", "kaag")
    velden = dict(browser.open(f"{PAD}?onderwerp=Sem&kern=elders").form(PAD).velden)
    assert velden.get("consult_onderwerp") is None
    assert "Sem" not in browser.html


def test_wie_zijn_plek_invult_ziet_de_vaste_contactpersoon_met_dagen(browser: Browser) -> None:
    browser.open(PAD).stuur(PAD, **INGEVULD | {"consult_organisatie": "De Voorbeeldboom"})
    assert "Pedagoog op het kindcentrum" in browser.tekst
    assert "maandag en donderdag" in browser.tekst


def test_een_andere_site_kan_dit_formulier_niet_sturen(huis: Huis, browser: Browser) -> None:
    browser.open(PAD).stuur(PAD, koppen={"sec-fetch-site": "cross-site"}, **INGEVULD)
    assert (browser.status, aantal(huis)) == (403, 0)


def test_de_weg_naar_veilig_thuis_en_de_meldcode_blijft(browser: Browser) -> None:
    browser.open(PAD)
    assert "Veilig Thuis" in browser.tekst
    assert "/meldcode?gemeente=kaag-en-braassem" in browser.html
