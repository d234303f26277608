"""Reads a raw text for danger with rules that a professional can read; names the rule and the words, diagnoses nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from actions.kaarten import Niveau
from assistant.gate.patterns import Patroon
from assistant.gate.rulebook import NIVEAUS, Omstandig, Rang, Regelboek, Wet
from assistant.gate.rulefiles import Omstandigheid
from assistant.gate.words import Woord

REGELS = Path(__file__).with_name("regels")
LANGSTE_STUK = 60
OVERLAP = 24
LICHTST, HOOGUIT_LICHT = 1, 2


@dataclass(frozen=True, slots=True)
class Signaal:
    """A sign of danger: how serious, which kind, which version of which rule, and the words that fired."""

    niveau: Niveau
    categorie: str
    regel: str
    versie: int
    woorden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Plek:
    """From which word up to which word something was found."""

    van: int
    tot: int


class _Zin:
    """One sentence as words and as the labels that the patterns read."""

    def __init__(self, woorden: list[Woord], boek: Regelboek, *, breed: bool) -> None:
        self.woorden, self.breed = woorden, breed
        self.etiketten = [boek.etiketten.van(woord.vorm) for woord in woorden]
        self.code = "".join(f" {etiket}" for etiket in self.etiketten)
        self.aanwezig = frozenset(self.code) - {" "}
        self.sleutel = (breed, self.code, tuple(woord.nieuw for woord in woorden))

    def vind(self, patroon: Patroon) -> Iterator[_Plek]:
        """Every place where the pattern matches."""
        if not patroon.nodig <= self.aanwezig:
            return
        for vondst in patroon.regex.finditer(self.code):
            yield self._plek(vondst)

    def _plek(self, vondst: re.Match[str]) -> _Plek:
        van = self.code.count(" ", 0, vondst.start())
        return _Plek(van, van + vondst[0].count(" "))

    def heeft(self, nummer: int, merk: str) -> bool:
        """Whether the word at this place exists and carries the label."""
        return 0 <= nummer < len(self.etiketten) and merk in self.etiketten[nummer]


class Urgentieregels:
    """The rules of one folder, loaded once; the same text always gives the same answer."""

    def __init__(self, map_: Path = REGELS) -> None:
        self.boek = Regelboek(map_)
        self.vast = frozenset(regel.id for regel, _ in self.boek.regels if regel.vast)
        self.zonder_model = frozenset(regel.id for regel, _ in self.boek.regels if regel.zonder_model)

    def beoordeel(self, tekst: str, *, rol: str | None = None, alleen_vast: bool = False) -> Signaal | None:
        """The most serious sign in the text, or None; of two equally serious ones the first category of the list.

        `alleen_vast`: only of the rules whose word stands whatever the model makes of it.
        """
        beste: tuple[Rang, Wet, Niveau, tuple[str, ...]] | None = None
        gezien: set[tuple[bool, str, tuple[bool, ...]]] = set()
        for zin in self._zinnen(tekst):
            if zin.sleutel in gezien:
                continue
            gezien.add(zin.sleutel)
            for wet, niveau, woorden in self._vondsten(zin, beste[0] if beste else None):
                rang = self.boek.rang(niveau, wet.regel)
                if (beste is None or rang < beste[0]) and (wet.regel.vast or not alleen_vast):
                    beste = rang, wet, niveau, woorden
        return self._signaal(*beste[1:], rol) if beste else None

    def speelt(self, tekst: str, omstandigheid: str) -> bool:
        """Whether the text holds this named circumstance; KeyError when there is none of that name."""
        patronen = self.boek.omstandigheid(omstandigheid).patronen
        return any(next(zin.vind(patroon), None) for zin in self._zinnen(tekst) for patroon in patronen)

    def _signaal(self, wet: Wet, niveau: Niveau, woorden: tuple[str, ...], rol: str | None) -> Signaal:
        regel = wet.regel
        categorie = next((ander for wie, ander in regel.per_rol.items() if wie == rol), regel.categorie)
        return Signaal(niveau, categorie, regel.id, regel.versie, woorden)

    def _zinnen(self, tekst: str) -> Iterator[_Zin]:
        """Each sentence, and each with the next one for signs that need both; a very long one in overlapping pieces."""
        vorige: list[Woord] = []
        for woorden in self.boek.woordenaar.zinnen(tekst):
            yield from self._stukken(woorden, breed=False)
            if vorige:
                yield from self._stukken(vorige + woorden[:LANGSTE_STUK], breed=True)
            vorige = woorden[-LANGSTE_STUK:]

    def _stukken(self, woorden: list[Woord], *, breed: bool) -> Iterator[_Zin]:
        for begin in range(0, max(1, len(woorden) - OVERLAP), LANGSTE_STUK - OVERLAP):
            yield _Zin(woorden[begin : begin + LANGSTE_STUK], self.boek, breed=breed)

    def _vondsten(self, zin: _Zin, beste: Rang | None) -> Iterator[tuple[Wet, Niveau, tuple[str, ...]]]:
        for patroon, wet in self.boek.kandidaten(zin.aanwezig):
            if (zin.breed and not patroon.delen) or (beste is not None and wet.rang >= beste):
                continue
            plek = self._plek(zin, patroon, wet)
            if plek:
                yield wet, self._niveau(zin, plek, wet), _woorden(zin, plek, patroon)
        yield from self._opgeteld(zin, beste)

    def _opgeteld(self, zin: _Zin, beste: Rang | None) -> Iterator[tuple[Wet, Niveau, tuple[str, ...]]]:
        """Words that weigh little alone: every different one counts once, and together they may reach the rule's threshold."""
        alles = _Plek(0, len(zin.woorden))
        for wet in self.boek.optelwetten:
            if (beste is None or wet.rang < beste) and not zin.aanwezig.isdisjoint(wet.kern):
                woorden, som = self._weeg(zin, wet.punten)
                if som >= wet.regel.drempel and not self._uitgezonderd(zin, alles, wet):
                    yield wet, wet.regel.niveau, woorden

    def _weeg(self, zin: _Zin, punten: tuple[tuple[str, int], ...]) -> tuple[tuple[str, ...], int]:
        """The words that weigh something and what they weigh together; the lightest only support the others."""
        gewicht: dict[str, int] = {}
        for nummer, etiket in enumerate(zin.etiketten):
            zwaarst = next((aantal for teken, aantal in punten if teken in etiket), 0)
            if zwaarst and not (zwaarst > LICHTST and self._ontkend(zin, _Plek(nummer, nummer + 1))):
                gewicht[zin.woorden[nummer].vorm] = zwaarst
        licht = sum(1 for aantal in gewicht.values() if aantal == LICHTST)
        return tuple(gewicht), sum(gewicht.values()) - max(0, licht - HOOGUIT_LICHT)

    def _plek(self, zin: _Zin, patroon: Patroon, wet: Wet) -> _Plek | None:
        """Where the pattern matches and the rule holds; for signs that belong together, from the first up to the last."""
        if not patroon.delen:
            return next((plek for plek in zin.vind(patroon) if self._geldt(zin, plek, patroon, wet)), None)
        plekken = [self._plek(zin, deel, wet) for deel in patroon.delen]
        gevonden = [plek for plek in plekken if plek]
        if len(gevonden) < len(plekken):
            return None
        return _Plek(min(plek.van for plek in gevonden), max(plek.tot for plek in gevonden))

    def _geldt(self, zin: _Zin, plek: _Plek, patroon: Patroon, wet: Wet) -> bool:
        if wet.regel.ontkenning and not patroon.ontkent_zelf and self._ontkend(zin, plek):
            return False
        return not self._uitgezonderd(zin, plek, wet)

    def _uitgezonderd(self, zin: _Zin, plek: _Plek, wet: Wet) -> bool:
        if any(_raakt(plek, ander) for niet in wet.niet for ander in zin.vind(niet)):
            return True
        return any(self._speelt(zin, plek, omstandig) for omstandig in wet.tenzij)

    def _niveau(self, zin: _Zin, plek: _Plek, wet: Wet) -> Niveau:
        hoger = [niveau for omstandig, niveau in wet.verhoog if self._speelt(zin, plek, omstandig)]
        return min([wet.regel.niveau, *hoger], key=NIVEAUS.index)  # type: ignore[return-value]

    def _speelt(self, zin: _Zin, plek: _Plek, omstandig: Omstandig) -> bool:
        return any(
            self._reikt(zin, plek, ander, omstandig.inhoud)
            for patroon in omstandig.patronen
            for ander in zin.vind(patroon)
        )

    def _reikt(self, zin: _Zin, plek: _Plek, ander: _Plek, inhoud: Omstandigheid) -> bool:
        """Whether what was found there says something about what was found here."""
        if inhoud.ontkenbaar and self._ontkend(zin, ander):
            return False
        if _raakt(plek, ander):
            return True
        tussen = max(plek.van, ander.van) - min(plek.tot, ander.tot)
        if inhoud.binnen is not None and tussen > inhoud.binnen:
            return False
        return not (inhoud.stopt_bij_keer and self._keer_tussen(zin, plek, ander))

    def _keer_tussen(self, zin: _Zin, een: _Plek, ander: _Plek) -> bool:
        return any(
            zin.heeft(nummer, self.boek.merk["keer"])
            for nummer in range(min(een.tot, ander.tot), max(een.van, ander.van))
        )

    def _ontkend(self, zin: _Zin, plek: _Plek) -> bool:
        return self._ontkend_ervoor(zin, plek.van) or self._ontkend_erna(zin, plek.tot)

    def _ontkend_ervoor(self, zin: _Zin, van: int) -> bool:
        """A negation just before counts, unless what was found starts a clause of its own ("weet het niet mijn vader ...")."""
        if van >= len(zin.woorden) or zin.woorden[van].nieuw or zin.heeft(van, self.boek.merk["onderwerp"]):
            return False
        ervoor = van - 2 if zin.heeft(van - 1, self.boek.merk["bijwoord"]) else van - 1
        return zin.heeft(ervoor, self.boek.merk["ontkenning"])

    def _ontkend_erna(self, zin: _Zin, tot: int) -> bool:
        while tot < len(zin.woorden) and zin.heeft(tot, self.boek.merk["bijwoord"]) and not zin.woorden[tot].nieuw:
            tot += 1
        if tot >= len(zin.woorden) or zin.woorden[tot].nieuw or not zin.heeft(tot, self.boek.merk["ontkenning"]):
            return False
        return not zin.heeft(tot + 1, self.boek.merk["geen_ontkenning"])


def _raakt(een: _Plek, ander: _Plek) -> bool:
    return een.van < ander.tot and ander.van < een.tot


def _woorden(zin: _Zin, plek: _Plek, patroon: Patroon) -> tuple[str, ...]:
    """The words of the match that the pattern asked for, without what stood in between."""
    paren = zip(zin.woorden[plek.van : plek.tot], zin.etiketten[plek.van : plek.tot], strict=True)
    return tuple(woord.vorm for woord, etiket in paren if not patroon.tekens.isdisjoint(etiket))
