"""Every setting, typed, from `VOORDEUR_*`. docs/instellingen.md describes each; a test keeps the two the same."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import EmailStr, Field, SecretStr, StringConstraints, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.balie.oidc.config import Aanbieder, lees_aanbieders

ROOT = Path(__file__).parents[1]
DOELEN = {
    "openklant": ("openklant_url", "openklant_token"),
    "webhook": ("webhook_url", "webhook_geheim"),
    "mail": ("mail_server", "mail_naar", "mail_van"),
}
Webadres = Annotated[str, StringConstraints(pattern=r"^https?://[A-Za-z0-9.\[\]:-]+(/[^\s?#]*)?$")]
Mailserver = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9.-]+(:\d{1,5})?$")]


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
    master_key_oud: str | None = Field(None, description="De hoofdsleutel van ervoor, zolang er gewisseld wordt")
    rate_limit: Literal["on", "off"] = Field("on", description="Grens op het aantal berichten; off alleen om te meten")
    berichten_per_minuut: int = Field(15, ge=1, description="Berichten per gesprek per minuut")
    adres_per_minuut: int = Field(300, ge=1, description="Verzoeken per adres per minuut; een school deelt er een")
    gesprek_minuten: int = Field(30, ge=1, description="Zonder bericht verloopt een gesprek na zoveel minuten")
    bewaar_gesprek_dagen: int = Field(30, ge=1, description="Zo lang blijft de tekst van een gesprek bewaard")
    bewaar_aanmelding_dagen: int = Field(
        30, ge=1, description="Zo lang na de laatste stap blijft een afgeronde aanmelding"
    )
    bewaar_consult_dagen: int = Field(14, ge=1, description="Zo lang na het afronden blijft een consult leesbaar")
    bewaar_melding_dagen: int = Field(
        30, ge=1, description="Zo lang blijft de toelichting bij een melding 'gemist of vals alarm'"
    )
    bewaar_logboek_dagen: int = Field(
        1826, ge=1, description="Zo lang blijft een regel in het logboek van de balie; standaard vijf jaar"
    )
    bewaar_backup_dagen: int = Field(30, ge=1, description="Zo oud mag een back-up zijn die wordt teruggezet")
    brein_termijn: float = Field(10.0, gt=0, description="Seconden die Rasa over een bericht mag doen")
    inbedden: list[str] = Field([], description="Sites die de widget mogen tonen, bijvoorbeeld https://www.gemeente.nl")
    openklant_url: Webadres | None = Field(None, description="Adres van Open Klant; leeg is geen aflevering daar")
    openklant_token: SecretStr | None = Field(None, description="Token voor Open Klant")
    openklant_kanaal: str = Field(
        "chatassistent",
        min_length=1,
        max_length=50,
        description="Kanaal van een klantcontact, zoals de gemeente het schrijft",
    )
    webhook_url: Webadres | None = Field(None, description="Adres dat een seintje krijgt; leeg is geen seintje")
    webhook_geheim: SecretStr | None = Field(None, description="Gedeeld geheim waarmee het seintje ondertekend is")
    mail_server: Mailserver | None = Field(None, description="Mailserver, als naam of naam:poort; leeg is geen mail")
    mail_naar: EmailStr | None = Field(None, description="Wie een mail krijgt als er iets klaarstaat")
    mail_van: EmailStr | None = Field(None, description="De afzender van die mail")
    oidc_bestand: Path | None = Field(
        None, description="Bestand met per gemeente de aanbieder waarmee medewerkers zich aanmelden; leeg is geen"
    )
    log_niveau: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="Vanaf welk niveau er gelogd wordt"
    )

    @field_validator("oidc_bestand", *(deel for delen in DOELEN.values() for deel in delen), mode="before")
    @classmethod
    def _leeg_is_uit(cls, waarde: object) -> object:
        return None if waarde == "" else waarde

    @model_validator(mode="after")
    def _doelen_heel(self) -> Settings:
        """A target is on with all that it needs, or off; and with `--live` nothing personal travels in the clear."""
        for naam, delen in DOELEN.items():
            leeg = [deel for deel in delen if not getattr(self, deel)]
            if leeg and len(leeg) < len(delen):
                raise ValueError(f"{naam} is half ingesteld; vul ook VOORDEUR_{leeg[0].upper()} in")
        for adres in (self.openklant_url, self.webhook_url):
            if self.live and adres and not adres.startswith("https://"):
                raise ValueError("met --live begint het adres van Open Klant en van de webhook met https://")
        return self

    @model_validator(mode="after")
    def _aanbieders_leesbaar(self) -> Settings:
        _ = self.aanbieders
        return self

    @cached_property
    def aanbieders(self) -> dict[str, Aanbieder]:
        """Where staff of a gemeente can sign in with their own account; raises ValueError when that cannot be read."""
        return lees_aanbieders(self.oidc_bestand, live=self.live)

    @property
    def doelen(self) -> tuple[str, ...]:
        """Where aanmeldingen are delivered."""
        return tuple(naam for naam, delen in DOELEN.items() if all(getattr(self, deel) for deel in delen))

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
