"""`voordeur kennis check`: everything that is wrong in the content, with file, line and field, for editors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from knowledge.base import VERWIJZING, Kennisbank, laad_of_meld
from knowledge.errors import Melding
from knowledge.models import Artikel, Gemeente
from knowledge.words import normaliseer

KOPPEN = ("Wat is gewoon", "Wat je vandaag kunt doen", "Liever niet", "Wanneer hulp", "In de buurt")
EERSTE_KOP = ("Wat is gewoon", "Hoe het zit")
KORT_MAX, TEKST_MIN, TEKST_MAX, ZIN_MAX, ZIN_GEMIDDELD, VRAGEN_MIN, BRONNEN_MIN = 60, 120, 350, 22, 12, 14, 2
CIJFERS = re.compile(r"(?<![\w-])\+?\d(?:[ .-]?\d){2,}(?!\w)")
ADRES = re.compile(r"\b(?:https?://|www\.)\S+|\b[\w.+-]+@[\w-]+\.\w+|\b[\w-]+\.(?:nl|com|org)\b")
VERBODEN = {
    "diagnose stellen": r"\b(?:je|uw) (?:kind|zoon|dochter) heeft (?:adhd|autisme|add|een stoornis)\b",
    "garantie": r"\b(?:gegarandeerd|werkt altijd|lukt altijd|100 procent)\b",
    "schuld": r"\bje had moeten\b|(?<!niet )(?<!nooit )(?<!geen )(?<!niets )\bis (?:jouw|je eigen|eigen) schuld\b",
}
Controle = Callable[[Kennisbank], Iterator[Melding]]


def controleer(basis: Path, *, vandaag: date | None = None) -> list[Melding]:
    """All findings, worst first, then by file and line."""
    dag = vandaag or date.today()
    kennis, meldingen = laad_of_meld(basis, vandaag=dag)
    if kennis is None:
        return sorted(meldingen)
    gevonden = [melding for artikel in kennis.artikelen.values() for melding in _artikel(artikel, kennis, basis, dag)]
    gevonden += _dubbele_vragen(kennis, basis)
    gevonden += [melding for gemeente in kennis.gemeenten.values() for melding in _gemeente(gemeente, kennis)]
    gevonden += _zonder_artikel(kennis)
    return sorted(gevonden, key=lambda melding: (melding.ernst != "fout", melding))


class _Bestand:
    """An article's file, to point at the line where something stands."""

    def __init__(self, artikel: Artikel, basis: Path) -> None:
        self.naam = f"artikelen/{artikel.id}.md"
        pad = basis / self.naam
        self._regels = pad.read_text(encoding="utf-8").splitlines() if pad.exists() else []

    def meld(self, zoek: str, veld: str, uitleg: str, ernst: str = "fout") -> Melding:
        begin = zoek.strip()[:40]
        regel = next((i for i, tekst in enumerate(self._regels, 1) if begin and begin in tekst), 1)
        return Melding(self.naam, regel, veld, uitleg, ernst)


def _artikel(artikel: Artikel, kennis: Kennisbank, basis: Path, vandaag: date) -> Iterator[Melding]:
    bestand = _Bestand(artikel, basis)
    yield from _verwijzingen(artikel, kennis, bestand)
    yield from _vorm(artikel, bestand, vandaag)
    yield from _taal(artikel, bestand)
    for veld, tekst in _teksten(artikel):
        yield from _geen_nummers(veld, tekst, bestand)


def _teksten(artikel: Artikel) -> list[tuple[str, str]]:
    blokken = [(blok.kop, blok.tekst) for blok in artikel.blokken]
    return [("titel", artikel.titel), ("kort", artikel.kort), *blokken]


def _verwijzingen(artikel: Artikel, kennis: Kennisbank, bestand: _Bestand) -> Iterator[Melding]:
    if artikel.onderwerp not in kennis.onderwerpen:
        yield bestand.meld("onderwerp:", "onderwerp", f"'{artikel.onderwerp}' staat niet in onderwerpen.yml")
    for volgende in artikel.vervolg:
        if volgende.artikel not in kennis.artikelen:
            yield bestand.meld(volgende.artikel, "vervolg", f"artikel '{volgende.artikel}' bestaat niet")
    for veld, tekst in _teksten(artikel):
        for soort, sleutel in VERWIJZING.findall(tekst):
            if soort == "hulplijn" and sleutel not in kennis.hulplijnen:
                yield bestand.meld(f"{{hulplijn:{sleutel}}}", veld, f"hulplijn '{sleutel}' bestaat niet")
            if soort == "team" and sleutel != "telefoon":
                yield bestand.meld(f"{{team:{sleutel}}}", veld, "van het team kennen we alleen 'telefoon'")


