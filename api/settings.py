"""Every setting, typed, from `VOORDEUR_*`. docs/instellingen.md describes each; a test keeps the two the same."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).parents[1]


class Settings(BaseSettings):
    """What can be set from outside. Unsafe values are refused with `--live`."""

    model_config = SettingsConfigDict(env_prefix="VOORDEUR_", extra="ignore")

    data: Path = Field(ROOT / "gegevens", description="De map voor database, sleutel en model")
    database_url: str | None = Field(None, description="Adres van de database; leeg is SQLite in de gegevensmap")
    host: str = Field("127.0.0.1", description="Het adres waarop de server luistert")
    port: int = Field(8000, ge=1, le=65535, description="De poort waarop de server luistert")
    live: bool = Field(False, description="Echte dienst: weigert demowaarden en concepten")
    master_key: str | None = Field(
        None, description="Hoofdsleutel, 32 bytes in base64; leeg is een bestand in de gegevensmap"
    )
    rate_limit: Literal["on", "off"] = Field("on", description="Grens op het aantal berichten; off alleen om te meten")
    berichten_per_minuut: int = Field(15, ge=1, description="Berichten per gesprek per minuut")
    adres_per_minuut: int = Field(300, ge=1, description="Verzoeken per adres per minuut; een school deelt er een")
    gesprek_minuten: int = Field(30, ge=1, description="Zonder bericht verloopt een gesprek na zoveel minuten")
    bewaar_gesprek_dagen: int = Field(30, ge=1, description="Zo lang blijft de tekst van een gesprek bewaard")
    bewaar_aanmelding_dagen: int = Field(
        30, ge=1, description="Zo lang na de laatste stap blijft een afgeronde aanmelding"
    )
    bewaar_melding_dagen: int = Field(
        30, ge=1, description="Zo lang blijft de toelichting bij een melding 'gemist of vals alarm'"
    )
    brein_termijn: float = Field(10.0, gt=0, description="Seconden die Rasa over een bericht mag doen")
    inbedden: list[str] = Field([], description="Sites die de widget mogen tonen, bijvoorbeeld https://www.gemeente.nl")
    log_niveau: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="Vanaf welk niveau er gelogd wordt"
    )

    @cached_property
    def database(self) -> str:
        """The database URL in use."""
        return self.database_url or f"sqlite:///{self.data / 'voordeur.sqlite3'}"

    @property
    def modellen(self) -> Path:
        """Where the trained model is kept."""
        return self.data / "model"

    @property
    def index(self) -> Path:
        """Where the search index is kept."""
        return self.data / "index"
