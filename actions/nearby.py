"""Help nearby: what the sociale basis has for this topic, kern and age, before and beside the JGT."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import Any

from actions.answer import ZEKER
from actions.base import Uitkomst
from actions.consult import contactpersoonkaart, vaste_contactpersoon
from actions.context import Situatie
from actions.extra import LuisterActie
from actions.kaarten import Kaart, Keuze, Keuzes, Route
from actions.present import hulplijnkaart, voorzieningkaart
from actions.told import geprobeerd, verteld
from actions.wayfinding import gezochte_lijn, vraagt_contactpersoon
from knowledge.models import Voorziening
from knowledge.places import Gevonden, Wegwijzer

ALGEMEEN = "steun-in-de-buurt"
ZEGT_IETS = 7  # words from which 'not enough' tells something too
DUIDELIJK, DUIDELIJKER = (
    0.2,
    0.45,
)  # score from which a question names its topic; the second while there is a topic already
KORT = 6  # words in a question about the cost that leans on what was just shown
DAT = re.compile(r"\b(?:dat|het|die|dit|daar\w*|er)\b", re.I)
VAN_HET_GESPREK = 0.6  # how much the topic of the conversation counts beside what the question itself says
WANNEER = re.compile(r"\b(?:wanneer|hoe laat|welke dag\w*|tijden|openingstijd\w*|open|datum|data|adres|start)\b", re.I)


def wegwijzer_van(s: Situatie) -> Wegwijzer:
    """The index over the sociale kaart of this gemeente."""
    return s.kennis.wegwijzers[s.gemeente.id]


def passend(s: Situatie, *, onderwerp: str | None, aantal: int = 3) -> list[Voorziening]:
    """The nearest entries for this topic, filled up with general support nearby."""
    wegwijzer = wegwijzer_van(s)
    gericht = wegwijzer.bij_onderwerp(
        onderwerp or ALGEMEEN, rol=s.rol, leeftijd=s.leeftijd, kern=s.kern, breed=onderwerp == ALGEMEEN
    )
    if len(gericht) >= aantal or onderwerp == ALGEMEEN:
        return gericht[:aantal]
    breed = wegwijzer.bij_onderwerp(ALGEMEEN, rol=s.rol, leeftijd=s.leeftijd, kern=s.kern, breed=True)
    return [*gericht, *(plek for plek in breed if plek not in gericht)][:aantal]


def gevraagd(s: Situatie, *, aantal: int = 3) -> list[Gevonden]:
    """What this text asks for by name or by kind, best first. When nothing is for this age, the kind itself with its ages."""
    over = _onderwerpen(s)
    gevonden: list[Gevonden] = []
    for leeftijd in dict.fromkeys((s.leeftijd, None)):
        gevonden = gevonden or wegwijzer_van(s).zoek(
            s.tekst, onderwerpen=over, rol=s.rol, leeftijd=leeftijd, kern=s.kern, aantal=aantal
        )
    if all(plek.kaal for plek in gevonden) and over:  # 'a group': the one that is about this
        raak = [plek for plek in gevonden if over.keys() & set(plek.voorziening.onderwerpen)]
        return raak if raak or max(over.values()) >= VAN_HET_GESPREK else gevonden
    return gevonden


def _onderwerpen(s: Situatie) -> dict[str, float]:
    """How likely each topic is: from the question itself, and from the conversation when the question does not say it."""
    kansen: defaultdict[str, float] = defaultdict(float)
    for treffer in s.kennis.zoek(s.tekst, rol=s.rol, leeftijd=s.leeftijd) if s.tekst else ():
        if treffer.score >= DUIDELIJK and treffer.artikel.onderwerp != ALGEMEEN:
            kansen[treffer.artikel.onderwerp] = max(kansen[treffer.artikel.onderwerp], treffer.score)
    eerder = s.slots.get("onderwerp")
    if eerder and eerder != ALGEMEEN and max(kansen.values(), default=0.0) < DUIDELIJKER:
        kansen[eerder] = max(kansen[eerder], VAN_HET_GESPREK)
    return dict(kansen)


class ActieInDeBuurt(LuisterActie):
    """The visitor asks what there is nearby, or names a place, a help line or their own school: the way there."""

    naam = "actie_in_de_buurt"

    def doe(self, s: Situatie) -> Uitkomst:
        if vraagt_contactpersoon(s.tekst, bekend=s.slots.get("contactpersoon") is not None):
            return _contactpersoon(s)
        lijn = gezochte_lijn(s.kennis.hulplijnen, s.tekst)
        if lijn is not None:
            kaarten: list[Kaart] = [
                s.zeg("hulplijn_gevonden"),
                hulplijnkaart(lijn, s.nu),
                *s.zeg_met_knoppen("helpt_dit"),
            ]
            return Uitkomst(kaarten, {"wacht_op": "helpt"}, "praktisch", s.slots.get("onderwerp"))
        return _gevraagd(s, gevraagd(s)) or _over_het_onderwerp(s)


def _gevraagd(s: Situatie, gevonden: list[Gevonden]) -> Uitkomst | None:
    """The places that were asked for; None when there are none."""
    if not gevonden:
        return None
    plekken = [plek.voorziening for plek in gevonden]
    kaarten: list[Kaart] = [s.zeg("plek_genoemd" if gevonden[0].genoemd else "buurt")]
    kaarten += [voorzieningkaart(plek) for plek in plekken]
    if WANNEER.search(s.tekst) and not plekken[0].schedule:
        kaarten.append(s.zeg("plek_zonder_tijd"))
    over = _onderwerpen(s)
    onderwerp = max(over, key=lambda slug: over[slug]) if over else s.slots.get("onderwerp")
    slots = _slots(s) | {"onderwerp": onderwerp, "laatste_vraag": s.slots.get("laatste_vraag") or s.tekst}
    return Uitkomst([*kaarten, *_verder(s)], slots, "sociale_basis", onderwerp or ALGEMEEN)


def genoemde_plek(s: Situatie) -> Uitkomst | None:
    """The place that these words name as a kind of help, for who is not understood otherwise ('een prik gemist'); else None."""
    return _gevraagd(s, [plek for plek in gevraagd(s) if not plek.kaal]) if s.tekst else None


def _over_het_onderwerp(s: Situatie) -> Uitkomst:
    """The places for the topic of the question, else for that of the conversation."""
    over = _onderwerpen(s)
    onderwerp = max(over, key=lambda slug: over[slug]) if over else s.slots.get("onderwerp") or ALGEMEEN
    plekken = passend(s, onderwerp=onderwerp)
    if not plekken:
        slots = {"wacht_op": "aanmelden", "onderwerp": onderwerp}
        return Uitkomst([s.zeg("buurt_leeg"), s.contact()], slots, "sociale_basis", onderwerp)
    kaarten: list[Kaart] = [s.zeg("buurt"), *(voorzieningkaart(plek) for plek in plekken), *_verder(s)]
    return Uitkomst(kaarten, _slots(s) | {"onderwerp": onderwerp}, "sociale_basis", onderwerp)


def in_deze_kern(s: Situatie) -> Uitkomst | None:
    """The places nearby for the topic of the conversation, for who says where they live; None when there are none."""
    onderwerp = s.slots.get("onderwerp")
    plekken = passend(s, onderwerp=onderwerp) if onderwerp else []
    if not plekken or "buurt" in (s.slots.get("aangeboden") or []):
        return None
    kaarten: list[Kaart] = [s.zeg("kern_gehoord"), *(voorzieningkaart(plek) for plek in plekken)]
    return Uitkomst([*kaarten, *s.zeg_met_knoppen("helpt_dit")], _slots(s), "sociale_basis", onderwerp)


def voor_deze_leeftijd(s: Situatie) -> Uitkomst | None:
    """The places that were asked for, again for the age that is known now; None when the conversation is not about places."""
    vraag = s.slots.get("laatste_vraag")
    if not vraag or s.slots.get("artikel") or s.slots.get("verhaal") or not s.slots.get("buurt"):
        return None
    toen = replace(s, tekst=str(vraag))
    uitkomst = _gevraagd(toen, gevraagd(toen)) or _over_het_onderwerp(toen)
    return replace(uitkomst, kaarten=[s.zeg("kern_gehoord"), *uitkomst.kaarten[1:]])


def wat_kost_dat(s: Situatie) -> Uitkomst | None:
    """What the places just shown cost, for who asks 'kost dat geld'; None when none were shown or more is asked."""
    vers = s.slots.get("buurt_vers") or []
    if not vers or len(s.tekst.split()) > KORT or not DAT.search(s.tekst):
        return None
    plekken = [plek for plek in s.gemeente.sociale_kaart if plek.naam in vers]
    kosten = " ".join(f"{plek.naam}: {(plek.fees_description or 'staat er niet bij').rstrip('.')}." for plek in plekken)
    slots = {"wacht_op": "helpt", "buurt_vers": vers}
    return Uitkomst(
        [s.zeg("kosten_plek", kosten=kosten), *s.zeg_met_knoppen("helpt_dit")],
        slots,
        "sociale_basis",
        s.slots.get("onderwerp"),
    )


def _slots(s: Situatie) -> dict[str, Any]:
    """What is remembered: the neighbourhood was shown, so that 'not enough' leads on and not round."""
    return {"wacht_op": "helpt", "aangeboden": sorted({*(s.slots.get("aangeboden") or []), "buurt"})}


def _verder(s: Situatie) -> list[Kaart]:
    """'Does this help?', with the answer one tap away when there is one to the question itself."""
    kaarten = s.zeg_met_knoppen("helpt_dit")
    treffers = s.kennis.zoek(s.tekst, rol=s.rol, leeftijd=s.leeftijd, aantal=1) if s.tekst else []
    if not treffers or treffers[0].score < ZEKER or treffers[0].artikel.id in (s.slots.get("getoond") or []):
        return kaarten
    beste = treffers[0].artikel
    eigen = [keuze for kaart in kaarten if isinstance(kaart, Keuzes) for keuze in kaart.keuzes]
    return [kaarten[0], Keuzes(keuzes=[*eigen, Keuze(label=beste.titel, keuze=f"artikel:{beste.id}")])]


def _contactpersoon(s: Situatie) -> Uitkomst:
    """Who belongs to their own school, kindcentrum or practice; when that is not known, whom to ask."""
    vast = vaste_contactpersoon(s)
    route: Route = "consult" if s.rol == "professional" else "sociale_basis"
    if vast is not None:
        kaarten = [contactpersoonkaart(s, vast), *s.zeg_met_knoppen("helpt_dit")]
        return Uitkomst(kaarten, {"wacht_op": "helpt"}, route, s.slots.get("onderwerp"))
    plekken = gevraagd(s, aantal=1)
    kaarten = [s.zeg("contactpersoon_onbekend"), *(voorzieningkaart(plek.voorziening) for plek in plekken), s.contact()]
    return Uitkomst([*kaarten, *s.zeg_met_knoppen("helpt_dit")], {"wacht_op": "helpt"}, route, s.slots.get("onderwerp"))


class ActieNietGeholpen(LuisterActie):
    """An answer did not help: first the sociale basis, the second time the JGT. Leads on, never round."""

    naam = "actie_niet_geholpen"

    def doe(self, s: Situatie) -> Uitkomst:
        onderwerp = s.slots.get("onderwerp") or (ALGEMEEN if s.slots.get("verhaal") else None)
        al = list(s.slots.get("aangeboden") or [])
        plekken = [] if "buurt" in al or onderwerp is None else passend(s, onderwerp=onderwerp)
        kaarten: list[Kaart] = []
        if plekken:
            kaarten += [s.zeg("niet_geholpen_buurt"), *(voorzieningkaart(plek) for plek in plekken)]
        aanbod = s.zeg_met_knoppen("niet_geholpen_jgt")
        if "jgt" in al:  # offered before and still stuck: the number itself
            aanbod.insert(1, s.contact())
        kaarten += aanbod
        verhaal = verteld(s) if len(s.tekst.split()) >= ZEGT_IETS else geprobeerd(s)
        slots = verhaal | {"wacht_op": "aanmelden", "aangeboden": sorted({*al, "buurt", "jgt"})}
        return Uitkomst(kaarten, slots, "sociale_basis" if plekken else "overdracht", onderwerp)
