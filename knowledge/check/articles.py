"""Articles: references, headings, counts, dates, and no number or address in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from knowledge.base import VERWIJZING, Kennisbank
from knowledge.check.files import Bestand, Inhoud
from knowledge.check.language import Tekst, controleer_jargon, controleer_taal
from knowledge.errors import Melding
from knowledge.models import Aanvulling, Artikel, Bron

KOPPEN = ("Wat is gewoon", "Wat je vandaag kunt doen", "Liever niet", "Wanneer hulp", "In de buurt")
EERSTE_KOP = ("Wat is gewoon", "Hoe het zit")
KORT_MAX, TEKST_MIN, TEKST_MAX, VRAGEN_MIN, BRONNEN_MIN = 60, 120, 350, 14, 2
CIJFERS = re.compile(r"(?<![\w-])\+?\d(?:[ .-]?\d){2,}(?!\w)")
ADRES = re.compile(
    r"\b(?:https?://|www\.)\S+|\b[\w.+-]+@[\w-]+\.\w+|\b[\w-]+\.(?:nl|com|org)\b|\b\d{4} ?[A-Z]{2}\b"
    r"|\b[A-Z][a-z]+(?:straat|laan|weg|plein|kade|singel|dijk|hof|pad) \d+\w?\b"
)
NUMMER_OF_ADRES = re.compile(f"{ADRES.pattern}|{CIJFERS.pattern}")
SJABLOON = re.compile(r"\bVUL IN\b")


def teksten(artikel: Artikel) -> list[Tekst]:
    """Everything of an article that a visitor reads, with the field or heading it stands under."""
    blokken = [(blok.kop, blok.tekst) for blok in artikel.blokken]
    return [("titel", artikel.titel), ("kort", artikel.kort), *blokken]


def controleer_artikel(artikel: Artikel, inhoud: Inhoud) -> Iterator[Melding]:
    """Everything wrong in one article, apart from its questions beside those of others."""
    bestand, stukken = inhoud.bestand(f"artikelen/{artikel.id}.md"), teksten(artikel)
    yield from _verwijzingen(artikel, inhoud.kennis, bestand)
    yield from _vorm(artikel, bestand)
    yield from controleer_data(artikel, bestand, inhoud.vandaag)
    yield from _lengte(artikel, bestand)
    yield from controleer_taal(stukken, inhoud, bestand)
    yield from controleer_jargon(stukken, inhoud, bestand, vakgenoten=artikel.doelgroep == ("professional",))
    yield from _sjabloon(artikel, bestand)
    for veld, tekst in stukken:
        yield from geen_nummers(veld, tekst, bestand)


def _verwijzingen(artikel: Artikel, kennis: Kennisbank, bestand: Bestand) -> Iterator[Melding]:
    if artikel.onderwerp not in kennis.onderwerpen:
        yield bestand.meld("onderwerp:", "onderwerp", f"'{artikel.onderwerp}' staat niet in onderwerpen.yml")
    for volgende in artikel.vervolg:
        if volgende.artikel not in kennis.artikelen:
            yield bestand.meld(volgende.artikel, "vervolg", f"artikel '{volgende.artikel}' bestaat niet")


def _vorm(artikel: Artikel, bestand: Bestand) -> Iterator[Melding]:
    koppen = tuple(blok.kop for blok in artikel.blokken)
    if koppen[0] not in EERSTE_KOP or koppen[1:] not in (KOPPEN[1:], KOPPEN[1:-1]):
        yield bestand.meld("## ", "koppen", f"de koppen moeten zijn: {', '.join(KOPPEN)}")
    if len(artikel.vragen) < VRAGEN_MIN:
        yield bestand.meld("vragen:", "vragen", f"{len(artikel.vragen)} voorbeeldvragen; {VRAGEN_MIN} is het minste")
    adressen = {str(bron.url) for bron in artikel.bronnen}
    if len(adressen) < BRONNEN_MIN:
        yield bestand.meld("bronnen:", "bronnen", f"{len(adressen)} bron; {BRONNEN_MIN} is het minste")


def controleer_data(stuk: Artikel | Aanvulling, bestand: Bestand, vandaag: date) -> Iterator[Melding]:
    """Dates that cannot be right, and content that has expired."""
    if stuk.verloopt_op < vandaag:
        uitleg = f"verlopen op {stuk.verloopt_op}: kijk het na, of haal het weg; bezoekers krijgen het niet meer"
        yield bestand.meld("verloopt_op:", "verloopt_op", uitleg, "verlopen")
    if stuk.nagekeken_op > vandaag:
        yield bestand.meld("nagekeken_op:", "nagekeken_op", "deze datum ligt in de toekomst")
    if stuk.verloopt_op <= stuk.nagekeken_op:
        yield bestand.meld("verloopt_op:", "verloopt_op", "deze datum ligt niet na nagekeken_op")
    yield from controleer_bronnen(stuk.bronnen, bestand, vandaag)


def controleer_bronnen(bronnen: tuple[Bron, ...], bestand: Bestand, vandaag: date) -> Iterator[Melding]:
    """Sources that were seen on a day that has yet to come."""
    for bron in bronnen:
        if bron.gezien_op > vandaag:
            yield bestand.meld(bron.titel, "bronnen", "gezien_op ligt in de toekomst")


def _lengte(artikel: Artikel, bestand: Bestand) -> Iterator[Melding]:
    if (woorden := len(artikel.kort.split())) > KORT_MAX:
        yield bestand.meld("kort:", "kort", f"{woorden} woorden; ten hoogste {KORT_MAX}")
    tekst = " ".join(blok.tekst for blok in artikel.blokken)
    if not TEKST_MIN <= (woorden := len(tekst.split())) <= TEKST_MAX:
        yield bestand.meld("## ", "tekst", f"{woorden} woorden; tussen {TEKST_MIN} en {TEKST_MAX}")


def _sjabloon(artikel: Artikel, bestand: Bestand) -> Iterator[Melding]:
    """What `kennis nieuw` left for the editor and the editor left too."""
    bronnen = [("bronnen", bron.titel) for bron in artikel.bronnen]
    vragen = [("vragen", vraag) for vraag in artikel.vragen]
    for veld, tekst in [*teksten(artikel), *bronnen, *vragen, ("eigenaar", artikel.eigenaar)]:
        if SJABLOON.search(tekst):
            yield bestand.meld("VUL IN", veld, "hier staat nog de tekst van het sjabloon (VUL IN)")


def geen_nummers(veld: str, tekst: str, bestand: Bestand) -> Iterator[Melding]:
    """Phone numbers and addresses that should come from a register."""
    kaal = VERWIJZING.sub("", tekst)
    for treffer in NUMMER_OF_ADRES.finditer(kaal):
        uitleg = f"'{treffer[0]}' lijkt een nummer of adres; verwijs met {{hulplijn:...}} of {{team:telefoon}}"
        yield bestand.meld(treffer[0], veld, uitleg)
