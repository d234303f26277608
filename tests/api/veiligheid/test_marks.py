"""Counting never stands in the way of a reply, and loses nothing when the database is away."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from api.context import Huis
from api.database.engine import DatabaseWeg
from api.veiligheid.marks import Teller, is_zwaarder, merk, uit_merk
from assistant.gate.urgency import Signaal
from tests.api.conftest import client_van
from tests.api.veiligheid.conftest import tellingen

SIGNAAL = Signaal("vandaag", "psychose", "stemmen", 3, ("stemmen",))


def test_een_merk_heen_en_terug_zonder_de_woorden() -> None:
    velden = merk(SIGNAAL)
    assert velden == {"niveau": "vandaag", "regel": "stemmen@3", "categorie": "psychose"}
    terug = uit_merk(**velden)
    assert terug == Signaal("vandaag", "psychose", "stemmen", 3, ())
    assert uit_merk(**merk(None)) is None


@pytest.mark.parametrize(
    ("niveau", "zwaarder"), [(None, True), ("twijfel", True), ("binnenkort", True), ("vandaag", False), ("112", False)]
)
def test_alleen_een_ernstiger_teken_vervangt_het_merk(niveau: str | None, zwaarder: bool) -> None:
    assert is_zwaarder(SIGNAAL, niveau) is zwaarder


def test_gelijke_tekens_zijn_een_regel_en_wat_geschreven_is_telt_niet_nog_eens(huis: Huis) -> None:
    for _ in range(3):
        huis.teller.tel(SIGNAAL, deur="zoeken", nu=huis.klok())
    huis.teller.tel(SIGNAAL, deur="gesprek", nu=huis.klok(), gemeente="ridderkerk")
    assert [(r.deur, r.gemeente, r.aantal, r.versie) for r in tellingen(huis)] == [
        ("zoeken", None, 3, 3),
        ("gesprek", "ridderkerk", 1, 3),
    ]
    assert len(tellingen(huis)) == 2


def test_zonder_database_gaat_geen_telling_verloren(huis: Huis, monkeypatch: pytest.MonkeyPatch) -> None:
    teller = Teller()
    teller.tel(SIGNAAL, deur="zoeken", nu=huis.klok())

    def weg() -> None:
        raise DatabaseWeg("OperationalError")

    with monkeypatch.context() as even:
        even.setattr(huis.database, "schrijven", weg)
        with pytest.raises(DatabaseWeg):
            teller.schrijf_weg(huis.database)
    teller.tel(SIGNAAL, deur="zoeken", nu=huis.klok())
    assert teller.schrijf_weg(huis.database) == 2
    assert teller.schrijf_weg(huis.database) == 0


def test_bij_het_stoppen_wordt_alles_weggeschreven(huis: Huis) -> None:
    with client_van(huis) as client:
        client.get("/api/v1/kennis/zoeken", params={"q": "ik wil vanavond een eind aan mijn leven maken"})
    with huis.database.lezen() as sessie:
        assert sessie.execute(text("select deur, aantal from signaal")).all() == [("zoeken", 1)]
