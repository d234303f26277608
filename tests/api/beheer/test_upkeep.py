"""What the server does by itself: once for all processes together, and only when its time has come."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from actions.context import Gereedschap
from api import retention
from api.aanmelding import service, store
from api.balie import audit
from api.context import Huis
from api.database.engine import Database
from api.database.tables import Gesprek, LogboekRij
from api.retention import list_verlopen, wis_verlopen
from api.upkeep import KLUSSEN, doe_wat_moet, neem_beurt
from api.wiping import list_gewist
from assistant.gate.danger import Gevaarlezer
from tests.api.balie.case import rij_van
from tests.api.balie.conftest import Stuur
from tests.api.beheer.conftest import Beheer, bestaat, gesprek, inzagen
from tests.api.conftest import Wijzerplaat, bouw


def sluit_af(huis: Huis, kenmerk: str) -> None:
    rij = rij_van(huis, kenmerk)
    with huis.database.schrijven() as sessie:
        store.verander(sessie, rij, status="afgesloten")
        store.voeg_toe(sessie, huis.bos, rij, wie="Ans", soort="afgesloten", op=huis.klok(), tekst="Advies gegeven")


def test_wat_over_zijn_termijn_is_gaat_vanzelf_weg_en_de_rest_blijft(
    huis: Huis, stuur: Stuur, klok: Wijzerplaat
) -> None:
    oud, klaar = gesprek(huis), stuur()
    sluit_af(huis, klaar)
    klok.verzet(days=20)
    nieuw, open_ = gesprek(huis), stuur()
    assert doe_wat_moet(huis) == list(KLUSSEN)
    assert bestaat(huis, oud)
    klok.verzet(days=11)
    assert "bewaartermijn" in doe_wat_moet(huis)
    assert not bestaat(huis, oud)
    assert bestaat(huis, nieuw)
    weg = rij_van(huis, klaar)
    assert (weg.sleutel, weg.velden, weg.status) == (None, None, "afgesloten")
    with huis.database.lezen() as sessie:
        assert (
            not sessie.query(LogboekRij)
            .filter(LogboekRij.aanmelding_id == weg.id, LogboekRij.tekst.is_not(None))
            .count()
        )
        assert {(rij.soort, rij.id) for rij in list_gewist(sessie)} == {("gesprek", oud), ("aanmelding", weg.id)}
    assert store.open_velden(rij_van(huis, open_), huis.bos)["naam"] == "Sanne"


def test_het_logboek_zegt_hoeveel_en_waar_en_klopt_nog(huis: Huis, klok: Wijzerplaat) -> None:
    for gemeente in ("ridderkerk", "kaag-en-braassem", "ridderkerk"):
        gesprek(huis, gemeente)
    klok.verzet(days=31)
    assert wis_verlopen(huis) == 3
    assert sorted(inzagen(huis)) == [
        ("Voordeur", "gewist na termijn: 1 gesprek", "kaag-en-braassem"),
        ("Voordeur", "gewist na termijn: 2 gesprekken", "ridderkerk"),
    ]
    with huis.database.lezen() as sessie:
        assert audit.controleer(sessie, huis.bos).breuk is None


def test_elk_uur_een_keer_ook_als_er_meer_processen_zijn(
    huis: Huis, klok: Wijzerplaat, tmp_path: Path, gereedschap: Gereedschap, gevaar: Gevaarlezer, naprater: Any
) -> None:
    ander = huis if huis.database.is_sqlite else bouw(
        huis.database.url.render_as_string(hide_password=False), tmp_path, gereedschap, gevaar, naprater, klok
    )  # fmt: skip
    keer = []
    for _ in range(3):
        klok.verzet(minutes=61)
        with ThreadPoolExecutor(4) as draden:
            beurten = draden.map(doe_wat_moet, [huis, ander, huis, ander])
            keer.append([naam for beurt in beurten for naam in beurt].count("bewaartermijn"))
    klok.verzet(minutes=59)
    assert "bewaartermijn" not in doe_wat_moet(ander)
    assert keer == [1, 1, 1]
    if ander is not huis:
        ander.database.sluit()


def test_een_klok_die_ver_vooruit_stond_houdt_het_opruimen_niet_tegen(huis: Huis, klok: Wijzerplaat) -> None:
    klok.verzet(days=400)
    doe_wat_moet(huis)
    klok.verzet(days=-400)
    assert "bewaartermijn" in doe_wat_moet(huis)
    assert not neem_beurt(huis.database, "bewaartermijn", nu=klok(), elke=KLUSSEN["bewaartermijn"].elke)


def test_een_grote_achterstand_gaat_in_blokken_met_elk_een_regel(
    huis: Huis, klok: Wijzerplaat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "PER_KEER", 4)
    for _ in range(9):
        gesprek(huis)
    klok.verzet(days=31)
    assert wis_verlopen(huis) == 9
    assert [wat for _, wat, _ in inzagen(huis)] == [
        f"gewist na termijn: {n}" for n in ("4 gesprekken",) * 2 + ("1 gesprek",)
    ]


def test_de_sleutel_van_een_gewist_gesprek_staat_nergens_meer_in_de_database(
    huis: Huis, klok: Wijzerplaat, database_url: str
) -> None:
    gewist = gesprek(huis)
    with huis.database.lezen() as sessie:
        sleutel = sessie.get_one(Gesprek, gewist).sleutel
    assert sleutel is not None
    klok.verzet(days=31)
    wis_verlopen(huis)
    if huis.database.is_sqlite:
        huis.database.sluit()
        bestanden = list(Path(huis.settings.data).glob("voordeur.sqlite3*"))
        assert bestanden
        assert all(sleutel not in bestand.read_bytes() for bestand in bestanden)
    with Database(database_url).lezen() as sessie:
        assert sessie.get(Gesprek, gewist) is None


def test_laten_zien_wat_er_zou_gaan_verandert_niets(huis: Huis, opdracht: Beheer, klok: Wijzerplaat) -> None:
    oud = gesprek(huis, "ridderkerk")
    assert "niets over zijn termijn" in opdracht("bewaartermijn").output
    klok.verzet(days=31)
    uit = opdracht("bewaartermijn").output
    assert "over de termijn: 1 gesprek, ridderkerk, oudste van 2026-11-20" in uit
    assert [(t.soort.een, t.gemeente, t.aantal) for t in list_verlopen(huis)] == [("gesprek", "ridderkerk", 1)]
    assert bestaat(huis, oud)
    assert "Gewist: 1." in opdracht("bewaartermijn", "--wis").output
    assert not bestaat(huis, oud)
    assert inzagen(huis) == [("opdrachtregel", "gewist na termijn: 1 gesprek", "ridderkerk")]


def test_wissen_op_verzoek_van_het_gezin(huis: Huis, opdracht: Beheer, stuur: Stuur, tmp_path: Path) -> None:
    kenmerk = stuur()
    opdracht("wissen", kenmerk, invoer="n\n", einde=1)
    assert rij_van(huis, kenmerk).sleutel is not None
    opdracht("wissen", kenmerk.lower(), "--ja")
    weg = rij_van(huis, kenmerk)
    assert (weg.sleutel, weg.status) == (None, "ingetrokken")
    assert [regel.soort for regel in service.lees(huis, weg).logboek] == ["ontvangen", "gewist"]
    assert inzagen(huis) == [("opdrachtregel", "gewist op verzoek", "kaag-en-braassem")]
    assert "al gewist" in opdracht("wissen", kenmerk, "--ja", einde=1).output
    opdracht("gewist", str(tmp_path / "lijst"))
    assert (tmp_path / "lijst").read_text() == f"ingetrokken {weg.id}\n"
