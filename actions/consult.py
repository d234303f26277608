"""Professionals: a consult without naming the child, and the routes in steps (whom to involve when, the Meldcode)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from actions.base import Actie, Uitkomst
from actions.casus import noemt_kind, zonder_kind
from actions.context import Situatie
from actions.kaarten import ArtikelBlok, ArtikelKaart, Bronvermelding, ConsultKaart, Contact, Kaart, Keuze, Keuzes
from actions.present import hulplijnkaart
from actions.texts import Teksten
from actions.told import verteld
from knowledge.models import Contactpersoon, Gemeente
from knowledge.opening_hours import in_dagen
from knowledge.stroomschema import JGT, Stap, Stroomschema

STAP = "stap:"
BEGIN_MELDCODE = "meldcode/signalen"
CONSULTATIE = "stroomschema/consultatie"
OVERLEG = "overleg"  # the name under which is remembered that the ways on were just given
KNOP = {
    "consult": ("knop_consult", "consult"),
    "aanmelding": ("knop_aanmelding", "wil_aanmelden"),
    None: ("knop_mens", "wil_mens"),
}  # what a step offers: the text of the button, and what it does
AANMELDEN = re.compile(r"\b(?:aan\s?meld\w*|aangemeld|meld\b[^.!?]*\baan\b|doorverwij\w*|verwijz\w*)\b", re.I)
WOORD = re.compile(r"[^\W\d_]{4,}")
NIET_EIGEN = frozenset(
    [
        "demo",
        "school",
        "basisschool",
        "kindcentrum",
        "opvang",
        "huisartsenpraktijk",
        "praktijk",
        "voor",
        "onze",
        "mijn",
        "deze",
    ]
)


class ActieToonStap(Actie):
    """One step of a route: what to do, what to tick off, how to say it, and the steps that may follow."""

    naam = "actie_toon_stap"

    def doe(self, s: Situatie) -> Uitkomst:
        adres = str(s.slots.get("gekozen_stap"))
        gevonden = s.kennis.stap(adres)
        slots: dict[str, Any] = {"gekozen_stap": None, "rol": "professional"}
        if gevonden is None:
            return Uitkomst(s.zeg_met_knoppen("onbegrepen"), slots, "onbegrepen")
        schema, stap = gevonden
        aanbod = [consultkaart(s)] if adres == CONSULTATIE else []
        kaarten = [stapkaart(s, adres, schema, stap), *_lijnen(s, stap), *aanbod, _verder(s, adres, stap)]
        wil = {"consult": stap.bied != "aanmelding", "wacht_op": "aanmelden" if stap.bied else None}
        return Uitkomst(kaarten, slots | wil, "consult")


def overleg(s: Situatie) -> Uitkomst:
    """What a professional tells leads to the ways on; what a child is known by is not taken in, and that is said."""
    slots: dict[str, Any] = {"consult": True, "wacht_op": "aanmelden", "misverstanden": 0}
    slots |= wat_mee_mag(s)
    if not s.slots.get("consult"):
        return Uitkomst(consultkaarten(s, s.zeg_met_knoppen("consult")), slots, "consult")
    al = set(s.slots.get("aangeboden") or [])
    slots["aangeboden"] = sorted(al ^ {OVERLEG})  # never twice the same in a row
    gezegd = s.zeg_met_knoppen("consult_weer" if OVERLEG in al else "consult_gehoord")
    return Uitkomst(consultkaarten(s, gezegd), slots, "consult")


def wat_mee_mag(s: Situatie) -> dict[str, Any]:
    """The slots for what a professional tells, without the parts by which a child is known."""
    rest = zonder_kind(s.tekst)
    return verteld(replace(s, tekst=rest)) | {"laatste_vraag": rest} if rest else {}


def toon_consult(s: Situatie) -> Uitkomst:
    """Someone wants to be called back for a consult: where to ask for it, and how to reach the JGT right now."""
    slots = {"rol": "professional", "consult": True, "wacht_op": None, "gevraagd": None, "misverstanden": 0}
    al = bool(s.slots.get("kaart_getoond"))
    kaarten = consultkaarten(s, s.zeg_met_knoppen("consult_weer" if al else "consult_kaart"))
    return Uitkomst(kaarten, slots | {"kaart_getoond": True}, "consult", s.slots.get("onderwerp"))


def is_in_consult(s: Situatie) -> bool:
    """Whether a professional is on the way to a consult, and not to an aanmelding together with a family."""
    return s.rol == "professional" and bool(s.slots.get("consult"))


def is_consult(s: Situatie) -> bool:
    """Whether a request to be called is a consult: a professional asks, and not for an aanmelding together with the family."""
    if s.rol != "professional" or AANMELDEN.search(s.tekst):
        return False
    return bool(s.slots.get("consult")) or (s.slots.get("consult") is None and bool(s.tekst))


def consultkaarten(s: Situatie, gezegd: list[Kaart]) -> list[Kaart]:
    """A text with its buttons, and between them where to ask for a consult and how to reach the JGT: the fixed contact when
    their place was named. First, when a child was as good as named, that this is not needed and goes nowhere."""
    vast = vaste_contactpersoon(s)
    eerst: list[Kaart] = [s.zeg("consult_geen_kind")] if noemt_kind(s.tekst) else []
    zin, *knoppen = gezegd
    return [*eerst, zin, consultkaart(s), contactpersoonkaart(s, vast) if vast else s.contact(), *knoppen]


def consultkaart(s: Situatie) -> ConsultKaart:
    """Where to ask for the consult, with the topic and the kern of the conversation."""
    return ConsultKaart(gemeente=s.gemeente.id, onderwerp=s.slots.get("onderwerp"), kern=s.kern)


def vaste_contactpersoon(s: Situatie) -> Contactpersoon | None:
    """The fixed contact of the school, kindcentrum or huisartsenpraktijk that was named.

    A school is personal data and does not reach Rasa: which contact it has was looked up before redaction.
    """
    naam = s.slots.get("contactpersoon")
    return next((persoon for persoon in s.gemeente.contactpersonen if persoon.id == naam), None)


def genoemde_contactpersoon(gemeente: Gemeente, tekst: str) -> str | None:
    """The id of the fixed contact whose place this text names, before redaction; None when it names none."""
    laag = tekst.lower()
    return next((persoon.id for persoon in gemeente.contactpersonen if _genoemd(persoon, laag)), None)


def _genoemd(persoon: Contactpersoon, gezegd: str) -> bool:
    eigen = [woord for woord in WOORD.findall(persoon.plek.lower()) if woord not in NIET_EIGEN]
    return bool(eigen) and all(woord in gezegd for woord in eigen)


def contactpersoonkaart(s: Situatie, persoon: Contactpersoon) -> Contact:
    """A fixed contact by function, with the days; the number of the JGT where there is none of their own."""
    return contactpersoonkaart_bij(s.teksten, s.gemeente, persoon, rol=s.rol, kiem=s.kiem)


def contactpersoonkaart_bij(
    teksten: Teksten, gemeente: Gemeente, persoon: Contactpersoon, *, rol: str | None = None, kiem: str = ""
) -> Contact:
    """The same card outside a conversation."""
    dagen = in_dagen(persoon.dagen)
    waar = " ".join(filter(None, [persoon.spreekuur, f"Aanwezig op {dagen}." if dagen else None]))
    return Contact(
        team=f"{persoon.functie}, {persoon.plek}",
        telefoon=persoon.telefoon or gemeente.telefoon,
        open=waar or None,
        uitleg=teksten.zeg("vaste_contactpersoon", rol=rol, kiem=kiem, plek=persoon.plek).tekst,
        demo=gemeente.demo,
    )


def stapkaart(s: Situatie, adres: str, schema: Stroomschema, stap: Stap) -> ArtikelKaart:
    """A step as a card that opens further, with the version of the route it comes from."""

    def vul(tekst: str) -> str:
        return s.kennis.vul_in(tekst, s.gemeente)

    blokken = {
        "Wanneer": " ".join(filter(None, [stap.wanneer, stap.voorwaarde])),
        "Wie": ", ".join(stap.wie) + ".",
        "Om af te vinken": "\n".join(f"- {punt}" for punt in stap.punten),
        "Zo kun je het zeggen": "\n".join(f"- {zin}" for zin in stap.zinnen),
        "Bij wie ben je": f"Versie {schema.versie} van {schema.nagekeken_op:%d-%m-%Y}, eigenaar: {schema.eigenaar}.",
    }
    return ArtikelKaart(
        artikel=adres,
        titel=stap.titel,
        tekst=vul(stap.doen),
        blokken=[ArtikelBlok(kop=kop, tekst=vul(tekst)) for kop, tekst in blokken.items() if tekst],
        wanneer_hulp=None,
        bronnen=[Bronvermelding(titel=bron.titel, url=str(bron.url)) for bron in schema.bronnen],
        nagekeken_op=schema.nagekeken_op.isoformat(),
        concept=schema.status == "concept",
    )


def _lijnen(s: Situatie, stap: Stap) -> Iterator[Kaart]:
    for naam in stap.hulplijnen:
        yield s.contact() if naam == JGT else hulplijnkaart(s.kennis.hulplijnen[naam], s.nu)


def _verder(s: Situatie, adres: str, stap: Stap) -> Keuzes:
    schema, (tekst, keuze) = adres.partition("/")[0], KNOP[stap.bied]
    keuzes = [Keuze(label=volgende.als, keuze=f"{STAP}{schema}/{volgende.naar}") for volgende in stap.volgende]
    return Keuzes(keuzes=[*keuzes, Keuze(label=s.zeg(tekst).tekst, keuze=keuze)])
