"""The rules as they are used: read once from the rule folder, compiled, and indexed by the words they cannot do without."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from actions.kaarten import Niveau
from assistant.gate.patterns import Etiketten, Patroon, PatroonFout, vertaal
from assistant.gate.rulefiles import (
    Categorieen,
    Omstandigheden,
    Omstandigheid,
    Regel,
    Regelbestand,
    Spellingbestand,
    Woordenlijsten,
    lees,
    regelfout,
)
from assistant.gate.words import Spelling, Woordenaar

NIVEAUS: tuple[Niveau, ...] = ("112", "vandaag", "binnenkort", "twijfel")
HULPLIJSTEN = ("ontkenning", "bijwoord", "geen_ontkenning", "onderwerp", "keer")
Rang = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Omstandig:
    """A compiled circumstance."""

    patronen: tuple[Patroon, ...]
    inhoud: Omstandigheid


@dataclass(frozen=True, slots=True)
class Wet:
    """A compiled rule; `rang` is the strongest it can become: level first, then the order of the categories."""

    regel: Regel
    rang: Rang
    niet: tuple[Patroon, ...]
    tenzij: tuple[Omstandig, ...]
    verhoog: tuple[tuple[Omstandig, Niveau], ...]
    punten: tuple[tuple[str, int], ...]

    @property
    def kern(self) -> Iterator[str]:
        """The labels of the words that weigh more than the lightest."""
        return (teken for teken, aantal in self.punten if aantal > 1)


class Regelboek:
    """All rules of a folder, compiled; raises KennisFout that names file, line and field when one is not right."""

    def __init__(self, map_: Path) -> None:
        lijsten = lees(map_ / "_lijsten.yml", Woordenlijsten).lijsten
        self._categorieen = list(lees(map_ / "_categorieen.yml", Categorieen).categorieen)
        self.etiketten = Etiketten({naam: woorden.split() for naam, woorden in lijsten.items()})
        self.merk = {naam: self.etiketten.lijst(naam) for naam in HULPLIJSTEN}
        self._omstandig = dict(self._omstandigheden(map_ / "_omstandigheden.yml"))
        self._bij_anker: dict[str, list[tuple[Patroon, Wet]]] = defaultdict(list)
        self.optelwetten: list[Wet] = []
        self.regels = tuple(self._lees_regels(map_))
        for regel, pad in self.regels:
            self._voeg_toe(regel, pad)
        self.woordenaar = self._woordenaar(map_ / "_spelling.yml")

    def kandidaten(self, etiketten: frozenset[str]) -> Iterator[tuple[Patroon, Wet]]:
        """The patterns whose indispensable words all occur, always in the same order."""
        for teken in sorted(etiketten & self._bij_anker.keys()):
            for patroon, wet in self._bij_anker[teken]:
                if patroon.nodig <= etiketten:
                    yield patroon, wet

    def rang(self, niveau: Niveau, regel: Regel) -> Rang:
        """Where a finding of this rule at this level stands: lower is more serious."""
        return NIVEAUS.index(niveau), self._categorieen.index(regel.categorie)

    def omstandigheid(self, naam: str) -> Omstandig:
        """The compiled circumstance of this name; KeyError when there is none."""
        return self._omstandig[naam]

    def _lees_regels(self, map_: Path) -> Iterator[tuple[Regel, Path]]:
        gezien: set[str] = set()
        for pad in sorted(map_.glob("[a-z]*.yml")):
            for regel in lees(pad, Regelbestand).regels:
                if regel.id in gezien:
                    raise regelfout(pad, f"id: {regel.id}", f"{regel.id}, id", "deze id bestaat al")
                gezien.add(regel.id)
                yield regel, pad

    def _omstandigheden(self, pad: Path) -> Iterator[tuple[str, Omstandig]]:
        for naam, inhoud in lees(pad, Omstandigheden).omstandigheden.items():
            yield naam, Omstandig(self._patronen(inhoud.patronen, pad, naam), inhoud)

    def _patronen(self, bronnen: Iterable[str], pad: Path, veld: str) -> tuple[Patroon, ...]:
        return tuple(self._patroon(bron, pad, veld) for bron in bronnen)

    def _patroon(self, bron: str, pad: Path, veld: str) -> Patroon:
        try:
            return vertaal(bron, self.etiketten)
        except PatroonFout as fout:
            raise regelfout(pad, bron, veld, str(fout)) from fout

    def _voeg_toe(self, regel: Regel, pad: Path) -> None:
        wet = self._wet(regel, pad)
        for patroon in self._patronen(regel.wel, pad, f"{regel.id}, wel"):
            self._bij_anker[self.etiketten.zeldzaamste(patroon.nodig)].append((patroon, wet))
        if wet.punten:
            self.optelwetten.append(wet)

    def _wet(self, regel: Regel, pad: Path) -> Wet:
        for categorie in (regel.categorie, *regel.per_rol.values()):
            if categorie not in self._categorieen:
                raise regelfout(
                    pad, categorie, f"{regel.id}, categorie", f"'{categorie}' staat niet in _categorieen.yml"
                )
        zwaarst = min([regel.niveau, *regel.verhoog.values()], key=NIVEAUS.index)
        return Wet(
            regel=regel,
            rang=self.rang(zwaarst, regel),
            niet=self._patronen(regel.niet, pad, f"{regel.id}, niet"),
            tenzij=tuple(self._zoek(naam, pad, f"{regel.id}, tenzij") for naam in regel.tenzij),
            verhoog=tuple(
                (self._zoek(naam, pad, f"{regel.id}, verhoog"), niveau) for naam, niveau in regel.verhoog.items()
            ),
            punten=tuple(
                (self._woordteken(woorden, pad, regel.id), aantal)
                for aantal, woorden in sorted(regel.punten.items(), reverse=True)
            ),
        )

    def _woordteken(self, woorden: str, pad: Path, naam: str) -> str:
        try:
            return self.etiketten.teken("/".join(woorden.split()))
        except PatroonFout as fout:
            raise regelfout(pad, woorden.split(maxsplit=1)[0], f"{naam}, punten", str(fout)) from fout

    def _zoek(self, naam: str, pad: Path, veld: str) -> Omstandig:
        if naam not in self._omstandig:
            raise regelfout(pad, naam, veld, f"'{naam}' staat niet in _omstandigheden.yml")
        return self._omstandig[naam]

    def _woordenaar(self, pad: Path) -> Woordenaar:
        bestand = lees(pad, Spellingbestand)
        voluit = {**bestand.voluit, **dict.fromkeys(bestand.weglaten.split(), "")}
        self._wijs_af_wat_nooit_voorkomt(voluit, pad)
        spelling = Spelling(voluit, bestand.typfouten.split(), bestand.aaneen.split())
        return Woordenaar(self.etiketten.kent, self.etiketten.kent_heel, spelling)

    def _wijs_af_wat_nooit_voorkomt(self, voluit: Mapping[str, str], pad: Path) -> None:
        """A pattern that asks for a chat spelling would never match: the text is written out first."""
        for woord, vol in voluit.items():
            if vol != woord and self.etiketten.kent_heel(woord):
                raise regelfout(pad, woord, "voluit", f"een patroon of lijst zoekt '{woord}'; schrijf daar '{vol}'")
