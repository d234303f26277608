"""A content tree on disk: valid as planted, and easy to damage in one place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.checking import controleer
from knowledge.errors import Melding

VANDAAG = date(2026, 11, 22)

ONDERWERPEN = """\
baby-en-peuter:
  slapen: Inslapen en doorslapen
  huilen: Veel huilen en troosten
"""

HULPLIJNEN = """\
hulplijnen:
  - id: "112"
    naam: Alarmnummer 112
    gebruik: Bel bij direct gevaar.
    voor_wie: [inwoner, verwijzer]
    kanalen:
      - {soort: telefoon, waarde: "112", gratis: true, bereikbaar: {altijd: true}}
    herkomst: {status: verified, urls: ["https://voorbeeld.nl/112"], gezien_op: 2026-11-22}
  - id: luisterlijn
    naam: De Luisterlijn
    gebruik: Om je verhaal te doen.
    voor_wie: [inwoner]
    kanalen:
      - {soort: telefoon, waarde: 088-0000000, bereikbaar: {tijden: [{dagen: [ma, di], van: 08:30, tot: 17:00}]}}
    herkomst: {status: press, gezien_op: 2026-11-22}
  - id: zonder-nummer
    naam: Hulp zonder nummer
    gebruik: Alleen een site.
    voor_wie: [inwoner]
    kanalen:
      - {soort: site, waarde: "https://voorbeeld.nl"}
    herkomst: {status: site-only, gezien_op: 2026-11-22}
"""

GEMEENTE = """\
id: voorbeelddam
naam: Voorbeelddam
telefoon: null
crisislijn: null
kernen:
  - {id: oosteind, naam: Oosteind, ook: [Oost Eind], team: jgt-oost}
  - {id: westeind, naam: Westeind, team: jgt-west}
"""

TEAMS = """\
teams:
  - {id: jgt-oost, naam: JGT Oost, partners: [speelgroep]}
  - {id: jgt-west, naam: JGT West, telefoon: 010-echt}
"""

DEMO = """\
telefoon: 000-demo
crisislijn: 000-demo-crisis
teams:
  jgt-oost: {telefoon: 000-oost}
  jgt-west: {telefoon: 000-west}
contactpersonen:
  - {id: demo-school, plek: Demo-school, soort: school, functie: Mentor, nagekeken_op: 2026-11-22}
"""

SOCIALE_KAART = """\
voorzieningen:
  - id: speelgroep
    naam: De speelgroep
    soort: ontmoeting
    omschrijving: Samen spelen.
    onderwerpen: [slapen, huilen]
    kernen: [oosteind]
    maximum_age: 4
    assured_date: 2026-11-22
  - id: oudercafe
    naam: Het oudercafe
    soort: ontmoeting
    omschrijving: Praten met andere ouders.
    onderwerpen: [slapen]
    telefoon: 0000
    bronnen: [{titel: De krant, url: "https://voorbeeld.nl/krant", gezien_op: 2026-11-22}]
    assured_date: 2026-11-22
  - id: gesloten
    naam: De dichte deur
    soort: ontmoeting
    omschrijving: Bestaat niet meer.
    onderwerpen: [slapen]
    status: defunct
    assured_date: 2026-11-22
"""

ARTIKEL = """\
---
titel: {titel}
onderwerp: {onderwerp}
doelgroep: [ouder]
leeftijd: {{van: {van}, tot: {tot}}}
kort: >-
  {kort}
vragen:
{vragen}
vervolg:
  - vraag: En wat als het huilen niet stopt?
    artikel: huilen/troosten
bronnen:
  - titel: Een bron
    uitgever: NJi
    url: https://voorbeeld.nl/een
    gezien_op: 2026-11-22
  - titel: Een andere bron
    url: https://voorbeeld.nl/twee
    gezien_op: 2026-11-22
