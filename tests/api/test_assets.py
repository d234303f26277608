"""The files of the widget over the line: small enough for an old phone, and all of one version."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from api.assets import STATIC

pytestmark = pytest.mark.rasa
WIDGET = "/static/widget/"
KIB = 1024
MAX_LADER, MAX_ALLES = 10 * KIB, 50 * KIB


def over_de_lijn(client, pad: str) -> int:
    """How many bytes arrive at a browser that accepts gzip."""
    with client.stream("GET", pad, headers={"Accept-Encoding": "gzip"}) as antwoord:
        assert antwoord.status_code == 200
        assert antwoord.headers["content-encoding"] == "gzip"
        return sum(len(deel) for deel in antwoord.iter_raw())


def test_de_lader_en_de_hele_chat_blijven_binnen_hun_grens(client):
    maten = {
        pad.name: over_de_lijn(client, WIDGET + pad.name)
        for pad in (STATIC / "widget").iterdir()
        if pad.suffix in {".js", ".css"}
    }
    assert maten["voordeur.js"] <= MAX_LADER
    assert sum(maten.values()) <= MAX_ALLES


def test_wie_geen_gzip_kent_krijgt_hetzelfde_ongepakt(client):
    kaal = client.get(f"{WIDGET}paneel.js", headers={"Accept-Encoding": "identity"})
    with client.stream("GET", f"{WIDGET}paneel.js", headers={"Accept-Encoding": "gzip"}) as antwoord:
        gepakt = b"".join(antwoord.iter_raw())
    assert "content-encoding" not in kaal.headers
    assert gzip.decompress(gepakt) == kaal.content == Path(STATIC / "widget/paneel.js").read_bytes()


def test_een_browser_vraagt_elke_keer_of_er_een_nieuwe_versie_is(client):
    eerste = client.get(f"{WIDGET}voordeur.js")
    assert eerste.headers["cache-control"] == "no-cache"
    tweede = client.get(f"{WIDGET}voordeur.js", headers={"If-None-Match": eerste.headers["etag"]})
    assert (tweede.status_code, tweede.content) == (304, b"")


def test_alleen_bestanden_gaan_gepakt_geen_pagina_of_antwoord(client):
    for pad in ("/demo/kaag-en-braassem", "/balie/aanmelden", "/api/v1/gemeenten/kaag-en-braassem"):
        assert "content-encoding" not in client.get(pad, headers={"Accept-Encoding": "gzip"}).headers
