"""What visitors of these tests do more than once: open the chat, say something, fill in and send an aanmelding."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Server

GEMEENTE = "kaag-en-braassem"
ZORG = "Onze zoon van 3 komt elke avond zijn bed uit. We zijn op."
INGEVULD = {"Je naam": "Robin", "Waar wil je hulp bij": ZORG, "Telefoonnummer": "06 12345678"}
WIDGET = "document.querySelector('voordeur-chat').shadowRoot.querySelector('voordeur-paneel').shadowRoot"


def knop(page: Page, naam: str) -> Locator:
    return page.get_by_role("button", name=naam, exact=True)


def open_chat(page: Page, server: Server, gemeente: str = GEMEENTE) -> None:
    page.goto(f"{server.url}/demo/{gemeente}")
    knop(page, "Stel je vraag").click()
    expect(page.get_by_text("Ik ben een computer, geen mens")).to_be_visible()


def zeg(page: Page, tekst: str) -> None:
    page.get_by_label("Je bericht").fill(tekst)
    page.get_by_label("Je bericht").press("Enter")


def open_aanmelding(page: Page, server: Server) -> None:
    """From a question in the widget to the form."""
    open_chat(page, server)
    zeg(page, "onze zoon van 3 komt elke avond zijn bed weer uit")
    knop(page, "Niet genoeg").click()
    knop(page, "Ja, graag").click()
    expect(page.get_by_text("In welk dorp of welke wijk")).to_be_visible()
    zeg(page, "leimuiden")
    knop(page, "Vul de aanmelding in").click()
    expect(page.get_by_role("heading", name="Je aanmelding", exact=True)).to_be_focused()


def veld(page: Page, label: str) -> Locator:
    """The field, on its own step where the screen is that of a phone."""
    gezocht = page.get_by_label(label)
    while not gezocht.is_visible():
        volgende_stap(page)
    return gezocht


def vul_in(page: Page) -> None:
    """What has to be filled in, up to the last part of the form."""
    for label, waarde in INGEVULD.items():
        veld(page, label).fill(waarde)
    while knop(page, "Volgende").is_visible():
        volgende_stap(page)


def volgende_stap(page: Page) -> None:
    voortgang = page.locator("#voortgang")
    eerst = voortgang.inner_text()
    knop(page, "Volgende").click()
    expect(voortgang).not_to_have_text(eerst)


def kijk_na(page: Page) -> None:
    knop(page, "Kijk na wat we sturen").click()
    expect(page.get_by_role("heading", name="Dit sturen we")).to_be_visible()


def verstuur(page: Page) -> None:
    knop(page, "Versturen").click()
    expect(page.get_by_role("heading", name="Je aanmelding is verstuurd")).to_be_visible()


def meld_aan_bij_balie(page: Page, server: Server, naam: str | None = None, wachtwoord: str | None = None) -> None:
    page.goto(f"{server.url}/balie")
    page.get_by_label("Naam", exact=True).fill(naam or server.naam)
    page.get_by_label("Wachtwoord").fill(wachtwoord or server.wachtwoord)
    knop(page, "Meld je aan").click()
