"""What is measured: an employee at the balie, and a visitor of the chat, over HTTP, one request after another."""

from __future__ import annotations

import json
import random
import re
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

import httpx

from tests.api.pages.browser import Browser
from tests.bench.balie.fill import GEMEENTE

WACHTWOORD = "een-lang-wachtwoord"
Doe = Callable[[], None]


@dataclass
class Tijden:
    """How long it took each time, in milliseconds: as the employee waits, and as the server works (its processor time)."""

    ms: list[float] = field(default_factory=list)
    werk: list[float] = field(default_factory=list)

    def regel(self) -> str:
        delen = " ".join(f"p{int(p * 100)} {percentiel(self.ms, p):6.0f}" for p in (0.5, 0.95, 0.99))
        werk = f"p50 {percentiel(self.werk, 0.5):4.0f} p95 {percentiel(self.werk, 0.95):4.0f}"
        return f"{delen} ms; rekentijd {werk} ms  ({len(self.ms)} keer)"


def percentiel(waarden: list[float], p: float) -> float:
    """So much of them is not above this."""
    return sorted(waarden)[min(len(waarden) - 1, int(p * len(waarden)))]


def rekentijd(pid: int) -> float:
    """Milliseconds of processor time that all threads of this process have had: a busy machine does not change it much."""
    draden = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(draad.read_text().split()[0]) for draad in draden) / 1e6


def meet(bezoeken: dict[str, Doe], keer: int, pid: int, kiem: int = 1) -> dict[str, Tijden]:
    """Everything so many times, in an order that mixes them."""
    rij = [naam for naam in bezoeken for _ in range(keer)]
    random.Random(kiem).shuffle(rij)
    for doe in bezoeken.values():
        doe()
    tijden = {naam: Tijden() for naam in bezoeken}
    for naam in rij:
        werk, begin = rekentijd(pid), perf_counter()
        bezoeken[naam]()
        tijden[naam].ms.append((perf_counter() - begin) * 1000)
        tijden[naam].werk.append(rekentijd(pid) - werk)
    return tijden


def meld_aan(adres: str, naam: str) -> httpx.Client:
    """A browser in which this employee is signed in."""
    http = httpx.Client(base_url=adres, timeout=60, follow_redirects=True)
    browser = Browser(http)  # type: ignore[arg-type]
    browser.open("/balie").stuur("/balie/aanmelden", naam=naam, wachtwoord=WACHTWOORD)
    assert browser.pad == "/balie", f"{naam} kwam niet binnen"
    return http


def bezoeken(http: httpx.Client, wie: str, kenmerken: list[str], zoeken: dict[str, list[str]]) -> dict[str, Doe]:
    """The worklist over its filters, and an aanmelding found and opened by kenmerk."""
    laatste, laatste_dicht = _bladen(http), _bladen(http, "toon=dicht")
    lijsten = {
        "open": "", "te laat": "toon=te_laat", "afgerond": "toon=dicht", "een team": "team=jgt-ridderkerk-noord",
        "blad 5": f"blad={min(5, laatste)}", "laatste blad": f"blad={laatste}",
        "laatste blad afgerond": f"toon=dicht&blad={laatste_dicht}",
        "begin van een kenmerk": "zoek=VD-7K",
    }  # fmt: skip
    doe = {f"werklijst {wie}, {naam}": _lijst(http, vraag) for naam, vraag in lijsten.items()}
    doe[f"openen op kenmerk {wie}"] = _opener(http, kenmerken)
    for soort, waarden in zoeken.items():
        doe[f"zoeken {wie}, {soort}"] = _zoeker(http, waarden)
    return doe


def _haal(http: httpx.Client, pad: str) -> str:
    antwoord = http.get(pad)
    assert antwoord.status_code == 200, f"{antwoord.status_code} op {pad.partition('?')[0]}"
    return antwoord.text


def _bladen(http: httpx.Client, vraag: str = "") -> int:
    gevonden = re.search(r"Bladzijde \d+ van (\d+)", _haal(http, f"/balie?{vraag}"))
    return int(gevonden[1]) if gevonden else 1


def _lijst(http: httpx.Client, vraag: str) -> Doe:
    return lambda: _moet(_haal(http, f"/balie?gemeente={GEMEENTE}&{vraag}"), 'id="lijst"')


def _opener(http: httpx.Client, kenmerken: list[str]) -> Doe:
    """The whole kenmerk in the one search field, and the page of that aanmelding."""
    om = _om_en_om(kenmerken)

    def doe() -> None:
        kenmerk = next(om)
        _moet(_haal(http, f"/balie?zoek={kenmerk}"), f"/balie/aanmeldingen/{kenmerk}/")

    return doe


def _zoeker(http: httpx.Client, waarden: list[str]) -> Doe:
    """What somebody says on the telephone, in the one search field."""
    browser, om = Browser(http), _om_en_om(waarden)  # type: ignore[arg-type]
    browser.open("/balie")
    csrf = next(waarde for naam, waarde in browser.form("/balie/zoek").velden if naam == "csrf")

    def doe() -> None:
        antwoord = http.post("/balie/zoek", data={"csrf": csrf, "zoek": next(om)})
        assert antwoord.status_code == 200, antwoord.status_code
        _moet(antwoord.text, "/balie/aanmeldingen/VD-")

    return doe


def _om_en_om(waarden: list[str]) -> Iterator[str]:
    while True:
        yield from waarden


def _moet(html: str, wat: str) -> None:
    assert wat in html, f"'{wat}' staat niet op de bladzijde"


def gesprek(adres: str) -> dict[str, Doe]:
    """A beurt in a conversation that goes on, with a brain that only repeats."""
    http, pad = httpx.Client(base_url=adres, timeout=60), "/api/v1/gesprekken"
    start: dict[str, Any] = http.post(pad, json={"gemeente": GEMEENTE}).json()
    kop = {"Authorization": f"Bearer {start['token']}"}
    inhoud = json.dumps({"tekst": "mijn zoon van 3 slaapt slecht"})

    def doe() -> None:
        sleutel = {"Idempotency-Key": secrets.token_hex(8)}
        uit = http.post(f"{pad}/{start['id']}/berichten", content=inhoud, headers=kop | sleutel)
        assert uit.status_code == 200, uit.status_code

    return {"een beurt": doe}
