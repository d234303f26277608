"""The typed shapes of everything that editors write: one model for each kind of file, immutable once read."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, PlainSerializer, StringConstraints, model_validator

Rol = Literal["ouder", "jongere", "professional", "ander"]
Status = Literal["concept", "gepubliceerd"]
Dag = Literal["ma", "di", "wo", "do", "vr", "za", "zo"]
VoorWie = Literal["inwoner", "verwijzer"]

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
ArtikelId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
Zin = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Webadres = Annotated[HttpUrl, PlainSerializer(str, return_type=str)]


class Model(BaseModel):
    """A record that cannot be changed and refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Leeftijd(Model):
    """An age range in years; both ends count."""

    van: int = Field(ge=0, le=99)
    tot: int = Field(ge=0, le=99)

    @model_validator(mode="after")
    def _op_volgorde(self) -> Leeftijd:
        if self.van > self.tot:
            raise ValueError("'van' is hoger dan 'tot'")
        return self

    def bevat(self, jaren: float) -> bool:
        """Whether a child of this age, in years, falls within the range."""
        return self.van <= jaren < self.tot + 1


class Onderwerp(Model):
    """A topic slug with its meaning and the theme it stands under."""

    slug: Slug
    thema: Slug
    omschrijving: Zin


class Bron(Model):
    """A source that was really read, and on which date."""

    titel: Zin
    uitgever: Zin | None = None
    url: Webadres
    gezien_op: date


class Vervolg(Model):
    """A question people ask next, and the article that answers it."""

    vraag: Zin
    artikel: ArtikelId


class Blok(Model):
    """One heading of an article with its text in Markdown."""

    kop: Zin
    tekst: Zin


class Artikel(Model):
    """One curated answer. `kort` is the first message in the chat, `blokken` the rest; `docs/artikel.md` has the rules."""

    id: ArtikelId
    titel: Zin
    onderwerp: Slug
    doelgroep: tuple[Rol, ...] = Field(min_length=1)
    leeftijd: Leeftijd
    kort: Zin
    vragen: tuple[Zin, ...]
    vervolg: tuple[Vervolg, ...] = ()
    bronnen: tuple[Bron, ...]
    eigenaar: Zin
    nagekeken_op: date
    verloopt_op: date
    versie: int = Field(ge=1)
    status: Status
    blokken: tuple[Blok, ...] = Field(min_length=1)

    def blok(self, kop: str) -> str | None:
        """The text under one heading, or None when the article does not have it."""
        return next((blok.tekst for blok in self.blokken if blok.kop == kop), None)

    def verlopen(self, vandaag: date) -> bool:
        """Whether the article has expired and may no longer be given as an answer."""
        return vandaag > self.verloopt_op


class Aanvulling(Model):
    """What a gemeente adds to a national article, or to every article of a topic; the article itself never changes."""

    bij: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)?$")]
    """The id of an article, or the slug of a topic."""
    titel: Zin
    tekst: Zin
    bronnen: tuple[Bron, ...] = ()
    eigenaar: Zin
    nagekeken_op: date
    verloopt_op: date
    status: Status

    def hoort_bij(self, artikel: Artikel, vandaag: date) -> bool:
        """Whether this is shown under that article today."""
        return self.bij in (artikel.id, artikel.onderwerp) and vandaag <= self.verloopt_op


class Tijdvak(Model):
    """On these days open from `van` up to `tot`, local time."""

    dagen: tuple[Dag, ...] = Field(min_length=1)
    van: time
    tot: time

    @model_validator(mode="after")
    def _op_volgorde(self) -> Tijdvak:
        if self.van >= self.tot:
            raise ValueError("'van' is niet voor 'tot'; na middernacht is een eigen tijdvak")
        return self


class Bereikbaar(Model):
    """When something can be reached: always, at these hours, or (both empty) unknown."""

    altijd: bool = False
    tijden: tuple[Tijdvak, ...] = ()

    @model_validator(mode="after")
    def _niet_beide(self) -> Bereikbaar:
        if self.altijd and self.tijden:
            raise ValueError("kies 'altijd' of 'tijden', niet allebei")
        return self


class Kanaal(Model):
    """One way to reach a hulplijn; `waarde` is the number, site or address, None when it was not verified."""

    soort: Literal["telefoon", "chat", "site", "mail"]
    waarde: Zin | None = None
    gratis: bool | None = None
    bereikbaar: Bereikbaar = Bereikbaar()


class Herkomst(Model):
    """Where a number was seen and how sure that makes it."""

    status: Literal["verified", "press", "old", "site-only", "not-seen", "lokaal"]
    urls: tuple[Webadres, ...] = ()
    gezien_op: date
    let_op: Zin | None = None


