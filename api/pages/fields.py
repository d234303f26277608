"""The aanmelding as a form and as lines to read: which questions, in which order, and what was answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import ValidationError

from api.aanmelding.schemas import Velden
from api.pages.forms import Formulier
from api.pages.texts import teksten
from knowledge.models import Gemeente

Soort = Literal["regel", "tekst", "tel", "email", "lijst", "een", "meer"]
JA, NEE = "ja", "nee"
JA_NEE = ("veilig_bellen", "voicemail_ok")
MET_LABEL = ("rol", "vorm", "wanneer", "mail_bericht")
ROLLEN = ("ouder", "jongere", "professional", "ander")
VORMEN = ("bellen", "beeldbellen", "huisbezoek", "op school", "mail")
MAILKEUZES = ("alleen_ik", "gedeeld", "nee")
DAGDELEN = ("ochtend", "middag", "avond")


@dataclass(frozen=True)
class Veld:
    """One question of the form."""

    id: str
    soort: Soort
    verplicht: bool = False
    autocomplete: str = ""
    opties: tuple[str, ...] = ()

    @property
    def in_contact(self) -> bool:
        """Whether it stands among the contact details."""
        return self in BEREIKEN


JIJ = (
    Veld("rol", "een", verplicht=True, opties=ROLLEN),
    Veld("naam", "regel", verplicht=True, autocomplete="given-name"),
    Veld("kern", "lijst", verplicht=True),
)
VRAAG = (Veld("zorg", "tekst", verplicht=True), Veld("kind_leeftijd", "regel"))
BEREIKEN = (
    Veld("telefoon", "tel", autocomplete="tel"),
    Veld("email", "email", autocomplete="email"),
    Veld("mail_bericht", "een", opties=MAILKEUZES),
    Veld("veilig_bellen", "een", opties=(JA, NEE)),
    Veld("voicemail_ok", "een", opties=(JA, NEE)),
    Veld("vorm", "een", opties=VORMEN),
    Veld("wanneer", "meer", opties=DAGDELEN),
    Veld("tolk", "regel"),
)
MEER = (
    Veld("sinds", "regel"),
    Veld("al_geprobeerd", "tekst"),
    Veld("wie_helpt_al", "tekst"),
    Veld("vaste_medewerker", "regel"),
    Veld("steunfiguur", "regel"),
    Veld("wens", "tekst"),
    Veld("gaat_goed", "tekst"),
    Veld("met_jou", "tekst"),
    Veld("aangeboden", "tekst"),
    Veld("leefgebieden", "meer"),
    Veld("wie_weten_ervan", "tekst"),
    Veld("veilig_te_benaderen", "tekst"),
    Veld("opmerking", "tekst"),
)
ALLE = (*JIJ, *VRAAG, *BEREIKEN, *MEER)


def opties(gemeente: Gemeente, leefgebieden: Sequence[str] = ()) -> dict[str, list[tuple[str, str]]]:
    """What can be chosen at each question, as value and label; only life areas that the conversation noticed."""
    kernen = [(kern.id, kern.naam) for kern in gemeente.kernen]
    zelf = {veld.id: [(waarde, in_woorden(veld.id, waarde, gemeente)) for waarde in veld.opties] for veld in ALLE}
    return zelf | {"kern": kernen, "leefgebieden": [(waarde, waarde) for waarde in leefgebieden]}


def lees(formulier: Formulier, velden: tuple[Veld, ...] = ALLE) -> dict[str, Any]:
    """What was filled in; None for what was left empty, so that it also empties what was known before."""
    gelezen: dict[str, Any] = {veld.id: _waarde(formulier, veld) for veld in velden}
    contact = {veld.id: gelezen.pop(veld.id) for veld in velden if veld.in_contact}
    return gelezen | ({"contact": contact} if contact else {})


def _waarde(formulier: Formulier, veld: Veld) -> Any:
    if veld.soort == "meer":
        return formulier.meer(veld.id) or None
    tekst = formulier.een(veld.id) or None
    return tekst == JA if tekst and veld.id in JA_NEE else tekst


def gevuld(velden: dict[str, Any]) -> dict[str, Any]:
    """Only what the form shows and what is not empty: this is what leaves."""
    kaal = {veld.id: velden.get(veld.id) for veld in ALLE if not veld.in_contact}
    bron = velden.get("contact") or {}
    contact = {veld.id: bron.get(veld.id) for veld in BEREIKEN if bron.get(veld.id) not in (None, "", [])}
    return {naam: waarde for naam, waarde in kaal.items() if waarde not in (None, "", [])} | (
        {"contact": contact} if contact else {}
    )


def keur(velden: dict[str, Any], gemeente: Gemeente) -> dict[str, str]:
    """What is not right yet, as a text for each field, in the order of the form; empty when it can be sent."""
    fouten: dict[str, str] = {}
    try:
        Velden.model_validate({"contact": {}} | velden)
    except ValidationError as fout:
        fouten = {_veld_van(deel["loc"]): deel["type"] for deel in fout.errors()}
    if not set(velden.get("contact") or {}) & {"telefoon", "email"}:
        fouten.setdefault("telefoon", "missing")
    if velden.get("kern") and velden["kern"] not in {kern.id for kern in gemeente.kernen}:
        fouten["kern"] = "missing"
    return {veld.id: _uitleg(veld.id, fouten[veld.id]) for veld in ALLE if veld.id in fouten}


def _veld_van(plek: tuple[Any, ...]) -> str:
    """The field of the form that a mistake belongs to; the rule 'one way to reach them' stands at the first of the two."""
    namen = [deel for deel in plek if isinstance(deel, str) and deel != "contact"]
    return namen[0] if namen else "telefoon"


def _uitleg(veld: str, soort: str) -> str:
    if soort == "string_too_long":
        return teksten()("formulier.fout_te_lang")
    naam = "bereiken" if veld == "telefoon" and soort == "missing" else veld
    return teksten().zinnen.get(f"formulier.fout_{naam}") or teksten()("formulier.fout_anders")


@dataclass(frozen=True)
class Regel:
    """One line of what was approved: the question and, word for word, the answer."""

    id: str
    label: str
    tekst: str


def regels(velden: dict[str, Any], gemeente: Gemeente) -> list[Regel]:
    """The aanmelding as lines to read: the questions of the form in their order, then what came from elsewhere."""
    plat = {naam: waarde for naam, waarde in velden.items() if naam != "contact"} | (velden.get("contact") or {})
    volgorde = {veld.id: nummer for nummer, veld in enumerate(ALLE)}
    namen = sorted(plat, key=lambda naam: volgorde.get(naam, len(volgorde)))
    return [Regel(naam, label(naam), in_woorden(naam, plat[naam], gemeente)) for naam in namen if _is_iets(plat[naam])]


def _is_iets(waarde: Any) -> bool:
    return waarde not in (None, "", [])


def label(naam: str) -> str:
    """The question that belongs to a field."""
    bekend = teksten().velden.get(naam)
    return bekend.label if bekend else naam.replace("_", " ")


def in_woorden(naam: str, waarde: Any, gemeente: Gemeente) -> str:
    """An answer as one reads it: the name of a kern, 'Ja' or 'Nee', the labels of boxes; typed text as it is."""
    if isinstance(waarde, bool):
        return teksten().keuze("opties", JA if waarde else NEE)
    if isinstance(waarde, list):
        return ", ".join(in_woorden(naam, deel, gemeente) for deel in waarde)
    if naam in JA_NEE:
        return teksten().keuze("opties", str(waarde))
    if naam == "kern":
        return next((kern.naam for kern in gemeente.kernen if kern.id == waarde), str(waarde))
    return teksten().keuze("opties", f"{naam}_{waarde}") if naam in MET_LABEL else str(waarde)


def team_naam(gemeente: Gemeente, kern_id: str | None) -> str:
    """Who will read it."""
    team = gemeente.team_van(kern_id) if kern_id else None
    return team.naam if team else teksten()("formulier.jgt")
