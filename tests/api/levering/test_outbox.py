"""The outbox: written with the aanmelding or not at all, only for what is on, encrypted, cleared in time, silent in the log."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from pydantic import ValidationError
from sqlalchemy import text

from api.aanmelding import service
from api.context import Huis
from api.events import richt_in
from api.levering import store
from api.levering.errors import Overgenomen
from api.levering.worker import lever_klaar
from api.retention import wis_verlopen
from api.settings import Settings
from tests.api.balie.conftest import VELDEN, Stuur, stuur_naar
from tests.api.conftest import Wijzerplaat
from tests.api.levering.conftest import MaakHuis, aanmelding, leveringen, naar_openklant, standen
from tests.api.levering.fake_openklant import OpenKlant


@pytest.fixture
def logboek(capfd: pytest.CaptureFixture[str]) -> Iterator[pytest.CaptureFixture[str]]:
    """What is logged can be read; afterwards the log is not that of this test any more."""
    yield capfd
    structlog.reset_defaults()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))


def test_zonder_instelling_is_er_geen_levering(maak_huis: MaakHuis, database_url: str) -> None:
    huis = maak_huis(database_url)
    kenmerk = stuur_naar(huis)()
    service.trek_in(huis, aanmelding(huis, kenmerk))
    assert leveringen(huis, kenmerk) == []
    assert lever_klaar(huis) == 0


def test_gaat_de_aanmelding_niet_door_dan_is_er_ook_geen_levering(
    huis: Huis, stuur: Stuur, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(*_: object, **__: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as m, pytest.raises(RuntimeError):
        m.setattr("api.aanmelding.store.create_herhaling", stuk)
        stuur()
    with huis.database.lezen() as sessie:
        assert [sessie.scalar(text(f"select count(*) from {t}")) for t in ("aanmelding", "levering")] == [0, 0]


def test_een_doel_dat_uit_ging_krijgt_zijn_intrekking_als_het_weer_aan_is(
    maak_huis: MaakHuis, database_url: str, openklant: OpenKlant
) -> None:
    aan = maak_huis(database_url, **naar_openklant(openklant))
    kenmerk = stuur_naar(aan)()
    lever_klaar(aan)
    uit = maak_huis(database_url)
    service.trek_in(uit, aanmelding(uit, kenmerk))
    assert lever_klaar(uit) == 0
    assert lever_klaar(aan) == 1
    assert standen(aan, kenmerk)[-1] == ("openklant", "intrekking", "geleverd")


def test_wie_te_laat_is_schrijft_niets_meer(huis: Huis, stuur: Stuur, klok: Wijzerplaat) -> None:
    kenmerk = stuur()

    def neem() -> object:
        with huis.database.schrijven() as sessie:
            return store.neem(sessie, doelen=("openklant",), nu=klok())

    eerste = neem()
    assert neem() is None
    klok.verzet(minutes=11)
    tweede = neem()
    assert eerste is not None and tweede is not None
    with pytest.raises(Overgenomen), huis.database.schrijven() as sessie:
        store.bewaar_voortgang(sessie, huis.bos, eerste, {"actor": "a"}, nu=klok())  # type: ignore[arg-type]
    with huis.database.schrijven() as sessie:
        store.bewaar_voortgang(sessie, huis.bos, tweede, {"actor": "b"}, nu=klok())  # type: ignore[arg-type]
    assert store.open_voortgang(leveringen(huis, kenmerk)[0], huis.bos) == {"actor": "b"}


def test_een_fout_van_onszelf_houdt_de_rest_niet_op(
    huis: Huis, openklant: OpenKlant, stuur: Stuur, monkeypatch: pytest.MonkeyPatch, klok: Wijzerplaat
) -> None:
    kapot, goed = stuur(), stuur()
    with huis.database.schrijven() as sessie:
        sessie.execute(text("update aanmelding set velden = sleutel where kenmerk = :k"), {"k": kapot})
    assert lever_klaar(huis) == 2
    assert [(r.status, r.fout) for r in leveringen(huis, kapot)] == [("wacht", "SleutelFout")]
    assert standen(huis, goed)[0][2] == "geleverd"


def test_er_komt_niets_van_het_gezin_en_geen_geheim_in_het_logboek(
    huis: Huis, openklant: OpenKlant, stuur: Stuur, klok: Wijzerplaat, logboek: pytest.CaptureFixture[str]
) -> None:
    richt_in("debug")
    kenmerk = stuur(contact={"email": "sanne@voorbeeld.nl"})
    openklant.storingen = [("POST maak-klantcontact", "onzin"), ("POST internetaken", "500")]
    for _ in range(3):
        lever_klaar(huis)
        klok.verzet(hours=1)
    service.trek_in(huis, aanmelding(huis, kenmerk))
    lever_klaar(huis)
    openklant.kanalen = set()
    stuur()
    lever_klaar(huis)
    uit, err = logboek.readouterr()
    gebeurd = [json.loads(regel)["event"] for regel in err.splitlines()]
    assert {"levering_klaar", "levering_uitgesteld", "levering_mislukt"} <= set(gebeurd)
    for geheim in (*VELDEN["zorg"].split("\n\n"), "Sanne", "sanne@", "00000012", kenmerk, "geheim-token"):
        assert geheim not in uit + err
    assert "geheim-token" not in repr(huis.settings)


def test_leveringen_zijn_na_hun_termijn_weg_en_wat_wacht_blijft(
    huis: Huis, openklant: OpenKlant, stuur: Stuur, klok: Wijzerplaat
) -> None:
    klaar = stuur()
    lever_klaar(huis)
    openklant.storingen = [("POST internetaken", "500")]
    wacht = stuur()
    lever_klaar(huis)
    klok.verzet(days=29)
    wis_verlopen(huis)
    assert len(leveringen(huis, klaar)) == 1
    klok.verzet(days=3)
    wis_verlopen(huis)
    assert (leveringen(huis, klaar), standen(huis, wacht)[0][2]) == ([], "wacht")
    lever_klaar(huis)
    service.trek_in(huis, aanmelding(huis, klaar))
    lever_klaar(huis)
    assert "verwerkt" in [taak["status"] for taak in openklant.alle("internetaken")], "ook zonder voortgang gevonden"


@pytest.mark.parametrize(
    "fout",
    [
        {"openklant_url": "https://openklant.nl"},
        {"webhook_geheim": "x"},
        {"mail_server": "smtp", "mail_naar": "a@voorbeeld.nl"},
        {"openklant_url": "ftp://openklant.nl", "openklant_token": "x"},
        {"openklant_url": "http://openklant.nl", "openklant_token": "x", "live": True},
    ],
)
def test_half_of_onveilig_ingesteld_start_niet(fout: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Settings(**fout)  # type: ignore[arg-type]


def test_een_lege_instelling_is_uit() -> None:
    assert Settings(openklant_url="", openklant_token="", webhook_url="", webhook_geheim="").doelen == ()  # type: ignore[arg-type]
