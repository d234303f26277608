"""The real server on a port of its own, with the real model, and a real Chromium."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from api.settings import ROOT
from tests.api.balie.oidc.conftest import aanbieder as naar_provider
from tests.api.balie.oidc.conftest import instellen
from tests.api.balie.oidc.provider import Provider, draai
from tests.missing import ontbreekt

WACHTTIJD = 180
"""Seconds a server may take before it is ready, on a machine that does other work too."""
BUREAU, TELEFOON, SMAL = (1280, 900), (390, 844), (320, 640)
GEDULD_MS = 20_000
expect.set_options(timeout=GEDULD_MS)


@dataclass(frozen=True)
class Server:
    """Where the server is, the account of the balie, the port of another site that may show the chat, and the provider where
    staff of the gemeente can sign in."""

    url: str
    naam: str
    wachtwoord: str
    data: Path
    gast: int
    aanbieder: Provider


def vrije_poort() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@pytest.fixture(scope="session")
def aanbieder() -> Iterator[Provider]:
    """Where staff of a gemeente sign in: to a browser another site than the balie."""
    with draai(Provider(vraagt=True, persoon={"sub": "b1", "name": "Bo", "roles": ["jgt-alles"]}), "localhost") as een:
        yield een


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, model_map: Path, aanbieder: Provider) -> Iterator[Server]:
    """One server for all tests of a worker."""
    with draaiende_server(tmp_path_factory.mktemp("gegevens"), model_map, aanbieder) as een:
        yield een


@contextlib.contextmanager
def draaiende_server(data: Path, model_map: Path, aanbieder: Provider) -> Iterator[Server]:
    """`voordeur serve`, ready to answer; stopped at the end."""
    poort = vrije_poort()
    shutil.copytree(model_map, data / "model")
    for bewaard in (ROOT / "gegevens").glob("*/*.npz"):  # what ./run has learnt already, so that it is not learnt again
        (data / bewaard.parent.name).mkdir(exist_ok=True)
        shutil.copy(bewaard, data / bewaard.parent.name)
    gast = vrije_poort()
    omgeving = os.environ | {"VOORDEUR_DATA": str(data), "VOORDEUR_PORT": str(poort), "VOORDEUR_RATE_LIMIT": "off"}
    omgeving |= {"VOORDEUR_INBEDDEN": json.dumps([f"http://127.0.0.1:{gast}"])}
    omgeving |= {"VOORDEUR_OIDC_BESTAND": str(instellen(data, naar_provider(aanbieder, gemeente="kaag-en-braassem")))}
    uitvoer = (data / "uitvoer.txt").open("w")
    proces = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "api.cli", "serve"],
        cwd=ROOT,
        env=omgeving,
        stdout=uitvoer,
        stderr=uitvoer,
    )
    url = f"http://127.0.0.1:{poort}"
    try:
        _wacht(url, proces, data / "uitvoer.txt")
        yield Server(url, "demo", (data / "demo-wachtwoord").read_text().strip(), data, gast, aanbieder)
    finally:
        proces.terminate()
        proces.wait(20)


def _wacht(url: str, proces: subprocess.Popen[bytes], uitvoer: Path) -> None:
    with httpx.Client(transport=httpx.HTTPTransport(retries=0)) as client:
        uiterlijk = time.monotonic() + WACHTTIJD
        while time.monotonic() < uiterlijk:
            with contextlib.suppress(httpx.TransportError):
                if client.get(f"{url}/gezond/klaar", timeout=5).status_code == 200:
                    return
            with contextlib.suppress(subprocess.TimeoutExpired):
                proces.wait(0.1)
                raise AssertionError("de server stopte: " + uitvoer.read_text())
    raise AssertionError("de server werd niet op tijd klaar: " + uitvoer.read_text())


def chromium_pad() -> str | None:
    """Where Chromium is on this machine."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium. Not longer than a module: Playwright keeps an event loop running in this thread,
    in which no other test could call `asyncio.run`."""
    pad = chromium_pad()
    if pad is None:
        ontbreekt("er is geen chromium op deze machine; ./test installeert hem als root")
    with sync_playwright() as p:
        browser = p.chromium.launch(
            executable_path=pad,
            args=["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
        )
        yield browser
        browser.close()


@pytest.fixture(params=[BUREAU, TELEFOON], ids=["bureau", "telefoon"])
def page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A page on a desktop, and on a phone; what the page complains about fails the test."""
    breed, hoog = request.param
    context = chromium.new_context(viewport={"width": breed, "height": hoog}, locale="nl-NL")
    context.set_default_timeout(GEDULD_MS)
    pagina = context.new_page()
    fouten: list[str] = []
    pagina.on("pageerror", lambda fout: fouten.append(str(fout)))
    pagina.on("console", lambda bericht: fouten.append(bericht.text) if bericht.type == "error" else None)
    yield pagina
    context.close()
    assert not fouten
