"""Which language a message is in: Dutch unless there is good reason to think otherwise, and the short reply in the others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path

from actions.kaarten import Kaart, Tekst
from assistant.gate.lines import Lijnen
from assistant.gate.open_now import jgt_kaart
from assistant.gate.replies import ANTWOORDEN, Ondertekend, antwoordboek
from assistant.gate.rulefiles import lees
from knowledge.models import Gemeente, Hulplijn, Model, Zin

TALEN = ("nl", "en", "de", "tr", "ar", "pl", "uk", "fr", "es")
WOORDEN = Path(__file__).with_name("taalwoorden.yml")
RECHTS_NAAR_LINKS = frozenset({"ar"})
LIJNEN = ("112", "veilig-thuis", "113")
WEINIG_WOORDEN = 3
GENOEG_NEDERLANDS = 0.34
LANGSTE_STEEKPROEF = 2_000

_woord = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_arabisch = re.compile(r"[\u0600-\u06ff]")
_cyrillisch = re.compile(r"[\u0400-\u04ff]")


class Taalwoorden(Model):
    """Common words of Dutch, and words of other languages that Dutch does not have."""

    nederlands: Zin
    letters: Mapping[str, Zin]
    vreemd: Mapping[str, Zin]


class Taaltekst(Model):
    """What is said in one language: what this is and how to call, and where to call in danger."""

    tekst: Zin
    gevaar: Zin


class Taalteksten(Ondertekend):
    """The file of short replies in other languages."""

    talen: Mapping[str, Taaltekst]


class Taalherkenner:
    """Tells the nine languages apart; loads its word lists and model once."""

    def __init__(self, pad: Path = WOORDEN) -> None:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier

        woorden = lees(pad, Taalwoorden)
        self._nederlands = frozenset(woorden.nederlands.split())
        self._vreemd = {taal: frozenset(rij.split()) - self._nederlands for taal, rij in woorden.vreemd.items()}
        self._letters = {taal: frozenset(letters) for taal, letters in woorden.letters.items()}
        self._model = LanguageIdentifier.from_pickled_model(MODEL_FILE)
        self._model.set_languages(list(TALEN))

    def herken(self, tekst: str) -> str:
        """The language of the text, "nl" when in doubt."""
        deel = tekst[:LANGSTE_STEEKPROEF]
        woorden = [woord.replace("\u2019", "'") for woord in _woord.findall(deel.lower())]
        schrift = _ander_schrift(deel, woorden)
        if schrift:
            return schrift
        if len(woorden) < WEINIG_WOORDEN or self._aandeel(woorden) >= GENOEG_NEDERLANDS:
            return "nl"
        taal = str(self._model.classify(deel)[0])
        return taal if taal != "nl" and self._bevestigd(taal, woorden) else "nl"

    def _aandeel(self, woorden: list[str]) -> float:
        return sum(woord in self._nederlands for woord in woorden) / len(woorden)

    def _bevestigd(self, taal: str, woorden: list[str]) -> bool:
        """Another Latin-script language only with words of its own, and more of them than of Dutch."""
        vreemd, letters = self._vreemd.get(taal, frozenset()), self._letters.get(taal, frozenset())
        eigen = sum(woord in vreemd or not letters.isdisjoint(woord) for woord in woorden)
        nederlands = sum(woord in self._nederlands for woord in woorden)
        return eigen >= 1 and eigen > nederlands


def _ander_schrift(tekst: str, woorden: list[str]) -> str | None:
    """Arabic and Cyrillic are told by their script, from two words on."""
    letters = sum(len(woord) for woord in woorden) or 1
    if len(woorden) >= 2 and len(_arabisch.findall(tekst)) * 2 > letters:
        return "ar"
    if len(woorden) >= 2 and len(_cyrillisch.findall(tekst)) * 2 > letters:
        return "uk"
    return None


@cache
def taalherkenner() -> Taalherkenner:
    """The recogniser of this installation, loaded the first time it is needed."""
    return Taalherkenner()


@cache
def _taalteksten() -> Mapping[str, Taaltekst]:
    return lees(ANTWOORDEN / "talen.yml", Taalteksten).talen


def herken_taal(tekst: str) -> str:
    """One of nl, en, de, tr, ar, pl, uk, fr, es; "nl" when in doubt or under three words."""
    return taalherkenner().herken(tekst)


def taalantwoord(
    taal: str, *, hulplijnen: Mapping[str, Hulplijn], gemeente: Gemeente | None, nu: datetime
) -> list[Kaart]:
    """The short reply in this language, with the JGT's number and the help lines; an unknown language gets English."""
    teksten = _taalteksten()
    inhoud = teksten.get(taal) or teksten["en"]
    lijnen = Lijnen(hulplijnen, gemeente, nu)
    jgt = f" ({_leesbaar(gemeente.telefoon, taal)})" if gemeente and gemeente.telefoon else ""
    plaats = gemeente.naam if gemeente else "Nederland"
    kaarten = [kaart for naam in LIJNEN if (kaart := lijnen.kaart(naam))]
    return [
        Tekst(tekst=inhoud.tekst.format(gemeente=plaats, jgt=jgt), id=f"taal/{taal}"),
        Tekst(tekst=lijnen.vul_in(inhoud.gevaar), id=f"taal/{taal}/gevaar"),
        *([jgt_kaart(gemeente, nu, antwoordboek().vast.jgt)] if gemeente else []),
        *kaarten,
    ]


def _leesbaar(nummer: str, taal: str) -> str:
    """The number as it is dialled; among Arabic letters its groups would otherwise be shown in the reverse order."""
    return f"\u2066{nummer}\u2069" if taal in RECHTS_NAAR_LINKS else nummer
