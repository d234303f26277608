"""A back-up that was never put back is no back-up: here each is put back into an empty database and an aanmelding is opened."""

from __future__ import annotations

import gzip
import json
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from api.aanmelding import service, store
from api.aanmelding.store import open_velden
from api.backup import maak, tabellen
from api.balie import audit
from api.balie.accounts import maak_medewerker, zoek_aanmelder
from api.context import Huis
from api.crypto import Sleutelbos
from api.database.engine import Database
from api.database.migrate import migreer
from api.database.tables import Tabel
from api.restore import BackupFout, zet_terug
from api.wiping import list_gewist, wis_gesprekken
from tests.api.balie.case import logboek, rij_van
from tests.api.balie.conftest import WACHTWOORD, Stuur
from tests.api.beheer.conftest import Beheer, bestaat, gesprek, inzagen
from tests.api.conftest import POSTGRES, Wijzerplaat

Leeg = Callable[..., Huis]


@pytest.fixture
def leeg(huis: Huis, tmp_path: Path) -> Iterator[Leeg]:
    """A house on an empty database of the same kind, or of the other."""
    gemaakt: list[tuple[Huis, str | None]] = []

    def doe(*, sqlite: bool = huis.database.is_sqlite) -> Huis:
        naam = None if sqlite else f"voordeur_{uuid.uuid4().hex[:12]}"
        if naam:
            with psycopg.connect(POSTGRES, autocommit=True) as verbinding:
                verbinding.execute(f'create database "{naam}"')
        url = POSTGRES.rsplit("/", 1)[0] + f"/{naam}" if naam else f"sqlite:///{tmp_path / uuid.uuid4().hex}.sqlite3"
        gemaakt.append((replace(huis, database=Database(url)), naam))
        return gemaakt[-1][0]

    yield doe
    for ander, naam in gemaakt:
        ander.database.sluit()
        if naam:
            with psycopg.connect(POSTGRES, autocommit=True) as verbinding:
                verbinding.execute(f'drop database "{naam}" with (force)')


@pytest.fixture
def bestand(huis: Huis, tmp_path: Path) -> Path:
    return tmp_path / "voordeur.backup"


def vul(huis: Huis, stuur: Stuur) -> str:
    """A conversation, an aanmelding with a line of the JGT, and somebody at the balie."""
    gesprek(huis)
    kenmerk = stuur()
    maak_medewerker(huis, "Ans", WACHTWOORD, "kaag-en-braassem")
    with huis.database.schrijven() as sessie:
        store.voeg_toe(
            sessie, huis.bos, rij_van(huis, kenmerk), wie="Ans", soort="bericht", op=huis.klok(), tekst="Tot zo"
        )
        audit.voeg_toe(sessie, huis.bos, wie="Ans", wat="gelezen", op=huis.klok(), kenmerk=kenmerk)
    return kenmerk


def is_heel(terug: Huis, kenmerk: str) -> None:
    rij = rij_van(terug, kenmerk)
    assert open_velden(rij, terug.bos)["zorg"].startswith("Hij slaapt al weken niet.")
    assert logboek(terug, kenmerk)[-1] == ("Ans", "bericht", "Tot zo")
    assert service.lees(terug, rij).ontvangen_op == terug.klok()
    assert zoek_aanmelder(terug, "Ans", WACHTWOORD) is not None
    with terug.database.lezen() as sessie:
        assert audit.controleer(sessie, terug.bos).breuk is None
    assert bestaat(terug, gesprek(terug)), "de nummering gaat door"
    maak_medewerker(terug, "Bert", WACHTWOORD, "kaag-en-braassem")


def test_terug_in_een_lege_database_en_de_aanmelding_gaat_open(
    huis: Huis, stuur: Stuur, bestand: Path, leeg: Leeg
) -> None:
    kenmerk, terug = vul(huis, stuur), leeg()
    aantallen = maak(huis, bestand)
    assert bestand.stat().st_mode & 0o777 == 0o600
    assert b"slaapt" not in gzip.decompress(bestand.read_bytes())
    uit = zet_terug(terug, bestand, wie="test")
    assert (uit.rijen, uit.onleesbaar) == (aantallen.total(), 0)
    is_heel(terug, kenmerk)


@pytest.mark.postgres
@pytest.mark.parametrize("database_url", ["sqlite", "postgres"], indirect=True)
def test_van_de_ene_soort_database_naar_de_andere(
    huis: Huis, stuur: Stuur, bestand: Path, leeg: Leeg, postgres: str
) -> None:
    kenmerk, terug = vul(huis, stuur), leeg(sqlite=not huis.database.is_sqlite)
    maak(huis, bestand)
    zet_terug(terug, bestand, wie="test")
    is_heel(terug, kenmerk)


def test_elke_tabel_gaat_mee_behalve_de_zittingen(huis: Huis) -> None:
    with huis.database.engine.connect() as verbinding:
        mee = {tabel.name for tabel in tabellen(verbinding)}
    assert mee == set(Tabel.metadata.tables) - {"zitting", "oidc_zitting", "oidc_verzoek"}