eigenaar: redactie jeugd
nagekeken_op: 2026-11-22
verloopt_op: 2027-11-22
versie: 1
status: gepubliceerd
---

## Wat is gewoon

{gewoon}

## Wat je vandaag kunt doen

- Breng je kind elke avond op dezelfde tijd naar bed.
- Lees samen een boekje en doe daarna het licht uit.
- Zeg rustig welterusten en loop de kamer uit.

## Liever niet

- Boos worden op de gang maakt het alleen maar drukker.

## Wanneer hulp

- Is er gevaar, bel dan {{hulplijn:112}}. Wil je praten, bel {{hulplijn:luisterlijn}} of {{team:telefoon}}.

## In de buurt

Een oudergroep of een inloop is vaak dichtbij.
"""
DINGEN = (
    "lamp", "knuffel", "school", "oppas", "vakantie", "tandarts", "wandeling", "bril", "fiets", "koorts",
    "zomer", "pyjama", "buurman", "muziek",
)  # fmt: skip
ZIN = "Veel kinderen worden in de nacht een paar keer wakker."


def artikeltekst(
    *, titel: str, onderwerp: str, woord: str, leeftijd: tuple[int, int] = (0, 12), kort: str | None = None
) -> str:
    """An article that passes every rule, about this word."""
    vragen = "\n".join(f"  - {woord} {ding} {woord}" for ding in DINGEN)
    kort = kort or f"Dit gaat over {woord}. Je bent niet de enige."
    gewoon = " ".join([f"Dit gaat over {woord}.", *[ZIN] * 8])
    van, tot = leeftijd
    return ARTIKEL.format(titel=titel, onderwerp=onderwerp, vragen=vragen, kort=kort, gewoon=gewoon, van=van, tot=tot)


@dataclass(frozen=True)
class Boom:
    """The folder, with the changes a test makes to it."""

    map: Path

    @classmethod
    def plant(cls, map_: Path) -> Boom:
        """Write the valid tree."""
        boom = cls(map_)
        boom.schrijf("landelijk/onderwerpen.yml", ONDERWERPEN)
        boom.schrijf("landelijk/hulplijnen.yml", HULPLIJNEN)
        for naam, inhoud in {
            "gemeente": GEMEENTE,
            "teams": TEAMS,
            "demo": DEMO,
            "sociale_kaart": SOCIALE_KAART,
            "contactpersonen": "contactpersonen: []\n",
        }.items():
            boom.schrijf(f"gemeenten/voorbeelddam/{naam}.yml", inhoud)
        slapen = artikeltekst(titel="Je kind komt uit bed", onderwerp="slapen", woord="slapen")
        huilen = artikeltekst(titel="Je baby huilt veel", onderwerp="huilen", woord="huilen", leeftijd=(0, 1))
        boom.schrijf("artikelen/slapen/uit-bed.md", slapen)
        boom.schrijf("artikelen/huilen/troosten.md", huilen)
        return boom

    def schrijf(self, naam: str, inhoud: str) -> None:
        """A file in the tree, new or over the old one."""
        pad = self.map / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(inhoud, encoding="utf-8")

    def vervang(self, naam: str, oud: str, nieuw: str) -> None:
        """Change one place in a file; the old text must be there."""
        inhoud = (self.map / naam).read_text(encoding="utf-8")
        assert oud in inhoud, f"{oud!r} staat niet in {naam}"
        self.schrijf(naam, inhoud.replace(oud, nieuw, 1))

    def regel_van(self, naam: str, stuk: str) -> int:
        """The line, from one, on which this text first stands."""
        regels = (self.map / naam).read_text(encoding="utf-8").splitlines()
        return next(i for i, regel in enumerate(regels, 1) if stuk in regel)

    def meldingen(self, ernst: str = "fout") -> list[Melding]:
        """What the content check says about the tree."""
        return [melding for melding in controleer(self.map, vandaag=VANDAAG) if melding.ernst == ernst]
