"""Finding a place on the sociale kaart: by its name, by the words people use for its kind, by topic, reader, age and kern."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz, process

from knowledge.models import Rol, Voorziening
from knowledge.seekwords import Begrip
from knowledge.words import lemma, normaliseer

GENOEG = 0.8  # share of the words of a name, weighed by how rare each is, from which it was said
SAMEN = 0.15  # what every further word of a name adds: 'nederlands leren' says more than 'leren'
NAAM, SOORT, KAAL = 2.0, 1.0, 0.5
ONDERWERP, HIER, ANDERE_LEZER = 0.6, 0.2, 0.5
MEE = 0.6  # share of the best score from which a place is worth naming beside it
BIJNA_GELIJK, KORTSTE_BIJNA, BEGIN = 86, 8, 3
KORTSTE_PLAATS = 6  # letters from which a word of a place name is no ordinary word ("oude", "west")
UITEEN = 5  # words that may stand between the words of one name
KLANK = (
    (re.compile(r"eau"), "o"),
    (re.compile(r"ij|ei|y"), "i"),
    (re.compile(r"ou|au"), "au"),
    (re.compile(r"c(?=[eis])|z"), "s"),
    (re.compile(r"ch|sj"), "g"),
    (re.compile(r"c|q"), "k"),
    (re.compile(r"v"), "f"),
    (re.compile(r"d(?:t)?\b"), "t"),
    (re.compile(r"(.)\1+"), r"\1"),
)
KORTSTE_BEGIN, KORTSTE_EIND = 5, 4  # letters of a known word inside a longer one: voetbalclub, judoles
WOORD = re.compile(r"\w+")
ZONDER_INHOUD = frozenset(
    WOORD.findall(
        "de het een van voor met en of in op aan bij te je jij jou jouw u ik mij mijn me zich haar hem zijn hun ons onze die dat "
        "deze dit er als om uit tot naar over tegen meer andere ander iets iemand wat wie zelf worden na"
    )
)
BIJZAAK = frozenset(
    WOORD.findall(
        "kind kinderen kids kindje zoon zoontje dochter dochtertje dochterke jongen meisje meiske gast jaar jr groep klas "
        "leeftijd puber pubers tiener tieners jongeren jeugd ouders mama papa open man vrouw buurt dorp wijk regio hier graag "
        "aub svp alstublieft hoi hallo dag ofzo zoiets zo n iets heel nu ook nog wel afspraak maken aanvragen lid worden waar "
        "welke wanneer hoe laat zit zitten is zijn er kan dat bestaat"
    )
)
TELT_TOCH = frozenset({"andere", "ander", "iemand", "te"})


@dataclass(frozen=True)
class Gevonden:
    """A place and how well it fits; `genoemd` when it was called by its own name, `kaal` when by a mere shape ('a course')."""

    voorziening: Voorziening
    score: float
    genoemd: bool = False
    kaal: bool = False


@dataclass(frozen=True)
class Raak:
    """A name that the text says: how much it weighs and which words of the text said it."""

    naam: _Naam
    sterkte: float
    woorden: frozenset[int]


@dataclass(frozen=True)
class _Naam:
    """One way to say a place or a kind of place."""

    woorden: tuple[str, ...]
    plekken: frozenset[str]
    gewicht: float

    @property
    def eigen(self) -> bool:
        """Whether this is the name of one place, not of a kind."""
        return self.gewicht == NAAM

    @property
    def kaal(self) -> bool:
        """Whether this tells the shape of help only."""
        return self.gewicht == KAAL


@dataclass(frozen=True)
class Wegwijzer:
    """An index over one sociale kaart, built once and never changed; safe to use from several threads."""

    kaart: tuple[Voorziening, ...]
    namen: tuple[_Naam, ...]
    gewicht: Mapping[str, float]
    klanken: Mapping[str, str]
    """The words of names by how they sound."""
    weg: frozenset[str]
    """Words that name no place by themselves: the gemeente and its kernen."""

    @classmethod
    def bouw(
        cls, kaart: Iterable[Voorziening], begrippen: Iterable[Begrip], *, zonder: Iterable[str] = ()
    ) -> Wegwijzer:
        """The index of what is open; `zonder` are words that name no place by themselves, such as the gemeente and its kernen."""
        plekken = tuple(plek for plek in kaart if plek.status == "active")
        weg = frozenset(woord for naam in zonder for woord in _inhoud(naam))
        soorten = list(_soortnamen(plekken, begrippen))
        gewoon = frozenset(woord for naam in soorten for woord in naam.woorden)
        namen = [*_eigen_namen(plekken, weg, gewoon), *soorten]
        vaak = Counter(woord for naam in namen for woord in set(naam.woorden))
        gewicht = {woord: math.log(1 + len(namen) / aantal) for woord, aantal in vaak.items()}
        klanken = {klank(woord): woord for woord in gewicht if len(woord) >= KORTSTE_EIND}
        return cls(plekken, tuple(namen), gewicht, klanken, weg)

    def gezegd(self, tekst: str) -> list[Raak]:
        """The names of places and kinds of places that this text says, with a typing error or inside a longer word too."""
        waar = self._waar(tekst)
        return [raak for naam in self.namen if (raak := self._raak(naam, waar))]

    def zoek(
        self,
        tekst: str,
        *,
        onderwerpen: Mapping[str, float] | None = None,
        rol: Rol | None = None,
        leeftijd: float | None = None,
        kern: str | None = None,
        aantal: int = 3,
    ) -> list[Gevonden]:
        """The places that the text asks for, best first; none when it names no place and no kind of place.

        `onderwerpen` says how likely each topic is. A place in another kern or for another age is found by its own name only.
        """
        beste = _beste(self.gezegd(tekst))
        gevonden = []
        for plek in self.kaart:
            raak = beste.get(plek.id)
            if raak is None or not (raak.naam.eigen or _past(plek, leeftijd, kern)):
                continue
            over = max((kans for slug, kans in (onderwerpen or {}).items() if slug in plek.onderwerpen), default=0.0)
            score = raak.sterkte + ONDERWERP * over + (HIER if kern and kern in plek.kernen else 0.0)
            score -= ANDERE_LEZER if rol == "jongere" and rol not in plek.doelgroep and not raak.naam.eigen else 0.0
            score += (
                len(plek.doelgroep) / 100 - len(plek.onderwerpen) / 1000
            )  # of equals: for everybody, then most specific
            gevonden.append(Gevonden(plek, round(score, 3), raak.naam.eigen, raak.naam.kaal))
        gevonden.sort(key=lambda g: -g.score)
        return [g for g in gevonden if g.score >= MEE * gevonden[0].score][:aantal]

    def bij_onderwerp(
        self,
        onderwerp: str,
        *,
        rol: Rol | None = None,
        leeftijd: float | None = None,
        kern: str | None = None,
        breed: bool = False,
    ) -> list[Voorziening]:
        """The places for this topic: nearest first, then those most about it; with `breed` those for everybody before them."""

        def volgorde(plek: Voorziening) -> tuple[bool, bool, int, float]:
            hoe_ver = plek.onderwerpen.index(onderwerp) + len(plek.onderwerpen) / 3
            lezers = -len(plek.doelgroep) if breed else 0
            return (rol == "jongere" and rol not in plek.doelgroep, not plek.kernen, lezers, hoe_ver)

        passend = [plek for plek in self.kaart if onderwerp in plek.onderwerpen and _past(plek, leeftijd, kern)]
        return sorted(passend, key=volgorde)

    def aandeel(self, tekst: str, raken: Iterable[Raak]) -> float:
        """The share of what this text says, who and where left out, that is the names themselves."""
        genoemd = {nummer for raak in raken for nummer in raak.woorden}
        over = [
            nummer
            for nummer, woord in enumerate(woorden_in(tekst))
            if nummer in genoemd
            or not (woord in BIJZAAK or woord in ZONDER_INHOUD or woord in self.weg or woord.isdigit())
        ]
        return len(genoemd) / max(len(over), 1)

    def noemt_plaats(self, tekst: str) -> bool:
        """Whether this names the gemeente or one of its kernen."""
        return any(len(woord) >= KORTSTE_PLAATS and woord in self.weg for woord in woorden_in(tekst))

    def begin(self, tekst: str) -> int:
        """The number of the first word that tells something."""
        return next((n for n, woord in enumerate(woorden_in(tekst)) if woord not in BIJZAAK | ZONDER_INHOUD), 0)

    def _waar(self, tekst: str) -> dict[str, tuple[float, int]]:
        """For every word of a name that the text has: how alike it is, and which word of the text that was."""
        waar: dict[str, tuple[float, int]] = {}
        woorden = woorden_in(tekst)
        paren = [(links + rechts, nummer) for nummer, (links, rechts) in enumerate(pairwise(woorden))]
        los = [(woord, nummer) for nummer, woord in enumerate(woorden) if woord not in self.weg]
        gevonden = [(bekend, gelijk, nummer) for woord, nummer in los for bekend, gelijk in self._bekend(woord)]
        gevonden += [(bekend, gelijk, nummer) for woord, nummer in paren for bekend, gelijk in self._heel(woord)]
        for bekend, gelijk, nummer in gevonden:
            if gelijk > waar.get(bekend, (0.0, 0))[0]:
                waar[bekend] = (gelijk, nummer)
        return waar

    def _heel(self, woord: str) -> Iterator[tuple[str, float]]:
        """The word of a name that this is, or sounds like."""
        yield from ((vorm, 1.0) for vorm in {woord, lemma(woord)} if vorm in self.gewicht)
        if bekend := self.klanken.get(klank(woord)):
            yield bekend, 0.95

    def _bekend(self, woord: str) -> Iterator[tuple[str, float]]:
        """The words of names that this word is, begins or ends with, or nearly is."""
        yield from self._heel(woord)
        yield from ((woord[:n], 0.95) for n in range(KORTSTE_BEGIN, len(woord)) if woord[:n] in self.gewicht)
        yield from ((woord[n:], 0.9) for n in range(3, len(woord) - KORTSTE_EIND + 1) if woord[n:] in self.gewicht)
        if len(woord) >= KORTSTE_BIJNA:
            lijken = process.extract(woord, self.gewicht.keys(), scorer=fuzz.ratio, score_cutoff=BIJNA_GELIJK, limit=3)
            yield from (
                (bekend, 0.9)
                for bekend, _, _ in lijken
                if len(bekend) >= KORTSTE_BIJNA and bekend[:BEGIN] == woord[:BEGIN]
            )

    def _raak(self, naam: _Naam, waar: Mapping[str, tuple[float, int]]) -> Raak | None:
        totaal = sum(self.gewicht[woord] for woord in naam.woorden)
        gezegd = [(self.gewicht[woord], *waar[woord]) for woord in naam.woorden if woord in waar]
        aandeel = sum(gewicht * gelijk for gewicht, gelijk, _ in gezegd) / totaal
        nummers = frozenset(nummer for _, _, nummer in gezegd)
        if aandeel < GENOEG or max(nummers) - min(nummers) > len(naam.woorden) + UITEEN:
            return None
        return Raak(naam, naam.gewicht * aandeel * (1 + SAMEN * (len(nummers) - 1)), nummers)


def _beste(raken: Sequence[Raak]) -> dict[str, Raak]:
    """The strongest name of each place."""
    beste: dict[str, Raak] = {}
    for raak in raken:
        for plek in raak.naam.plekken:
            if plek not in beste or raak.sterkte > beste[plek].sterkte:
                beste[plek] = raak
    return beste


def _past(plek: Voorziening, leeftijd: float | None, kern: str | None) -> bool:
    return (kern is None or not plek.kernen or kern in plek.kernen) and (
        leeftijd is None or plek.minimum_age <= leeftijd < plek.maximum_age + 1
    )


def _eigen_namen(plekken: Iterable[Voorziening], weg: frozenset[str], gewoon: frozenset[str]) -> Iterator[_Naam]:
    """The names of the places; one of ordinary words only ('Maatje voor een kind') weighs no more than its kind."""
    for plek in plekken:
        for naam in (plek.naam.partition("(")[0], *plek.ook):
            woorden = tuple(woord for woord in _inhoud(naam) if woord not in weg)
            if woorden:
                eigen = naam in plek.ook or not gewoon.issuperset(woorden)
                yield _Naam(woorden, frozenset({plek.id}), NAAM if eigen else SOORT)


def _soortnamen(plekken: Sequence[Voorziening], begrippen: Iterable[Begrip]) -> Iterator[_Naam]:
    for begrip in begrippen:
        ids = frozenset(plek.id for plek in plekken if begrip.hoort_bij(plek))
        for woord in begrip.woorden if ids else ():
            yield _Naam(_inhoud(woord), ids, KAAL if begrip.kaal else SOORT)


def klank(woord: str) -> str:
    """A word as it sounds: 'resept' and 'recept' are the same."""
    for patroon, teken in KLANK:
        woord = patroon.sub(teken, woord)
    return woord


def woorden_in(tekst: str) -> list[str]:
    """The words of a text in lower case without accents."""
    return WOORD.findall(normaliseer(tekst))


def _inhoud(naam: str) -> tuple[str, ...]:
    """The words of a name that tell it apart, as dictionary forms."""
    alle = woorden_in(naam)
    eigen = [woord for woord in alle if woord not in ZONDER_INHOUD or woord in TELT_TOCH]
    return tuple(dict.fromkeys(lemma(woord) for woord in eigen or alle))
