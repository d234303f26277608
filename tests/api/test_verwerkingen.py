"""docs/verwerkingen.md is the register of processing: every column has its purpose, and what it says is so."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import LargeBinary

from api.database import consult_tables, login_tables, search_tables, upkeep_tables
from api.database.tables import Tabel
from api.pages.texts import document
from api.retention import ANTWOORD_UREN, SOORTEN
from api.settings import ROOT, Settings

TEKST = (ROOT / "docs/verwerkingen.md").read_text(encoding="utf-8")
ERBIJ = (consult_tables, login_tables, search_tables, upkeep_tables)  # modules that add tables
VERZEGELD = ("versleuteld", "ingepakte sleutel")


def beschreven() -> dict[str, dict[str, str]]:
    """For each table its columns, with how they are kept."""
    uit: dict[str, dict[str, str]] = {}
    for deel in re.split(r"^### ", TEKST, flags=re.MULTILINE)[1:]:
        naam, _, rest = deel.partition("\n")
        kolommen: dict[str, str] = {}
        for cellen in re.findall(r"^\| (`.+?`) \| (.+?) \| (.+?) \|$", rest.split("\n## ")[0], re.MULTILINE):
            for kolom in re.findall(r"`(\w+)`", cellen[0]):
                assert kolom not in kolommen, f"{naam}.{kolom} staat er twee keer"
                kolommen[kolom] = cellen[2]
        uit[naam.strip()] = kolommen
    return uit


def test_elke_tabel_en_elke_kolom_heeft_een_doel() -> None:
    tabellen = {naam: {kolom.name for kolom in tabel.columns} for naam, tabel in Tabel.metadata.tables.items()}
    assert {naam: set(kolommen) for naam, kolommen in beschreven().items()} == tabellen


def test_wat_versleuteld_heet_is_het_en_wat_het_is_heet_zo() -> None:
    for naam, kolommen in beschreven().items():
        for kolom, vorm in kolommen.items():
            verzegeld = isinstance(Tabel.metadata.tables[naam].columns[kolom].type, LargeBinary)
            assert verzegeld == vorm.startswith(VERZEGELD), f"{naam}.{kolom}: {vorm}"


def test_wat_een_merk_is_heet_een_merk() -> None:
    for naam, kolommen in beschreven().items():
        for kolom, vorm in kolommen.items():
            if kolom == "merk" or kolom.endswith("_merk"):
                assert vorm.startswith("merk"), f"{naam}.{kolom}: {vorm}"


def test_elke_termijn_is_die_van_de_instellingen() -> None:
    genoemd = re.findall(r"(\d+) dagen \(`VOORDEUR_(\w+)`\)", TEKST)
    termijnen = {naam for naam in Settings.model_fields if naam.startswith("bewaar_")}
    assert {naam.lower() for _, naam in genoemd} == termijnen
    for dagen, naam in genoemd:
        assert int(dagen) == Settings.model_fields[naam.lower()].default
    assert f"{ANTWOORD_UREN} uur" in TEKST


def test_alles_met_een_termijn_staat_in_het_overzicht() -> None:
    kort = TEKST.split("## In het kort")[1].split("\n## ")[0]
    for soort in SOORTEN:
        assert soort.een in kort, soort.een


@pytest.mark.parametrize(
    "termijn", ["gesprek_dagen", "aanmelding_dagen", "consult_dagen", "melding_dagen", "logboek_jaren"]
)
def test_de_privacypagina_noemt_dezelfde_termijnen(termijn: str) -> None:
    assert f"{{{termijn}}}" in document("privacy").tekst
