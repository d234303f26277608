"""`voordeur kennis nieuw`: an article with everything in its place and nothing filled in yet."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

from knowledge.loading import lees_onderwerpen

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SJABLOON = """\
---
titel: {titel}
onderwerp: {onderwerp}
doelgroep: [ouder]              # voor wie: een of meer van ouder, jongere, professional, ander
leeftijd: {{van: 0, tot: 23}}     # leeftijd van het kind in jaren; tot telt mee
# Het eerste bericht in de chat: ten hoogste 60 woorden, op zichzelf een compleet antwoord.
# Eerst een zin herkenning, dan de een of twee dingen die vandaag het meest helpen.
kort: >-
  VUL IN
# 14 of meer vragen, zoals mensen ze echt typen: kort en lang, met tikfouten, vader, oma, jongere, leerkracht.
# Niet twee bijna dezelfde, en geen vraag die al bij een ander artikel staat.
vragen: []
#  - mijn dochter van 3 komt steeds uit bed
# Wat mensen daarna vragen. Elk wijst naar een artikel dat er al is; weet je er geen, laat dan [] staan.
vervolg: []
#  - vraag: Hoe lang duurt het voor dit werkt?
#    artikel: slapen/bedritueel
# Twee of meer bronnen die je echt hebt gelezen, met de dag waarop. Neem nooit hun zinnen over.
bronnen: []
#  - titel: Slapen bij peuters
#    uitgever: NJi
#    url: https://www.nji.nl/...
#    gezien_op: {vandaag}
eigenaar: redactie jeugd        # een functie, nooit een persoon
nagekeken_op: {vandaag}
verloopt_op: {verloopt}         # daarna krijgt niemand dit artikel meer; gezondheid en recht: een half jaar
versie: 1
status: concept                 # gepubliceerd als de tekst klaar is en wie tekent heeft getekend
---

## Wat is gewoon

VUL IN: waarom dit vaak voorkomt. Gaat het over regels, noem deze kop dan 'Hoe het zit'.

## Wat je vandaag kunt doen

- VUL IN: een stap per punt, zo concreet dat het vandaag kan.
- VUL IN: een voorbeeldzin om te zeggen.

## Liever niet

- VUL IN: wat meestal niet helpt, zonder verwijt.

## Wanneer hulp

- VUL IN: bij welk teken, en wie dan het eerst: huisarts, jeugdgezondheidszorg, school of {{team:telefoon}}.
- Is er nu gevaar? Bel {{hulplijn:112}}.

## In de buurt

VUL IN: welke soort hulp dichtbij past. Geen namen van plaatselijke organisaties.
"""


class SjabloonFout(Exception):
    """The article cannot be made; the message says why."""


def nieuw_artikel(basis: Path, onderwerp: str, slug: str, *, vandaag: date, titel: str | None = None) -> Path:
    """Write the template and return its path; raises SjabloonFout for an unknown topic, a bad name or an existing article."""
    slugs = [o.slug for o in lees_onderwerpen(basis / "landelijk/onderwerpen.yml", basis)]
    if onderwerp not in slugs:
        lijkt = [naam for naam in slugs if onderwerp[:4] in naam] or slugs[:5]
        raise SjabloonFout(f"'{onderwerp}' staat niet in onderwerpen.yml. Bedoel je: {', '.join(lijkt)}?")
    if SLUG.fullmatch(slug) is None:
        raise SjabloonFout(f"'{slug}' kan niet: gebruik alleen kleine letters, cijfers en streepjes.")
    pad = basis / f"artikelen/{onderwerp}/{slug}.md"
    pad.parent.mkdir(parents=True, exist_ok=True)
    inhoud = SJABLOON.format(
        titel=_yaml(titel or "VUL IN, zoals iemand het zou vragen"),
        onderwerp=onderwerp,
        vandaag=vandaag,
        verloopt=vandaag + timedelta(days=365),
    )
    try:
        with pad.open("x", encoding="utf-8") as bestand:
            bestand.write(inhoud)
    except FileExistsError:
        raise SjabloonFout(f"{pad} bestaat al; ik schrijf er niet overheen.") from None
    return pad


def _yaml(tekst: str) -> str:
    """A title in quotes, so that a colon or an apostrophe in it does no harm."""
    return '"' + " ".join(tekst.split()).replace("\\", "\\\\").replace('"', '\\"') + '"'