def _vorm(artikel: Artikel, bestand: _Bestand, vandaag: date) -> Iterator[Melding]:
    koppen = tuple(blok.kop for blok in artikel.blokken)
    if koppen[0] not in EERSTE_KOP or koppen[1:] not in (KOPPEN[1:], KOPPEN[1:-1]):
        yield bestand.meld("## ", "koppen", f"de koppen moeten zijn: {', '.join(KOPPEN)}")
    if len(artikel.vragen) < VRAGEN_MIN:
        yield bestand.meld("vragen:", "vragen", f"{len(artikel.vragen)} voorbeeldvragen; {VRAGEN_MIN} is het minste")
    if len(artikel.bronnen) < BRONNEN_MIN:
        yield bestand.meld("bronnen:", "bronnen", f"{len(artikel.bronnen)} bron; {BRONNEN_MIN} is het minste")
    if artikel.verlopen(vandaag):
        yield bestand.meld("verloopt_op:", "verloopt_op", "dit artikel is verlopen en wordt niet meer gegeven")
    if artikel.nagekeken_op > vandaag:
        yield bestand.meld("nagekeken_op:", "nagekeken_op", "deze datum ligt in de toekomst")


def _taal(artikel: Artikel, bestand: _Bestand) -> Iterator[Melding]:
    if (woorden := len(artikel.kort.split())) > KORT_MAX:
        yield bestand.meld("kort:", "kort", f"{woorden} woorden; ten hoogste {KORT_MAX}")
    tekst = " ".join(blok.tekst for blok in artikel.blokken)
    if not TEKST_MIN <= (woorden := len(tekst.split())) <= TEKST_MAX:
        yield bestand.meld("## ", "tekst", f"{woorden} woorden; tussen {TEKST_MIN} en {TEKST_MAX}")
    lengtes = []
    for veld, stuk in _teksten(artikel):
        for zin in zinnen(stuk):
            lengtes.append(len(zin.split()))
            if lengtes[-1] > ZIN_MAX:
                yield bestand.meld(zin, veld, f"zin van {lengtes[-1]} woorden; ten hoogste {ZIN_MAX}: {zin[:60]}...")
        for soort, patroon in VERBODEN.items():
            if re.search(patroon, stuk, re.I):
                yield bestand.meld(stuk, veld, f"dit klinkt als {soort}")
    if sum(lengtes) / len(lengtes) > ZIN_GEMIDDELD:
        gemiddeld = f"{sum(lengtes) / len(lengtes):.1f}"
        yield bestand.meld(
            "## ", "tekst", f"zinnen zijn gemiddeld {gemiddeld} woorden; streef naar {ZIN_GEMIDDELD}", "let op"
        )


def zinnen(tekst: str) -> list[str]:
    """The sentences of a Markdown text; every list item is at least one."""
    regels = [regel.lstrip("-* ").strip() for regel in re.split(r"\n(?:\s*\n|(?=\s*[-*] ))", tekst)]
    delen = [deel for regel in regels for deel in re.split(r"(?<=[.!?])[\"'”’)]*\s+", " ".join(regel.split()))]
    return [deel for deel in delen if deel.strip()]


def _geen_nummers(veld: str, tekst: str, bestand: _Bestand) -> Iterator[Melding]:
    kaal = VERWIJZING.sub("", tekst)
    for treffer in [*CIJFERS.finditer(kaal), *ADRES.finditer(kaal)]:
        uitleg = f"'{treffer[0]}' lijkt een nummer of adres; verwijs met {{hulplijn:...}} of {{team:telefoon}}"
        yield bestand.meld(treffer[0], veld, uitleg)


def _dubbele_vragen(kennis: Kennisbank, basis: Path) -> Iterator[Melding]:
    gezien: dict[str, str] = {}
    for artikel in kennis.artikelen.values():
        for vraag in artikel.vragen:
            sleutel = re.sub(r"\W+", " ", normaliseer(vraag)).strip()
            if sleutel in gezien:
                bestand = _Bestand(artikel, basis)
                yield bestand.meld(vraag, "vragen", f"deze vraag staat ook in {gezien[sleutel]}")
            gezien.setdefault(sleutel, artikel.id)


def _gemeente(gemeente: Gemeente, kennis: Kennisbank) -> Iterator[Melding]:
    naam = f"gemeenten/{gemeente.id}"
    teams, kernen = {team.id for team in gemeente.teams}, {kern.id for kern in gemeente.kernen}
    for kern in gemeente.kernen:
        if kern.team not in teams:
            yield Melding(f"{naam}/gemeente.yml", 1, f"kern {kern.id}", f"team '{kern.team}' bestaat niet")
    for plek in gemeente.sociale_kaart:
        for slug in sorted(set(plek.onderwerpen) - kennis.onderwerpen.keys()):
            yield Melding(f"{naam}/sociale_kaart.yml", 1, plek.id, f"onderwerp '{slug}' bestaat niet")
        for kern_id in sorted(set(plek.kernen) - kernen):
            yield Melding(f"{naam}/sociale_kaart.yml", 1, plek.id, f"kern '{kern_id}' bestaat niet")
        if (plek.telefoon or plek.email) and not plek.bronnen:
            yield Melding(f"{naam}/sociale_kaart.yml", 1, plek.id, "contactgegevens zonder bron")


def _zonder_artikel(kennis: Kennisbank) -> Iterator[Melding]:
    met = {artikel.onderwerp for artikel in kennis.geldig}
    for slug in kennis.onderwerpen:
        if slug not in met:
            yield Melding("landelijk/onderwerpen.yml", 1, slug, "hierover is nog geen artikel", "let op")
