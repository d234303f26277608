"""With the noodstop a visitor sees who can be reached, in the widget and without it, and no chat."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from api.settings import ROOT
from tests.browser.conftest import Server
from tests.browser.test_axe import CHAT, GEMEENTE, axe, blad, keur

__all__ = ["axe", "blad"]
pytestmark = [pytest.mark.browser, pytest.mark.rasa, pytest.mark.xdist_group("browser")]


def beheer(server: Server, *woorden: str) -> None:
    """At the command line, beside the server that runs."""
    subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "api.cli", "beheer", *woorden],
        cwd=ROOT,
        env=os.environ | {"VOORDEUR_DATA": str(server.data)},
        check=True,
        capture_output=True,
        timeout=60,
    )


@pytest.fixture
def uit(server: Server) -> Iterator[None]:
    beheer(server, "uitzetten", "--gemeente", GEMEENTE, "--reden", "een proef")
    yield
    beheer(server, "aanzetten", "--gemeente", GEMEENTE)


def test_de_widget_laat_hulplijnen_en_het_team_zien_in_plaats_van_de_chat(
    blad: Page, server: Server, uit: None
) -> None:
    # given a page with the widget, while the chat is off
    blad.goto(f"{server.url}/demo/{GEMEENTE}")
    # when someone opens it
    blad.get_by_role("button", name="Stel je vraag").click()
    # then it says so, with whom to call
    expect(blad.get_by_role("heading", name="De chat is even uit")).to_be_visible()
    expect(blad.get_by_text("Kindertelefoon").first).to_be_visible()
    expect(blad.get_by_text("Jeugd- en Gezinsteam").first).to_be_visible()
    expect(blad.get_by_text("Ik ben een computer, geen mens")).to_have_count(0)


def test_de_pagina_zonder_javascript_is_voor_iedereen_te_gebruiken(
    blad: Page, server: Server, uit: None, axe: str
) -> None:
    blad.goto(f"{server.url}{CHAT}")
    expect(blad.get_by_role("heading", name="De chat is even uit", level=1)).to_be_visible()
    expect(blad.get_by_role("textbox")).to_have_count(0)
    keur(blad, axe)
