"""Language at B1: sentence length, passive, rare words, jargon and words that judge or promise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.check.files import Bestand, Inhoud
from knowledge.check.glossary import WOORD, Vakwoord, is_vertrouwd, lange_woorden
from knowledge.check.passive import lijdend
from knowledge.errors import Melding

ZIN_MAX, ZIN_GEMIDDELD = 22, 12
LIJDEND_MAX, ZELDZAAM_MAX, GEWOONTE = 0.10, 0.01, 3
VERBODEN = {
    "een diagnose": (
        r"\b(?:je|uw|dit|dat) (?:kind|zoon|dochter|leerling) (?:heeft|is) (?:(?:zeker|vast|duidelijk|waarschijnlijk) )?"
        r"(?:adhd|add|autis\w+|asperger|dyslexie|dyslectisch|depressief|een (?:stoornis|depressie|trauma|hechtingsstoornis))\b"
    ),
    "een garantie": (
        r"\b(?:gegarandeerd|garanderen|(?:werkt|lukt|helpt) (?:altijd|zeker|gegarandeerd)|100 procent|honderd procent"
        r"|komt (?:altijd|zeker|vanzelf) goed|gaat (?:altijd|zeker) over|(?:dat|wij|we) (?:beloven|beloof ik)"
        r"|nergens bang voor te zijn)\b"
    ),
    "schuld": (
        r"\bhad(?:den)? (?:je|jij|jullie|u)? ?(?:moeten|beter)\b|\b(?:je|jij|jullie|u) had(?:den)? (?:beter )?moeten\b"
        r"|\b(?:slechte|luie) (?:ouders?|moeder|vader)\b|\bdat krijg je (?:er)?van\b|\bjij bent te (?:streng|slap|zacht)\b"
        r"|(?<!niet )(?<!nooit )(?<!geen )(?<!niets )\bis (?:jouw|je eigen|eigen) (?:schuld|fout)\b"
    ),
}
RONDOM = 160
ONTKEND = re.compile(r"\b(?:niet|nooit|geen|niets|niemand|zelden)\b", re.I)
OMSCHRIJFT = (
    r"(?:dat is|dat zijn|dat betekent|betekent|dat heet|zo heet|heet|heten|noem\w*|staat voor"
    r"|(?:is|zijn) (?:een|de|het|hulp|geld|iemand|als|wanneer))"
)
Tekst = tuple[str, str]


def zinnen(tekst: str) -> list[str]:
    """The sentences of a Markdown text; every list item is at least one."""
    regels = [regel.lstrip("-* ").strip() for regel in re.split(r"\n(?:\s*\n|(?=\s*[-*] ))", tekst)]
    delen = [deel for regel in regels for deel in re.split(r"(?<=[.!?])[\"'”’)]*\s+", " ".join(regel.split()))]
    return [deel for deel in delen if deel.strip()]


@dataclass(frozen=True)
class Taalcijfers:
    """How hard a text is to read, as numbers."""

    zinnen: int
    woorden: int
    lijdend: int
    """Sentences in the passive."""
    zeldzaam: int
    """Long words that stand nowhere else."""
    gemiddeld: float
    """Words in a sentence."""
    score: float
    """Flesch-Douma: from 0 (hard) to 100 (easy); texts at B1 are mostly above 60."""

    @property
    def te_lijdend(self) -> bool:
        """Whether the passive is a habit of this text; in a short text two sentences are not."""
        return self.lijdend >= GEWOONTE and self.lijdend > LIJDEND_MAX * self.zinnen

    @property
    def te_zeldzaam(self) -> bool:
        """Whether rare words are a habit of this text."""
        return self.zeldzaam >= GEWOONTE and self.zeldzaam > ZELDZAAM_MAX * self.woorden


def taalcijfers(teksten: Sequence[Tekst], inhoud: Inhoud) -> Taalcijfers:
    """The figures of one text."""
    alle = [zin for _, stuk in teksten for zin in zinnen(stuk)]
    woorden = [woord for zin in alle for woord in WOORD.findall(zin)]
    gemiddeld = sum(len(zin.split()) for zin in alle) / max(len(alle), 1)
    per_woord = sum(map(lettergrepen, woorden)) / max(len(woorden), 1)
    return Taalcijfers(
        zinnen=len(alle),
        woorden=len(woorden),
        lijdend=sum(bool(lijdend(zin)) for zin in alle),
        zeldzaam=sum(len(zeldzame_woorden(zin, inhoud)) for zin in alle),
        gemiddeld=gemiddeld,
        score=max(0.0, min(100.0, 206.84 - 77 * per_woord - 0.93 * gemiddeld)),
    )


def lettergrepen(woord: str) -> int:
    """How many syllables, counted as groups of vowels; a trema begins a new one."""
    los = re.sub(r"[ëïöü]", lambda teken: " " + "eiou"["ëïöü".index(teken[0])], woord.lower())
    return max(1, len(re.findall(r"[aeiouyáàéèêíóôúû]+", los)))


def zeldzame_woorden(zin: str, inhoud: Inhoud) -> list[str]:
    """The long words of this sentence that stand nowhere else and in no word list."""
    return [woord for woord in lange_woorden(zin) if not is_vertrouwd(woord, inhoud.vertrouwd)]


def controleer_taal(teksten: Sequence[Tekst], inhoud: Inhoud, bestand: Bestand) -> Iterator[Melding]:
    """Everything in these texts that is hard to read, judges or promises."""
    for veld, stuk in teksten:
        yield from _zinnen(veld, stuk, inhoud, bestand)
    yield from _geheel(taalcijfers(teksten, inhoud), bestand)


def _zinnen(veld: str, stuk: str, inhoud: Inhoud, bestand: Bestand) -> Iterator[Melding]:
    for zin in zinnen(stuk):
        if (lengte := len(zin.split())) > ZIN_MAX:
            yield bestand.meld(zin, veld, f"zin van {lengte} woorden; ten hoogste {ZIN_MAX}: {zin[:60]}...")
        if vorm := lijdend(zin):
            yield bestand.meld(zin, veld, f"lijdende vorm '{vorm}'; zeg wie het doet: {zin[:60]}", "tip")
        for woord in zeldzame_woorden(zin, inhoud):
            yield bestand.meld(zin, veld, f"lang, zeldzaam woord '{woord}'; kan het gewoner?", "tip")
        for soort, patroon in VERBODEN.items():
            treffer = re.search(patroon, zin, re.I)
            if treffer and not ONTKEND.search(zin):
                yield bestand.meld(zin, veld, f"'{treffer[0]}' klinkt als {soort}")


def _geheel(cijfers: Taalcijfers, bestand: Bestand) -> Iterator[Melding]:
    if cijfers.gemiddeld > ZIN_GEMIDDELD:
        uitleg = f"zinnen zijn gemiddeld {cijfers.gemiddeld:.1f} woorden; ten hoogste {ZIN_GEMIDDELD}"
        yield bestand.meld("## ", "taal", uitleg)
    if cijfers.te_lijdend:
        uitleg = (
            f"{cijfers.lijdend} van {cijfers.zinnen} zinnen lijdend; ten hoogste {LIJDEND_MAX:.0%} (welke: --alles)"
        )
        yield bestand.meld("## ", "taal", uitleg)
    if cijfers.te_zeldzaam:
        aantal = f"{cijfers.zeldzaam} van {cijfers.woorden} woorden lang en zeldzaam"
        yield bestand.meld("## ", "taal", f"{aantal}; ten hoogste {ZELDZAAM_MAX:.0%} (welke: --alles)")


def controleer_jargon(
    teksten: Sequence[Tekst], inhoud: Inhoud, bestand: Bestand, *, vakgenoten: bool, erbij: Sequence[Tekst] = ()
) -> Iterator[Melding]:
    """Jargon that the text uses and that neither it nor `erbij`, what the reader sees with it, explains."""
    for vak in inhoud.woordenlijst.jargon:
        gebruikt = [(veld, treffer) for veld, stuk in teksten if (treffer := vak.patroon().search(stuk))]
        if gebruikt and not (vak.beroep and vakgenoten) and not _uitgelegd(vak, [*teksten, *erbij]):
            veld, treffer = gebruikt[0]
            uitleg = f"vakwoord '{treffer[0]}' zonder uitleg; in gewone woorden: {vak.gewoon}"
            yield bestand.meld(treffer[0], veld, uitleg)


def _uitgelegd(vak: Vakwoord, teksten: Sequence[Tekst]) -> bool:
    """Whether plain words, brackets or 'dat is ...' stand around the word somewhere."""
    term = vak.patroon().pattern
    vormen = (
        rf"{term}\w*(?: \w+)?\*{{0,2}}: \w|{term}\W{{0,3}}\([a-z]|[a-z]\W{{0,3}}\({term}\)",
        rf"{term}[^.!?]{{0,30}}\b{OMSCHRIJFT}\b|\b{OMSCHRIJFT}\b[^.!?]{{0,30}}{term}",
        rf"{term}[^.!?]*[.!?]\s+(?:Dat|Dit|Zo|Die|Deze)\b[^.!?]{{0,30}}\b(?:is|zijn|betekent|heet|helpt)\b",
    )
    for _, stuk in teksten:
        for treffer in vak.patroon().finditer(stuk):
            rond = stuk[max(0, treffer.start() - RONDOM) : treffer.end() + RONDOM].casefold()
            if any(stukje.casefold() in rond for stukje in (vak.gewoon, *vak.uitleg)):
                return True
        if any(re.search(vorm, stuk) for vorm in vormen):
            return True
    return False
