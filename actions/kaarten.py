"""The cards that a reply is made of: what the chat, the plain pages and the tests all read. Never HTML."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Niveau = Literal["112", "vandaag", "binnenkort", "twijfel"]
Route = Literal["kennis", "sociale_basis", "overdracht", "veiligheid", "praktisch", "consult", "gesprek", "onbegrepen"]


class Kaart(BaseModel):
    """One part of a reply."""

    model_config = ConfigDict(extra="forbid")


class Tekst(Kaart):
    """A sentence or two; `id` names the entry in the texts that editors keep."""

    soort: Literal["tekst"] = "tekst"
    tekst: str
    id: str | None = None


class Bronvermelding(Kaart):
    """A source as the visitor sees it."""

    titel: str
    url: str


class ArtikelBlok(Kaart):
    """One heading of the article with its text in Markdown (paragraphs and lists only)."""

    kop: str
    tekst: str


class ArtikelKaart(Kaart):
    """A curated answer: `tekst` is complete in itself, `blokken` is what 'lees meer' opens."""

    soort: Literal["artikel"] = "artikel"
    artikel: str
    titel: str
    tekst: str
    blokken: list[ArtikelBlok]
    wanneer_hulp: str | None
    bronnen: list[Bronvermelding]
    nagekeken_op: str
    concept: bool = False


class VoorzieningKaart(Kaart):
    """Somewhere to go nearby; an empty phone or address means: ask the JGT."""

    soort: Literal["voorziening"] = "voorziening"
    id: str
    naam: str
    wat: str
    voor_wie: str | None = None
    kosten: str | None = None
    hoe_kom_je_er: str | None = None
    telefoon: str | None = None
    url: str | None = None
    nagekeken_op: str
    demo: bool = False


class HulplijnKaart(Kaart):
    """A help line with its number, whether it is open now, and its chat, site or both."""

    soort: Literal["hulplijn"] = "hulplijn"
    id: str
    naam: str
    waarvoor: str
    nummer: str | None = None
    open: str | None = Field(default=None, description="In words: 'dag en nacht', 'nu open tot 21.00 uur', 'nu dicht'")
    nu_open: bool | None = None
    gratis: bool | None = None
    chat: str | None = None
    site: str | None = None
    demo: bool = False


class Keuze(Kaart):
    """A button: what it says and the value that comes back as `keuze`."""

    label: str
    keuze: str


class Keuzes(Kaart):
    """Quick replies to the question just asked."""

    soort: Literal["keuzes"] = "keuzes"
    keuzes: list[Keuze] = Field(min_length=1)


class AanmeldingKaart(Kaart):
    """The aanmelding to check, complete and approve, filled with what the conversation has gathered."""

    soort: Literal["aanmelding"] = "aanmelding"
    velden: dict[str, Any]


class Contact(Kaart):
    """How to reach a person at the JGT now."""

    soort: Literal["contact"] = "contact"
    team: str
    telefoon: str | None
    open: str | None
    nu_open: bool | None = None
    uitleg: str
    demo: bool = False


class ConsultKaart(Kaart):
    """Where a professional asks to be called back. Topic and kern come along; nothing that was told does."""

    soort: Literal["consult"] = "consult"
    gemeente: str
    onderwerp: str | None = None
    kern: str | None = None


KaartUnie = Annotated[
    Tekst | ArtikelKaart | VoorzieningKaart | HulplijnKaart | Keuzes | AanmeldingKaart | ConsultKaart | Contact,
    Field(discriminator="soort"),
]


class Kandidaat(Kaart):
    """An article that could answer the question, with a score between 0 and 1."""

    onderwerp: str
    artikel: str
    score: float


class Urgentie(Kaart):
    """Why the safety reply was given: level, category and the id of the rule that fired."""

    niveau: Niveau
    categorie: str
    regel: str
