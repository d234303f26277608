"""The pictures in docs/beeld, made again from the real server: `python -m tests.bench.pictures [--uit docs/beeld]`."""

from __future__ import annotations

import re
import sys
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx
from playwright.sync_api import Browser, Page, expect, sync_playwright

from api.settings import Settings
from tests.api.balie.oidc.provider import Provider, draai
from tests.browser.conftest import GEDULD_MS, SMAL, TELEFOON, Server, chromium_pad, draaiende_server
from tests.browser.hulp import (
    GEMEENTE,
    kijk_na,
    knop,
    meld_aan_bij_balie,
    open_aanmelding,
    open_chat,
    verstuur,
    vul_in,
    zeg,
)

BREED = 1560
VELDEN = {
    "rol": "ouder",
    "naam": "Robin",
    "kern": "leimuiden",
    "zorg": "Mijn man slaat mij en de kinderen zien het. Ik weet niet meer hoe het verder moet.",
    "kind_leeftijd": "6 jaar",
    "contact": {"telefoon": "06 12345678", "veilig_bellen": True, "voicemail_ok": False, "wanneer": ["ochtend"]},
}
BLAD = (
    """<body style="margin:0;display:flex;gap:20px;padding:20px;background:#e9e9ee;align-items:flex-start">{}</body>"""
)
PLAAT = '<img style="flex:1 1 0;min-width:0;width:0;border:1px solid #bbb;border-radius:8px" src="data:image/png;base64,{}">'


@contextmanager
def _blad(browser: Browser, maat: tuple[int, int], **anders: Any) -> Iterator[Page]:
    """A window of this size, gone afterwards."""
    context = browser.new_context(viewport={"width": maat[0], "height": maat[1]}, locale="nl-NL", **anders)
    context.set_default_timeout(GEDULD_MS)
    yield context.new_page()
    context.close()


def _naast_elkaar(browser: Browser, platen: list[bytes], doel: Path) -> None:
    """One picture of several."""
    with _blad(browser, (BREED, 100)) as blad:
        blad.set_content(BLAD.format("".join(PLAAT.format(b64encode(plaat).decode()) for plaat in platen)))
        blad.screenshot(path=doel, full_page=True)


def _gesprek(browser: Browser, server: Server) -> bytes:
    with _blad(browser, (1280, 800)) as blad:
        open_chat(blad, server)
        zeg(blad, "onze zoon van 3 komt elke avond zijn bed weer uit")
        expect(blad.get_by_text("Nagekeken op").first).to_be_visible()
        return blad.screenshot()


def _telefoon(browser: Browser, server: Server) -> list[bytes]:
    """An answer, danger, a step of the aanmelding, what will be sent, and the confirmation."""
    with _blad(browser, TELEFOON) as blad:
        open_chat(blad, server)
        zeg(blad, "onze zoon van 3 komt elke avond zijn bed weer uit")
        expect(blad.get_by_text("Nagekeken op").first).to_be_visible()
        platen = [blad.screenshot()]
    with _blad(browser, TELEFOON) as blad:
        open_chat(blad, server)
        zeg(blad, "mijn man slaat mij en de kinderen")
        expect(blad.get_by_text("Zo bedoelde ik het niet")).to_be_visible()
        platen.append(blad.screenshot())
    with _blad(browser, TELEFOON) as blad:
        open_aanmelding(blad, server)
        platen.append(blad.screenshot())
        vul_in(blad)
        kijk_na(blad)
        platen.append(blad.screenshot())
        verstuur(blad)
        platen.append(blad.screenshot())
    return platen


def _iedereen(browser: Browser, server: Server) -> list[bytes]:
    """Dark, high contrast, narrow with another theme, and without script."""
    platen = []
    for hoe in ({"color_scheme": "dark"}, {"forced_colors": "active"}):
        with _blad(browser, TELEFOON, **hoe) as blad:
            open_chat(blad, server)
            zeg(blad, "ze lust geen groente")
            expect(blad.get_by_text("Nagekeken op").first).to_be_visible()
            platen.append(blad.screenshot())
    with _blad(browser, SMAL) as blad:
        open_chat(blad, server, "ridderkerk")
        zeg(blad, "is er een speelgroep in de buurt")
        expect(knop(blad, "Niet genoeg")).to_be_visible()
        platen.append(blad.screenshot())
    with _blad(browser, TELEFOON, java_script_enabled=False) as blad:
        blad.goto(f"{server.url}/demo/kaag-en-braassem")
        blad.get_by_role("link", name="Open de chat als gewone pagina").first.click()
        blad.get_by_role("textbox").first.fill("ze lust geen groente")
        blad.get_by_role("button", name="Begin het gesprek").click()
        blad.screenshot()  # once it was drawn, the page stands where its address says
        platen.append(blad.screenshot())
    return platen


def _meld_aan(server: Server) -> None:
    """An aanmelding with a sign of danger."""
    with httpx.Client(base_url=f"{server.url}/api/v1", timeout=60) as client:
        inhoud = {"gemeente": GEMEENTE, "velden": VELDEN, "toestemming": {"versturen": True}}
        client.post("/aanmeldingen", json=inhoud, headers={"Idempotency-Key": "plaatje"}).raise_for_status()


def _balie(browser: Browser, server: Server) -> list[bytes]:
    """The worklist and an aanmelding; what the pictures before left there stands in it too."""
    _meld_aan(server)
    with _blad(browser, (1280, 900)) as blad:
        meld_aan_bij_balie(blad, server)
        rij = blad.get_by_role("link", name=re.compile(r"VD-\w{4}-\w{4}")).first
        expect(rij).to_be_visible()
        lijst = blad.screenshot()
        rij.click()
        expect(blad.get_by_text("06 12345678").first).to_be_visible()
        return [lijst, blad.screenshot()]


def main(doel: Path) -> None:
    """Draw all four."""
    leeg = Provider(vraagt=True, persoon={"sub": "b1", "name": "Bo", "roles": ["jgt-alles"]})
    with TemporaryDirectory() as map_, draai(leeg, "localhost") as aanbieder, sync_playwright() as spel:
        browser = spel.chromium.launch(executable_path=chromium_pad(), args=["--no-sandbox"])
        with draaiende_server(Path(map_), Settings().modellen, aanbieder) as server:
            (doel / "gesprek.png").write_bytes(_gesprek(browser, server))
            _naast_elkaar(browser, _telefoon(browser, server), doel / "telefoon.png")
            _naast_elkaar(browser, _iedereen(browser, server), doel / "iedereen.png")
            _naast_elkaar(browser, _balie(browser, server), doel / "balie.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[sys.argv.index("--uit") + 1]) if "--uit" in sys.argv else Path("docs/beeld"))
