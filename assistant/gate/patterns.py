"""The small pattern language of the danger rules, compiled to regular expressions over labelled words.

    vader/moeder      one of these words             <ouder>      a word of that list
    sla*  *moord      begins / ends with             woord?       may be absent
    ..3   ..3!        at most 3 words between, none of them a negation; with `!` negations too
    (a b | c)         one of these phrases           ^  $         begin, end of the sentence
    {a b c}           in any order, close together   [a b c]      the same, but a stands before c
    {5: a b}          with at most 5 words between instead of 3
    a && b            both somewhere in two neighbouring sentences, in any order

Each set of words gets one label, a private-use character; a sentence becomes " labels labels ...", so that a pattern stays
short, compiles fast and cannot backtrack far.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations

from assistant.gate.words import vouwen

EERSTE_ETIKET = 0xE000
GEWONE_AFSTAND = 3
ONTKENNING = "ontkenning"
SAMEN = "&&"

_stukken = re.compile(r"\.\.(?P<tot>\d+)(?P<alles>!?)|[{\[](?P<afstand>\d+):|[(){}\[\]|^$?]|[^\s(){}\[\]|^$?]+")
_keuze = re.compile(r"<[^>]*>|[^/]+")
_goed_woord = re.compile(r"\*?\w+\*?")


class PatroonFout(ValueError):
    """A pattern that cannot be read, said in words for the one who wrote it."""


class Etiketten:
    """Gives every set of words in the rules one label, and every word of a text its labels."""

    def __init__(self, lijsten: Mapping[str, Iterable[str]]) -> None:
        self._lijsten = {naam: tuple(woorden) for naam, woorden in lijsten.items()}
        self._tekens: dict[frozenset[str], str] = {}
        self._woorden: dict[str, frozenset[str]] = {}
        self._heel: dict[str, str] = {}
        self._begin: dict[str, str] = {}
        self._eind: dict[str, str] = {}
        self.van = lru_cache(maxsize=50_000)(self._van)

    def lijst(self, naam: str) -> str:
        """The label of a named list."""
        return self.teken(f"<{naam}>")

    def teken(self, keuze: str) -> str:
        """The label of a choice of words as written in a pattern ("slaat/<schopt>/trap*")."""
        return self._teken(frozenset(self._uitgeschreven(keuze, ())))

    def samen(self, tekens: Iterable[str]) -> str:
        """The label of all words of these labels together."""
        return self._teken(frozenset().union(*(self._woorden[teken] for teken in tekens)))

    def zeldzaamste(self, tekens: Iterable[str]) -> str:
        """The label that narrows down most: few words, and long ones."""
        return min(
            sorted(tekens), key=lambda teken: sum(30 if len(woord) <= 4 else 2 for woord in self._woorden[teken])
        )

    def overlapt(self, een: str, ander: str) -> bool:
        """Whether two labels share a word."""
        return not self._woorden[een].isdisjoint(self._woorden[ander])

    def kent(self, vorm: str) -> bool:
        """Whether some rule looks for this word."""
        return bool(self.van(vorm))

    def kent_heel(self, vorm: str) -> bool:
        """Whether some rule looks for exactly this word, without wildcard."""
        return vorm in self._heel

    def _van(self, vorm: str) -> str:
        tekens = set(self._heel.get(vorm, ""))
        for lengte in range(2, len(vorm) + 1):
            tekens.update(self._begin.get(vorm[:lengte], ""), self._eind.get(vorm[-lengte:], ""))
        return "".join(sorted(tekens))

    def _teken(self, woorden: frozenset[str]) -> str:
        if woorden not in self._tekens:
            teken = chr(EERSTE_ETIKET + len(self._tekens))
            self._tekens[woorden], self._woorden[teken] = teken, woorden
            self._onthoud(woorden, teken)
        return self._tekens[woorden]

    def _onthoud(self, woorden: frozenset[str], teken: str) -> None:
        for woord in woorden:
            soort = self._begin if woord.endswith("*") else self._eind if woord.startswith("*") else self._heel
            kaal = woord.strip("*")
            soort[kaal] = soort.get(kaal, "") + teken

    def _uitgeschreven(self, keuze: str, onderweg: tuple[str, ...]) -> Iterable[str]:
        for woord in _keuze.findall(keuze):
            if woord.startswith("<") and woord.endswith(">"):
                for naam in woord.strip("<>").split("/"):
                    yield from self._uit_lijst(naam, onderweg)
            elif _goed_woord.fullmatch(woord):
                yield vouwen(woord)
            else:
                raise PatroonFout(f"'{woord}' is geen woord of <lijst>")

    def _uit_lijst(self, naam: str, onderweg: tuple[str, ...]) -> Iterable[str]:
        if naam not in self._lijsten:
            raise PatroonFout(f"de woordenlijst <{naam}> bestaat niet")
        if naam in onderweg:
            raise PatroonFout(f"de woordenlijst <{naam}> verwijst naar zichzelf")
        for woord in self._lijsten[naam]:
            yield from self._uitgeschreven(woord, (*onderweg, naam))


@dataclass(frozen=True, slots=True)
class Patroon:
    """A compiled pattern: its expression, the labels a sentence must have, and whether it speaks of a negation itself."""

    bron: str
    regex: re.Pattern[str]
    nodig: frozenset[str]
    tekens: frozenset[str]
    ontkent_zelf: bool
    delen: tuple[Patroon, ...] = ()


@dataclass(slots=True)
class _Deel:
    regex: str
    nodig: frozenset[str] = frozenset()
    woord: str | None = None


def vertaal(bron: str, etiketten: Etiketten) -> Patroon:
    """The compiled pattern, or PatroonFout with what is wrong with it."""
    if SAMEN in bron:
        return _samen(bron, tuple(vertaal(deel.strip(), etiketten) for deel in bron.split(SAMEN)))
    lezer = _Lezer(bron, etiketten)
    deel = lezer.reeks(tot="")
    if not deel.nodig:
        raise PatroonFout(f"'{bron}' heeft geen enkel woord dat er echt moet staan")
    return Patroon(bron, re.compile(deel.regex), deel.nodig, frozenset(lezer.gebruikt), lezer.ontkent)


def _samen(bron: str, delen: tuple[Patroon, ...]) -> Patroon:
    nodig, tekens = (frozenset().union(*(getattr(deel, wat) for deel in delen)) for wat in ("nodig", "tekens"))
    return Patroon(bron, delen[0].regex, nodig, tekens, ontkent_zelf=False, delen=delen)


class _Lezer:
    """Reads one pattern from left to right."""

    def __init__(self, bron: str, etiketten: Etiketten) -> None:
        self._bron = bron
        self._etiketten = etiketten
        self._geen = etiketten.lijst(ONTKENNING)
        self._stukken = list(_stukken.finditer(vouwen(bron)))
        self._plek = 0
        self.gebruikt: set[str] = set()
        self.ontkent = False

    def reeks(self, tot: str) -> _Deel:
        """Everything up to the closing sign, in order."""
        return _achter_elkaar(self._delen(tot))

    def _delen(self, tot: str) -> list[_Deel]:
        delen: list[_Deel] = []
        while (stuk := self._volgende(tot)) is not None:
            if stuk[0] == "?" and delen:
                delen[-1] = _Deel(f"(?:{delen[-1].regex})?")
            else:
                delen.append(self._deel(stuk))
        return delen

    def _volgende(self, tot: str) -> re.Match[str] | None:
        if self._plek >= len(self._stukken):
            if tot:
                raise PatroonFout(f"'{self._bron}': er mist een '{tot[-1]}'")
            return None
        stuk = self._stukken[self._plek]
        if stuk[0] in tot and stuk[0] in ")}]|":
            return None
        self._plek += 1
        return stuk

    def _deel(self, stuk: re.Match[str]) -> _Deel:
        teken = stuk[0]
        if stuk["tot"]:
            return self._ruimte(int(stuk["tot"]), alles=bool(stuk["alles"]))
        if teken == "(":
            return self._keuze()
        if teken[0] in "{[":
            afstand = int(stuk["afstand"] or GEWONE_AFSTAND)
            return self._door_elkaar("}" if teken[0] == "{" else "]", afstand, vast=teken[0] == "[")
        if teken in ")}]|?":
            raise PatroonFout(f"'{self._bron}': '{teken}' staat op een vreemde plek")
        if teken in "^$":
            return _Deel(r"\A" if teken == "^" else r"[^ ]*\Z")
        return self._woord(teken)

    def _woord(self, keuze: str) -> _Deel:
        teken = self._etiketten.teken(keuze)
        self.gebruikt.add(teken)
        self.ontkent = self.ontkent or self._etiketten.overlapt(teken, self._geen)
        return _woorddeel(teken)

    def _ruimte(self, tot: int, *, alles: bool = False) -> _Deel:
        verboden = "" if alles else self._geen
        return _Deel(f"(?: [^ {verboden}]*){{0,{tot}}}?")

    def _keuze(self) -> _Deel:
        takken = []
        while True:
            takken.append(self.reeks(tot="|)"))
            sluit = self._stukken[self._plek][0]
            self._plek += 1
            if sluit == ")":
                break
        if all(tak.woord for tak in takken):
            return _woorddeel(self._een_van(tak.woord or "" for tak in takken))
        return _Deel(f"(?:{'|'.join(tak.regex for tak in takken)})", self._nodig_voor_een_van(takken))

    def _nodig_voor_een_van(self, takken: list[_Deel]) -> frozenset[str]:
        """One label that every branch needs a word of: the rarest word of each."""
        if not all(tak.nodig for tak in takken):
            return frozenset()
        return frozenset({self._een_van(self._etiketten.zeldzaamste(tak.nodig) for tak in takken)})

    def _een_van(self, tekens: Iterable[str]) -> str:
        teken = self._etiketten.samen(tekens)
        self.gebruikt.add(teken)
        return teken

    def _door_elkaar(self, tot: str, afstand: int, *, vast: bool) -> _Deel:
        delen = self._delen(tot)
        self._plek += 1
        if not 2 <= len(delen) <= 3:
            raise PatroonFout(f"'{self._bron}': tussen {{}} of [] horen twee of drie delen")
        volgordes = [
            rij for rij in permutations(range(len(delen))) if not vast or rij.index(0) < rij.index(len(delen) - 1)
        ]
        ruimte = self._ruimte(afstand).regex
        takken = [ruimte.join(delen[nummer].regex for nummer in rij) for rij in volgordes]
        return _Deel(f"(?:{'|'.join(takken)})", frozenset().union(*(deel.nodig for deel in delen)))


def _woorddeel(teken: str) -> _Deel:
    return _Deel(f" [^ ]*{teken}[^ ]*", frozenset({teken}), woord=teken)


def _achter_elkaar(delen: list[_Deel]) -> _Deel:
    if len(delen) == 1:
        return delen[0]
    return _Deel("".join(deel.regex for deel in delen), frozenset().union(*(deel.nodig for deel in delen)))
