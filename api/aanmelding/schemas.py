"""The fields of an aanmelding as api.md has them. Five are mandatory; a BSN or a child's name is never asked."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

import phonenumbers
from pydantic import AfterValidator, BaseModel, ConfigDict, EmailStr, Field, StringConstraints, model_validator

from actions.kaarten import KaartUnie, VoorzieningKaart
from knowledge.models import Rol

Kort = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Lang = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Mailkeuze = Literal["alleen_ik", "gedeeld", "nee"]
"""Whether a mail may say that something is ready: only I read it, someone else may too, or rather not."""
Status = Literal[
    "ontvangen", "opgepakt", "contact_geprobeerd", "contact_gelukt", "overgedragen", "afgesloten", "ingetrokken"
]


def _telefoon(waarde: str) -> str:
    try:
        nummer = phonenumbers.parse(waarde, "NL")
    except phonenumbers.NumberParseException:
        raise ValueError("Dit is geen telefoonnummer dat we kunnen bellen.") from None
    if not phonenumbers.is_possible_number(nummer):
        raise ValueError("Dit telefoonnummer lijkt niet compleet.")
    return waarde


Telefoon = Annotated[str, StringConstraints(strip_whitespace=True, max_length=30), AfterValidator(_telefoon)]


class Invoer(BaseModel):
    """Requests refuse fields they do not know."""

    model_config = ConfigDict(extra="forbid")


class ContactVelden(Invoer):
    """How, when and whether safely to reach the person who asks."""

    telefoon: Telefoon | None = None
    email: EmailStr | None = None
    vorm: Literal["bellen", "beeldbellen", "huisbezoek", "op school", "mail"] | None = None
    wanneer: list[Literal["ochtend", "middag", "avond"]] = []
    veilig_bellen: bool | None = None
    voicemail_ok: bool | None = None
    mail_bericht: Mailkeuze | None = None
    tolk: Kort | None = None


class Velden(Invoer):
    """What the family approved, word for word."""

    rol: Rol
    naam: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
    kind_leeftijd: Kort | None = None
    kind_geboortemaand: Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")] | None = None
    kern: Kort
    gemeente_inschrijving_kind: Kort | None = None
    postcode: Annotated[str, StringConstraints(pattern=r"^[1-9]\d{3} ?[A-Za-z]{2}$")] | None = None
    zorg: Lang
    sinds: Kort | None = None
    al_geprobeerd: Lang | None = None
    wie_helpt_al: Lang | None = None
    wens: Lang | None = None
    gaat_goed: Lang | None = None
    met_jou: Lang | None = None
    aangeboden: Lang | None = None
    leefgebieden: list[Kort] = []
    contact: ContactVelden
    school: Kort | None = None
    vaste_medewerker: Kort | None = None
    steunfiguur: Kort | None = None
    wie_weten_ervan: Lang | None = None
    veilig_te_benaderen: Lang | None = None
    gezag_volgens_melder: Kort | None = None
    opmerking: Lang | None = None

    @model_validator(mode="after")
    def _bereikbaar(self) -> Velden:
        if not (self.contact.telefoon or self.contact.email):
            raise ValueError("Vul een telefoonnummer of een mailadres in, anders kunnen we je niet bereiken.")
        return self


class Toestemming(Invoer):
    """That this text goes to this team. Without it nothing is sent."""

    versturen: Literal[True]


class NieuweAanmelding(Invoer):
    """An aanmelding as the family approved it."""

    gesprek: str | None = Field(None, max_length=32)
    gemeente: str | None = Field(None, max_length=80)
    velden: Velden
    toestemming: Toestemming


class Leestip(BaseModel):
    """An article to read meanwhile, on our own pages."""

    titel: str
    adres: str


class Intussen(BaseModel):
    """What can help while someone waits; empty when the topic is not clear, or had better not be named."""

    artikelen: list[Leestip] = []
    plekken: list[VoorzieningKaart] = []


class Ontvangen(BaseModel):
    """The confirmation: shown once, with the code."""

    kenmerk: str
    code: str
    status: Status
    contact_voor: date
    eerst_gelezen: datetime | None
    team: str | None
    telefoon: str | None
    uren: str | None = None
    """When the number can be called, in words."""
    berichten: list[KaartUnie] = []
    intussen: Intussen = Intussen()
    rechten: list[KaartUnie] = []
    """Who may go along, and the vertrouwenspersoon."""
    agenda: str = ""
    """The belofte as text/calendar, with a title that says nothing."""


class Code(Invoer):
    """The secret that belongs to a kenmerk."""

    code: Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=40)]


class Toegang(BaseModel):
    """A token to read along with one aanmelding."""

    token: str
    verloopt_op: datetime


class LogRegel(BaseModel):
    """One line of what happened, as the family may read it."""

    op: datetime
    wie: Literal["jij", "het JGT"]
    soort: str
    tekst: str | None


class AanmeldingUit(BaseModel):
    """The aanmelding as the family reads it: the same as the JGT reads."""

    kenmerk: str
    status: Status
    ontvangen_op: datetime
    contact_voor: date
    team: str | None
    telefoon: str | None
    velden: dict[str, Any]
    logboek: list[LogRegel]
    wissen_voor: date | None = None
    """Deletion was asked: by when a professional answers."""
    berichten: list[KaartUnie] = []
    """The safety reply, when what was just written gave reason for it."""


class Wisvraag(Invoer):
    """That deletion is really what is asked."""

    wissen: Literal[True]


class Wisverzoek(BaseModel):
    """What came of asking for deletion: wiped, or asked, with the day of the answer."""

    gewist: bool
    antwoord_voor: date | None = None


class Inzage(BaseModel):
    """Everything that is kept here of one aanmelding and that its sender may have, to keep or to take elsewhere."""

    gemaakt_op: datetime
    gemeente: str
    aanmelding: AanmeldingUit
    eerst_gelezen: datetime | None
    wissen_na_dagen: int
    """So many days after the last step, once it is closed, the text is wiped here."""
    ontvangers: list[str]
    niet_hierin: list[str]


class Wijziging(Invoer):
    """Fields the family changes; the balie keeps seeing the old value."""

    velden: dict[str, Any]


class NieuwBericht(Invoer):
    """A line the family adds."""

    tekst: Lang