class Hulplijn(Model):
    """A national or regional help line. A number stands here only when `herkomst` is verified or press."""

    id: Slug
    naam: Zin
    gebruik: Zin
    voor_wie: tuple[VoorWie, ...] = Field(min_length=1)
    leeftijd: Leeftijd | None = None
    kanalen: tuple[Kanaal, ...] = ()
    lokaal: bool = False
    herkomst: Herkomst

    @model_validator(mode="after")
    def _alleen_bevestigde_nummers(self) -> Hulplijn:
        zeker = self.herkomst.status in ("verified", "press")
        if not zeker and any(kanaal.soort == "telefoon" and kanaal.waarde for kanaal in self.kanalen):
            raise ValueError(f"een nummer met herkomst '{self.herkomst.status}' mag er niet staan")
        return self

    def kanaal(self, soort: str) -> Kanaal | None:
        """The first channel of this kind, if the line has one."""
        return next((kanaal for kanaal in self.kanalen if kanaal.soort == soort), None)


class Kern(Model):
    """A village or district, the words people use for it, and the team that serves it."""

    id: Slug
    naam: Zin
    ook: tuple[Zin, ...] = ()
    postcodes: tuple[Annotated[str, StringConstraints(pattern=r"^\d{4}$")], ...] = ()
    team: Slug


class Aandachtsgebied(Model):
    """What one function within a team knows most about: the topics of it, and the function, never a person."""

    naam: Zin
    functie: Zin
    onderwerpen: tuple[Slug, ...] = Field(min_length=1)


class Team(Model):
    """A JGT. `telefoon` stays empty until the gemeente fills it in; only the demo adds a visibly false one."""

    id: Slug
    naam: Zin
    telefoon: Zin | None = None
    email: Zin | None = None
    bereikbaar: Bereikbaar = Bereikbaar()
    adres: Zin | None = None
    partners: tuple[Slug, ...] = ()
    aandachtsgebieden: tuple[Aandachtsgebied, ...] = ()


class Contactpersoon(Model):
    """The JGT's fixed contact for one school, kindcentrum or huisartsenpraktijk, named by function only."""

    id: Slug
    plek: Zin
    soort: Literal["school", "kindcentrum", "huisarts"]
    kern: Slug | None = None
    functie: Zin
    dagen: tuple[Dag, ...] = ()
    spreekuur: Zin | None = None
    telefoon: Zin | None = None
    nagekeken_op: date


class Voorziening(Model):
    """An entry of the sociale kaart; the English field names are those of Open Referral HSDS 3."""

    id: Slug
    naam: Zin
    ook: tuple[Zin, ...] = ()
    """Other names by which people know it; the general words for its kind stand in landelijk/zoekwoorden.yml."""
    soort: Zin
    omschrijving: Zin
    onderwerpen: tuple[Slug, ...]
    kernen: tuple[Slug, ...] = ()
    doelgroep: tuple[Rol, ...] = ("ouder",)
    minimum_age: int = Field(default=0, ge=0, le=99)
    maximum_age: int = Field(default=99, ge=0, le=99)
    eligibility_description: str | None = None
    application_process: str | None = None
    fees_description: str | None = None
    schedule: str | None = None
    languages: tuple[str, ...] = ("nl",)
    accessibility: str | None = None
    telefoon: str | None = None
    email: str | None = None
    url: Webadres | None = None
    bronnen: tuple[Bron, ...] = ()
    assured_date: date
    assurer_email: str | None = None
    alert: str | None = None
    status: Literal["active", "inactive", "defunct", "temporarily closed"] = "active"


class Gemeente(Model):
    """A municipality with its kernen, teams, sociale kaart and the local numbers that must be filled before it goes live."""

    id: Slug
    naam: Zin
    kernen: tuple[Kern, ...] = Field(min_length=1)
    teams: tuple[Team, ...] = Field(min_length=1)
    telefoon: Zin | None = None
    bereikbaar: Bereikbaar = Bereikbaar()
    crisislijn: Zin | None = None
    huisartsenspoedpost: Zin | None = None
    sluitingsdagen: tuple[date, ...] = ()  # closed, beside the public holidays
    consult_binnen_werkdagen: int | None = Field(default=None, ge=1, le=10)
    """Within how many working days a professional is called back about a consult; None promises nothing."""
    privacy_url: Webadres | None = None
    demo: bool = False
    dagen_niet_bereikt: int = Field(3, ge=3, le=10)
    reflectievragen: tuple[Zin, ...] = Field((), max_length=5)
    sociale_kaart: tuple[Voorziening, ...] = ()
    contactpersonen: tuple[Contactpersoon, ...] = ()
    aanvullingen: tuple[Aanvulling, ...] = ()

    def team_van(self, kern_id: str) -> Team | None:
        """The team that serves this kern, or None for a kern that is not ours."""
        kern = next((kern for kern in self.kernen if kern.id == kern_id), None)
        return next((team for team in self.teams if kern and team.id == kern.team), None)

    def team_of_enige(self, kern_id: str | None) -> Team | None:
        """The team of this kern; without a kern that is ours the only team there is, else None."""
        team = self.team_van(kern_id) if kern_id else None
        return team or (self.teams[0] if len(self.teams) == 1 else None)

    def uren_van(self, team: Team | None) -> Bereikbaar:
        """The hours of this team, else those of the gemeente."""
        eigen = team.bereikbaar if team else self.bereikbaar
        return eigen if eigen.altijd or eigen.tijden else self.bereikbaar
