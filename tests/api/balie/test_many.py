"""With many aanmeldingen: the worklist asks as much of the database for a full page as for an empty one, and by an index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event, text

from api.balie.accounts import maak_medewerker
from api.balie.worklist import PER_BLAD
from api.context import Huis
from api.crypto import Kluis
from tests.api.balie.conftest import WACHTWOORD, meld_aan
from tests.api.conftest import client_van
from tests.api.pages.browser import Browser
from tests.bench.balie.fill import GEMEENTE, Vuller

AANTAL = 2000
HOOGUIT = 20
GROOT = ("aanmelding", "logboek", "zoekmerk", "levering", "beurt", "inzage")
LIJSTEN = ("", "toon=te_laat", "toon=dicht", "toon=dicht&blad=9", "team=jgt-ridderkerk-noord", "zoek=VD-7K", "blad=3")
LEEG = "kern=bestaat-niet"
Vraag = tuple[str, Any]


@contextmanager
def gevraagd(huis: Huis) -> Iterator[list[Vraag]]:
    """Everything that the database is asked."""
    vragen: list[Vraag] = []

    def onthoud(_: Any, __: Any, vraag: str, waarden: Any, *___: Any) -> None:
        vragen.append((vraag, waarden))

    event.listen(huis.database.engine, "before_cursor_execute", onthoud)
    yield vragen
    event.remove(huis.database.engine, "before_cursor_execute", onthoud)


@pytest.fixture
def vol(overal: Huis) -> Huis:
    Vuller(overal, deel_open=0.3).vul(AANTAL)
    maak_medewerker(overal, "Ans", WACHTWOORD, GEMEENTE)
    if not overal.database.is_sqlite:
        with overal.database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as verbinding:
            verbinding.execute(text("analyze"))
    return overal


def test_de_werklijst_vraagt_niet_per_rij_en_leest_niet_de_hele_tabel(
    vol: Huis, monkeypatch: pytest.MonkeyPatch
) -> None:
    geopend: list[str] = []
    open_ = Kluis.open

    def tel(self: Kluis, gesloten: bytes, veld: str) -> bytes:
        geopend.append(veld)
        return open_(self, gesloten, veld)

    monkeypatch.setattr(Kluis, "open", tel)
    with client_van(vol) as client, gevraagd(vol) as vragen:
        ans = meld_aan(Browser(client), "Ans")
        aantallen = {}
        for lijst in (LEEG, *LIJSTEN):
            vragen.clear()
            geopend.clear()
            assert ans.open(f"/balie?{lijst}").status == 200
            assert len(geopend) <= PER_BLAD
            aantallen[lijst] = len(vragen)
            assert not [plan for vraag in list(vragen) for plan in _leest_alles(vol, *vraag)]
    assert len(geopend) == PER_BLAD, "de laatste bladzijde was vol"
    assert max(aantallen.values()) <= min(aantallen["blad=3"], HOOGUIT), (
        "een volle bladzijde vraagt niet meer dan een andere"
    )
    assert aantallen["blad=3"] - aantallen[LEEG] <= 6


def _leest_alles(huis: Huis, vraag: str, waarden: Any) -> list[str]:
    """The parts of the plan that read a whole large table."""
    if not vraag.lstrip().lower().startswith("select"):
        return []
    with huis.database.engine.connect() as verbinding:
        if huis.database.is_sqlite:
            regels = [rij[3] for rij in verbinding.exec_driver_sql(f"explain query plan {vraag}", waarden)]
            return [r for r in regels if re.match(rf"SCAN ({'|'.join(GROOT)})(_\d+)?$", r)]
        verbinding.exec_driver_sql("set local enable_seqscan = off")  # two thousand rows are not worth an index to it
        regels = [rij[0] for rij in verbinding.exec_driver_sql(f"explain {vraag}", waarden)]
        return [r for r in regels if re.search(rf"Seq Scan on ({'|'.join(GROOT)})\b", r)]
