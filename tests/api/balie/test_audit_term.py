"""The logbook of the balie after years: what has passed its term goes from the front, and what stays can still be proved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from typer.testing import CliRunner

from api import audit_term, backup, restore
from api.audit_term import ruim_op
from api.balie import audit
from api.cli import app
from api.context import Huis
from api.database.engine import DatabaseWeg
from api.database.login_tables import InzageBegin
from api.database.tables import Inzage
from api.upkeep import doe_wat_moet
from tests.api.balie.test_audit import Inbreker, controle, schrijf
from tests.api.conftest import Wijzerplaat, bouw
from tests.api.pages.browser import Browser

JAAR = 366
VERZONNEN_BEGIN = (
    "insert into inzage_begin (nummer, keten, op, merk) select nummer, keten, op, keten from inzage where nummer = 5"
)


def nummers(huis: Huis) -> list[int | None]:
    with huis.database.lezen() as sessie:
        return list(sessie.scalars(select(Inzage.nummer).order_by(Inzage.id)))


def laatste_wat(huis: Huis) -> tuple[str, str, str | None]:
    with huis.database.lezen() as sessie:
        rij = sessie.scalars(select(Inzage).order_by(Inzage.nummer.desc()).limit(1)).one()
        return rij.wie, rij.wat, rij.gemeente


@pytest.fixture
def oud(overal: Huis, klok: Wijzerplaat) -> Huis:
    """Three lines of five years ago and two of now."""
    schrijf(overal, 3)
    klok.verzet(days=5 * JAAR)
    schrijf(overal, 2)
    return overal


@pytest.fixture
def breek(oud: Huis) -> Inbreker:
    return Inbreker(oud.database)


def test_na_vijf_jaar_gaat_een_regel_vanzelf_weg_en_niet_eerder(overal: Huis, klok: Wijzerplaat) -> None:
    schrijf(overal, 3)
    for _ in range(4):
        klok.verzet(days=JAAR)
        assert "logboek" in doe_wat_moet(overal)
    assert nummers(overal) == [1, 2, 3]
    klok.verzet(days=365)
    schrijf(overal, 1)
    assert "logboek" in doe_wat_moet(overal)
    assert nummers(overal) == [4, 5]
    assert laatste_wat(overal) == ("Voordeur", "gewist na termijn: 3 regels van dit logboek", "kaag")
    assert "logboek" not in doe_wat_moet(overal), "een keer per dag is genoeg"


def test_wat_blijft_is_nog_steeds_een_keten_die_klopt(oud: Huis) -> None:
    eerder = controle(oud)
    assert ruim_op(oud) == 3
    na = controle(oud, audit.Bekend(eerder.aantal, eerder.keten))
    assert (na.breuk, na.vanaf, na.aantal) == (None, 3, 6)
    schrijf(oud, 2)
    assert (controle(oud).breuk, controle(oud).aantal) == (None, 8)
    assert ruim_op(oud) == 0


def test_een_merk_van_een_regel_die_weg_is_klopt_alleen_als_het_de_laatste_daarvan_was(oud: Huis) -> None:
    with oud.database.lezen() as sessie:
        ketens = dict(sessie.execute(select(Inzage.nummer, Inzage.keten)).all())
    ruim_op(oud)
    assert controle(oud, audit.Bekend(3, ketens[3])).breuk is None
    assert controle(oud, audit.Bekend(3, "0" * 64)).breuk == "bekend"
    assert (controle(oud, audit.Bekend(2, ketens[2])).breuk, controle(oud).breuk) == ("opgeruimd", None)


def test_elke_keer_schuift_het_begin_op_en_elk_begin_blijft_bewaard(overal: Huis, klok: Wijzerplaat) -> None:
    for _ in range(7):
        schrijf(overal, 2)
        klok.verzet(days=JAAR)
        ruim_op(overal)
        assert controle(overal).breuk is None
    assert controle(overal).vanaf > 2
    with overal.database.lezen() as sessie:
        assert len(sessie.scalars(select(InzageBegin)).all()) >= 2


def test_ook_in_blokken_en_ook_als_alles_oud_is(oud: Huis, klok: Wijzerplaat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit_term, "PER_KEER", 2)
    klok.verzet(days=6 * JAAR)
    assert ruim_op(oud) == 5
    assert controle(oud).breuk is None
    assert {laatste_wat(oud)[1]} <= {"gewist na termijn: 1 regel van dit logboek"}


def test_een_klok_die_terugliep_haalt_niets_te_vroeg_weg(overal: Huis, klok: Wijzerplaat) -> None:
    schrijf(overal, 1)
    klok.verzet(days=10)
    schrijf(overal, 1)
    klok.verzet(days=-10)
    schrijf(overal, 1)
    klok.verzet(days=1826 + 5)
    assert ruim_op(overal) == 1, "regel 3 is oud, maar regel 2 niet: dan blijven ze allebei"
    assert controle(overal).breuk is None


@pytest.mark.parametrize("opdracht", ["delete from inzage where nummer > 3", "delete from inzage where nummer = 2"])
def test_de_database_laat_alleen_los_wat_over_zijn_termijn_is(oud: Huis, opdracht: str) -> None:
    if "= 2" in opdracht:
        with pytest.raises((DBAPIError, DatabaseWeg)), oud.database.schrijven() as sessie:
            sessie.execute(text(opdracht))
    ruim_op(oud)
    if "> 3" in opdracht:
        with pytest.raises((DBAPIError, DatabaseWeg)), oud.database.schrijven() as sessie:
            sessie.execute(text(opdracht))
    assert controle(oud).breuk is None


# Tampering -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "opdracht",
    ["update inzage set wie = 'Bert' where nummer = 2", *(f"delete from inzage where nummer = {n}" for n in (1, 3))],
)  # fmt: skip
def test_waar_aan_gezeten_is_wordt_niet_opgeruimd(
    oud: Huis, breek: Inbreker, opdracht: str, capfd: pytest.CaptureFixture[str]
) -> None:
    breek(opdracht)
    voor = nummers(oud)
    breuk = controle(oud).breuk
    assert breuk is not None
    assert ruim_op(oud) == 0
    assert nummers(oud) == voor
    assert controle(oud).breuk == breuk


@pytest.mark.parametrize(
    ("opdracht", "breuk"),
    [
        ("update inzage_begin set nummer = 4", "begin"),
        ("update inzage_begin set keten = 'x'", "begin"),
        ("delete from inzage_begin", "ontbreekt"),
        (VERZONNEN_BEGIN, "begin"),
        ("delete from inzage where nummer = 4", "ontbreekt"),
        ("insert into inzage (op, wie, wat, kenmerk, nummer) values ('2020-01-01 00:00:00', 'Bert', 'x', '', 2)", "los"),
    ],
)  # fmt: skip
def test_wie_aan_het_begin_zit_valt_op(oud: Huis, breek: Inbreker, opdracht: str, breuk: str) -> None:
    ruim_op(oud)
    assert controle(oud).breuk is None
    breek(opdracht)
    assert controle(oud).breuk == breuk


def test_een_regel_die_niet_mocht_weg_en_toch_is_weggehaald_met_een_verzonnen_begin_valt_op(
    oud: Huis, breek: Inbreker
) -> None:
    """The trigger can be talked round by who may write in the database; the seal cannot."""
    ruim_op(oud)
    with oud.database.schrijven() as sessie:
        sessie.execute(text(VERZONNEN_BEGIN))
        sessie.execute(text("delete from inzage where nummer <= 5"))
    assert controle(oud).breuk == "begin"
    assert ruim_op(oud) == 0


# Around it -------------------------------------------------------------------------------------------------------------


def test_een_teruggezette_backup_ruimt_ook_weer_op_en_klopt(
    oud: Huis, tmp_path: Path, klok: Wijzerplaat, gereedschap: object, gevaar: object, naprater: object
) -> None:
    ruim_op(oud)
    backup.maak(oud, tmp_path / "b")
    nieuw = bouw(f"sqlite:///{tmp_path / 'nieuw.sqlite3'}", tmp_path, gereedschap, gevaar, naprater, klok)
    nieuw.database.sluit()
    (tmp_path / "nieuw.sqlite3").unlink()
    restore.zet_terug(nieuw, tmp_path / "b", wie="opdrachtregel")
    assert (controle(nieuw).breuk, controle(nieuw).vanaf) == (None, 3)
    klok.verzet(days=5 * JAAR)
    assert ruim_op(nieuw) > 0
    assert controle(nieuw).breuk is None
    nieuw.database.sluit()


def test_de_termijn_is_in_te_stellen_en_de_opdracht_zegt_wat_er_zou_gaan(
    oud: Huis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VOORDEUR_DATABASE_URL", oud.settings.database)
    monkeypatch.setenv("VOORDEUR_DATA", str(oud.settings.data))
    assert audit_term.count_verlopen(oud) == 3
    oud.settings.bewaar_logboek_dagen = 10 * JAAR
    assert audit_term.count_verlopen(oud) == 0
    assert ruim_op(oud) == 0
    oud.settings.bewaar_logboek_dagen = 30
    assert ruim_op(oud) == 3
    uit = CliRunner().invoke(app, ["beheer", "logboek", "controleer"])
    assert uit.exit_code == 0, uit.output
    assert "klopt: 3 regels. Regel 1 tot en met 3 zijn na de termijn opgeruimd." in uit.output
    fout = CliRunner().invoke(app, ["beheer", "logboek", "controleer", "--bekend", "1:abc"])
    assert (fout.exit_code, "van later" in fout.output) == (1, True)


def test_de_beheerder_leest_dat_er_is_opgeruimd(als: Callable[..., Browser], huis: Huis, klok: Wijzerplaat) -> None:
    with huis.database.schrijven() as sessie:
        audit.voeg_toe(
            sessie, huis.bos, wie="Ans", wat="gelezen", kenmerk="VD-1", gemeente="kaag-en-braassem",
            op=klok() - timedelta(days=6 * JAAR),
        )  # fmt: skip
    ruim_op(huis)
    tekst = als("beheerder").open("/balie/logboek").tekst
    assert "gewist na termijn: 1 regel van dit logboek" in tekst
    assert "VD-1" not in tekst
