"""What the tests look at in a page as a whole, and walking through it with the keyboard."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

MEESTE_TABS = 60
KIJK = Path(__file__).with_name("kijk.js").read_text().partition("\n")[2].strip()
FOCUS, ERBUITEN, RUIM = (f"{KIJK}.{wat}()" for wat in ("focus", "erbuiten", "ruim"))
ZONDER_RAND, LUISTER = (f"{KIJK}.{wat}()" for wat in ("zonderRand", "luister"))


def tab_naar(page: Page, naam: str, toets: str = "Tab") -> None:
    """Press Tab until the focus is on what has this name; every stop on the way can be seen."""
    for _ in range(MEESTE_TABS):
        page.keyboard.press(toets)
        nu = page.evaluate(FOCUS)
        if nu is None:
            continue
        assert nu["rand"], f"geen rand om {nu['naam']}"
        assert nu["bovenop"], f"niet te zien: {nu['naam']}"
        if nu["naam"].startswith(naam):
            return
    raise AssertionError(f"met {toets} is {naam} niet te bereiken")


def druk_en_wacht(page: Page, naam: str) -> None:
    """Enter on what has the focus; the focus then goes to what has this name, never to nothing."""
    page.keyboard.press("Enter")
    page.wait_for_function(f"naam => ({FOCUS}?.naam ?? '').startsWith(naam)", arg=naam)