def test_op_de_opdrachtregel_met_de_lijst_van_wat_gewist_is(
    huis: Huis,
    stuur: Stuur,
    bestand: Path,
    leeg: Leeg,
    opdracht: Beheer,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    kenmerk, ingetrokken, terug = vul(huis, stuur), stuur(), leeg()
    weg, blijft = gesprek(huis), gesprek(huis)
    assert "2 aanmeldingen" in opdracht("backup", str(bestand)).output
    service.trek_in(huis, rij_van(huis, ingetrokken))
    with huis.database.schrijven() as sessie:
        wis_gesprekken(sessie, [weg], huis.klok())
    opdracht("gewist", str(tmp_path / "lijst"))
    assert "niet leeg" in opdracht("restore", str(bestand), einde=1).output
    monkeypatch.setenv("VOORDEUR_DATABASE_URL", terug.database.url.render_as_string(hide_password=False))
    assert "Opnieuw gewist: 2." in opdracht("restore", str(bestand), "--gewist", str(tmp_path / "lijst")).output
    assert not bestaat(terug, weg) and bestaat(terug, blijft)
    rij = rij_van(terug, ingetrokken)
    assert (rij.status, rij.sleutel, rij.velden) == ("ingetrokken", None, None)
    assert open_velden(rij_van(terug, kenmerk), terug.bos)
    assert inzagen(terug)[-1][:2] == ("opdrachtregel", "back-up van 2026-11-20 21:30 teruggezet, 2 opnieuw gewist")
    with terug.database.lezen() as sessie:
        assert len(list_gewist(sessie)) == 2


def test_wat_intussen_over_zijn_termijn_is_komt_niet_terug(
    huis: Huis, bestand: Path, leeg: Leeg, klok: Wijzerplaat
) -> None:
    oud = gesprek(huis)
    klok.verzet(days=10)
    maak(huis, bestand)
    klok.verzet(days=21)
    terug = leeg()
    assert zet_terug(terug, bestand, wie="test").verlopen == 1
    assert not bestaat(terug, oud)


def test_een_te_oude_back_up_wordt_geweigerd_tenzij_je_het_zegt(
    huis: Huis, stuur: Stuur, bestand: Path, leeg: Leeg, klok: Wijzerplaat
) -> None:
    stuur()
    maak(huis, bestand)
    klok.verzet(days=31)
    terug = leeg()
    with pytest.raises(BackupFout, match="ouder dan 30 dagen"):
        zet_terug(terug, bestand, wie="test")
    assert zet_terug(terug, bestand, wie="test", ook_oud=True).rijen


def knip(bestand: Path) -> None:
    bestand.write_bytes(bestand.read_bytes()[:-40])


def verander(bestand: Path) -> None:
    heel = gzip.decompress(bestand.read_bytes()).decode()
    bestand.write_bytes(gzip.compress(heel.replace("ridderkerk", "rijnmond", 1).encode()))


def laat_een_regel_weg(bestand: Path) -> None:
    regels = gzip.decompress(bestand.read_bytes()).decode().splitlines(keepends=True)
    einde = json.loads(regels[-1])
    einde["einde"]["gesprek"] -= 1
    bestand.write_bytes(
        gzip.compress("".join([*(r for r in regels[:-1] if '"gesprek"' not in r), json.dumps(einde)]).encode())
    )


def iets_anders(bestand: Path) -> None:
    bestand.write_bytes(b"geen back-up")


@pytest.mark.parametrize("stuk", [knip, verander, laat_een_regel_weg, iets_anders])
def test_wat_niet_heel_is_wordt_geweigerd_en_er_komt_niets_terug(
    huis: Huis, bestand: Path, leeg: Leeg, stuk: Callable[[Path], None]
) -> None:
    gesprek(huis, "ridderkerk")
    maak(huis, bestand)
    stuk(bestand)
    terug = leeg()
    with pytest.raises(BackupFout):
        zet_terug(terug, bestand, wie="test")
    migreer(terug.database)
    assert not inzagen(terug)


def test_met_een_andere_hoofdsleutel_gaat_het_niet(huis: Huis, bestand: Path, leeg: Leeg) -> None:
    maak(huis, bestand)
    with pytest.raises(BackupFout, match="hoofdsleutel"):
        zet_terug(replace(leeg(), bos=Sleutelbos(b"x" * 32)), bestand, wie="test")


def test_een_back_up_van_voor_een_sleutelwissel(
    huis: Huis, stuur: Stuur, bestand: Path, leeg: Leeg, opdracht: Beheer, monkeypatch: pytest.MonkeyPatch
) -> None:
    kenmerk, terug, map_ = stuur(), leeg(), huis.settings.data
    oud = (map_ / "hoofdsleutel").read_text()
    opdracht("backup", str(bestand))
    for woord in ("nieuw", "wissel", "klaar"):
        opdracht("sleutel", woord)
    monkeypatch.setenv("VOORDEUR_DATABASE_URL", terug.database.url.render_as_string(hide_password=False))
    assert "van een oudere hoofdsleutel" in opdracht("restore", str(bestand), einde=1).output
    monkeypatch.setenv("VOORDEUR_MASTER_KEY_OUD", oud)
    opdracht("sleutel", "wissel")
    nieuw = replace(terug, bos=Sleutelbos.open(None, map_))
    assert open_velden(rij_van(nieuw, kenmerk), nieuw.bos)["naam"] == "Sanne"
