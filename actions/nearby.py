"""Help nearby: what the sociale basis has for this topic, kern and age, before and beside the JGT."""

from __future__ import annotations

import re
from typing import Any

from actions.base import Actie, Uitkomst
from actions.context import Situatie
from actions.kaarten import Kaart
from actions.present import voorzieningkaart
from actions.told import geprobeerd, verteld
from knowledge.models import Voorziening

ALGEMEEN = "steun-in-de-buurt"
WOORD = re.compile(r"[^\W\d_]{5,}")
STAM = 6  # letters by which a word is recognised: "maatje" and "maatjes", "moskee" and "moskeeën"
ALGEMEEN_WOORD = re.compile(
    r"kinderen|jongeren?|jonge|ouders?|gezin(?:nen)?|andere|helpt|hulp|buurt|welzijn|gemeente|groep|school|praten|iemand|zelf|regio|"
    r"gezondheid|opvang|ontmoeting|opvoeden|opgroeien|sport|cursus|steun|samen|werken|inkomen"
)

ZEGT_IETS = 7  # words from which 'not enough' tells something too


def passend(s: Situatie, *, onderwerp: str | None, aantal: int = 3) -> list[Voorziening]:
    """The nearest entries for this topic, filled up with general support nearby."""
    gericht = s.kennis.voorzieningen(s.gemeente, onderwerp=onderwerp, kern=s.kern, leeftijd=s.leeftijd)
    if len(gericht) >= aantal or onderwerp == ALGEMEEN:
        return gericht[:aantal]
    breed = s.kennis.voorzieningen(s.gemeente, onderwerp=ALGEMEEN, kern=s.kern, leeftijd=s.leeftijd)
    return [*gericht, *(plek for plek in breed if plek not in gericht)][:aantal]


def op_naam(s: Situatie, *, aantal: int = 3) -> list[Voorziening]:
    """The entries whose name or kind this text uses ("een maatje", "de bibliotheek"), best match first."""
    gezegd = {woord[:STAM] for woord in WOORD.findall(s.tekst.lower())}
    paren = [(len(gezegd & _eigen_woorden(plek)), plek) for plek in s.kennis.voorzieningen(s.gemeente, kern=s.kern)]
    return [plek for raak, plek in sorted(paren, key=lambda paar: -paar[0]) if raak][:aantal]


def _eigen_woorden(plek: Voorziening) -> set[str]:
    woorden = WOORD.findall(f"{plek.naam} {plek.soort}".lower())
    return {woord[:STAM] for woord in woorden if not ALGEMEEN_WOORD.fullmatch(woord)}


class ActieInDeBuurt(Actie):
    """The visitor asks what there is nearby: the topic comes from the question itself, else from the conversation."""

    naam = "actie_in_de_buurt"

    def doe(self, s: Situatie) -> Uitkomst:
        genoemd = op_naam(s)
        if genoemd:
            kaarten: list[Kaart] = [s.zeg("buurt"), *(voorzieningkaart(plek) for plek in genoemd)]
            slots: dict[str, Any] = {"wacht_op": "helpt"}
            return Uitkomst(
                [*kaarten, *s.zeg_met_knoppen("helpt_dit")], slots, "sociale_basis", s.slots.get("onderwerp")
            )
        treffers = s.kennis.zoek(s.tekst, rol=s.rol, leeftijd=s.leeftijd, aantal=1)
        gevonden = treffers[0].artikel.onderwerp if treffers and treffers[0].score > 0.2 else None
        onderwerp = gevonden or s.slots.get("onderwerp") or ALGEMEEN
        plekken = passend(s, onderwerp=onderwerp)
        slots = {"wacht_op": "helpt" if plekken else "aanmelden", "onderwerp": onderwerp}
        if not plekken:
            return Uitkomst([s.zeg("buurt_leeg"), s.contact()], slots, "sociale_basis", onderwerp)
        kaarten = [s.zeg("buurt"), *(voorzieningkaart(plek) for plek in plekken)]
        return Uitkomst([*kaarten, *s.zeg_met_knoppen("helpt_dit")], slots, "sociale_basis", onderwerp)


class ActieNietGeholpen(Actie):
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
