"""Which gemeente lets its staff sign in with their own account, and what its provider says about them: one YAML file."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator, model_validator

from api.balie.rights import Rol
from knowledge.errors import KennisFout
from knowledge.yaml_file import bouw, lees_yaml

Tekst = Annotated[str, Field(min_length=1, max_length=250)]
HIER = ("127.0.0.1", "localhost")
GEEN_NUMMER = frozenset({"email", "mail", "upn", "preferred_username", "unique_name", "name", "nickname"})


class _Deel(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Rolregel(_Deel):
    """Who has this value in the claim of roles has this role at the balie; the first rule that fits counts."""

    waarde: Tekst
    rol: Rol
    team: Tekst | None = None


class TweedeStap(_Deel):
    """The claim (amr or acr, or one of the provider's own) and the values that show a second step at the provider."""

    claim: Tekst
    waarden: Annotated[tuple[Tekst, ...], Field(min_length=1)]


class Aanbieder(_Deel):
    """The provider of one gemeente, as its identity administrator gave it."""

    gemeente: Tekst
    issuer: Tekst
    client_id: Tekst
    client_geheim_bestand: Path | None = None
    client_geheim_env: Tekst | None = None
    scopes: Annotated[tuple[Tekst, ...], Field(min_length=1)] = ("openid", "profile")
    id_claim: Tekst = "sub"
    naam_claim: Tekst = "name"
    rol_claim: Tekst = "roles"
    rollen: Annotated[tuple[Rolregel, ...], Field(min_length=1)]
    tweede_stap: TweedeStap | None = None

    @field_validator("issuer")
    @classmethod
    def _adres(cls, issuer: str) -> str:
        delen = urlsplit(issuer)
        veilig = delen.scheme == "https" or (delen.scheme == "http" and delen.hostname in HIER)
        if not veilig or not delen.hostname or delen.query or delen.fragment or delen.username:
            raise ValueError("dit is geen issuer: een adres met https, zonder vraagteken of hekje")
        return issuer

    @field_validator("id_claim")
    @classmethod
    def _nummer(cls, claim: str) -> str:
        if claim.lower() in GEEN_NUMMER:
            raise ValueError(
                "neem een claim die bij een persoon blijft, zoals sub of oid: een naam of adres kan overgaan"
            )
        return claim

    @field_validator("scopes")
    @classmethod
    def _met_openid(cls, scopes: tuple[str, ...]) -> tuple[str, ...]:
        if "openid" not in scopes:
            raise ValueError("openid moet erbij staan")
        return scopes

    @model_validator(mode="after")
    def _een_geheim(self) -> Aanbieder:
        if (self.client_geheim_bestand is None) == (self.client_geheim_env is None):
            raise ValueError("geef client_geheim_bestand of client_geheim_env, een van de twee")
        if not self.geheim.get_secret_value():
            raise ValueError("het client-geheim is leeg, of niet te lezen")
        return self

    @cached_property
    def geheim(self) -> SecretStr:
        """The client secret; empty when it cannot be read."""
        if self.client_geheim_bestand is None:
            return SecretStr(os.environ.get(self.client_geheim_env or "", "").strip())
        try:
            return SecretStr(self.client_geheim_bestand.read_text().strip())
        except OSError:
            return SecretStr("")

    @property
    def op_deze_machine(self) -> bool:
        """Whether this provider is for trying out: not behind TLS."""
        return self.issuer.startswith("http://")


def lees_aanbieders(pad: Path | None, *, live: bool) -> dict[str, Aanbieder]:
    """The providers by gemeente; raises ValueError that says in Dutch which line is wrong."""
    if pad is None:
        return {}
    try:
        tekst = pad.read_text(encoding="utf-8")
        lijst = bouw(_Bestand, {"aanbieders": lees_yaml(tekst, pad.name)}, tekst=tekst, bestand=pad.name).aanbieders
    except OSError as fout:
        raise ValueError(f"{pad} is niet te lezen ({fout.strerror})") from fout
    except KennisFout as fout:
        raise ValueError("; ".join(str(melding) for melding in fout.meldingen)) from fout
    if live and any(aanbieder.op_deze_machine for aanbieder in lijst):
        raise ValueError(f"{pad.name}: met --live begint elke issuer met https://")
    return {aanbieder.gemeente: aanbieder for aanbieder in lijst}


class _Bestand(_Deel):
    aanbieders: tuple[Aanbieder, ...]

    @model_validator(mode="after")
    def _een_per_gemeente(self) -> _Bestand:
        namen = [aanbieder.gemeente for aanbieder in self.aanbieders]
        if len(set(namen)) < len(namen):
            raise ValueError("een gemeente staat er twee keer in")
        return self


def waarden_van(claims: dict[str, Any], naam: str) -> list[str]:
    """The text values of this claim, one or many; 'a.b' is also b within a, as some providers nest their roles."""
    waarde: Any = claims.get(naam)
    if waarde is None:
        waarde = claims
        for stap in naam.split("."):
            waarde = waarde.get(stap) if isinstance(waarde, dict) else None
    lijst = waarde if isinstance(waarde, list) else [waarde]
    return [een for een in lijst if isinstance(een, str)]
