"""`meet gesprekken`: do whole conversations reach their outcome, also in other words?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import Field, TypeAdapter, ValidationError

from assistant.measure.figures import deel
from assistant.measure.knowledge_set import Meting
from assistant.measure.outcomes import VRAGEN_OP_RIJ, Niet, Resultaat, Vorm, gebreken
from assistant.measure.play import Spel, Speler, Zet
from assistant.measure.sets import SetFout
from knowledge.models import Rol


class Knop(Vorm):
    """A button that the visitor presses."""

    keuze: str


class Gesprek(Vorm):
    """One conversation to play; a variant gives other words for the beurten it numbers."""

    id: str
    stem: str
    gemeente: str = "kaag-en-braassem"
    rol: Rol | None = None
    beurten: tuple[str | Knop, ...] = Field(min_length=1)
    resultaat: Resultaat
    niet: Niet = Niet()
    vragen_op_rij: int = VRAGEN_OP_RIJ
    varianten: tuple[Mapping[int, str | Knop], ...] = ()

    def uitvoeringen(self) -> Iterator[tuple[str, list[Zet]]]:
        """The conversation itself and its variants, each with a name."""
        yield self.id, [_zet(beurt) for beurt in self.beurten]
        for nummer, anders in enumerate(self.varianten, 1):
            onbekend = set(anders) - set(range(1, len(self.beurten) + 1))
            if onbekend:
                raise SetFout(f"{self.id}, variant {nummer}: beurt {min(onbekend)} is er niet")
            beurten = [anders.get(plek, beurt) for plek, beurt in enumerate(self.beurten, 1)]
            yield f"{self.id}~{nummer}", [_zet(beurt) for beurt in beurten]


GESPREKKEN = TypeAdapter(list[Gesprek])


def _zet(beurt: str | Knop) -> Zet:
    return Zet(tekst=beurt) if isinstance(beurt, str) else Zet(keuze=beurt.keuze)


def lees_gesprekken(plek: Path) -> list[Gesprek]:
    """The conversations of a file, or of every .yml in a folder; raises SetFout naming the place of a mistake."""
    bestanden = sorted(plek.glob("*.yml")) if plek.is_dir() else [plek]
    alle = [gesprek for bestand in bestanden for gesprek in _lees(bestand)]
    if not alle:
        raise SetFout(f"in {plek.name} staan geen gesprekken")
    namen = [gesprek.id for gesprek in alle]
    dubbel = sorted({naam for naam in namen if namen.count(naam) > 1})
    if dubbel:
        raise SetFout(f"deze id staat er twee keer: {dubbel[0]}")
    return alle


def _lees(bestand: Path) -> list[Gesprek]:
    try:
        inhoud = yaml.safe_load(bestand.read_text(encoding="utf-8"))
        return GESPREKKEN.validate_python(inhoud["gesprekken"])
    except ValidationError as fout:
        eerste = fout.errors()[0]
        waar = ".".join(map(str, eerste["loc"]))
        raise SetFout(f"{bestand.name}, {waar}: {eerste['msg']}") from None
    except yaml.MarkedYAMLError as fout:
        regel = fout.problem_mark.line + 1 if fout.problem_mark else 1
        raise SetFout(f"{bestand.name}, regel {regel}: {fout.problem}") from None
    except (yaml.YAMLError, UnicodeDecodeError, KeyError, TypeError) as fout:
        raise SetFout(f"{bestand.name} is geen lijst onder 'gesprekken' ({type(fout).__name__})") from None


def meet_gesprekken(gesprekken: Iterable[Gesprek], speler: Speler) -> Meting:
    """Play every conversation with its variants and judge each one."""
    uitkomsten, paren = [], []
    for gesprek in gesprekken:
        for naam, zetten in gesprek.uitvoeringen():
            spel = speler.speel(naam, zetten, gemeente=gesprek.gemeente, rol=gesprek.rol)
            fouten = gebreken(spel, gesprek.resultaat, gesprek.niet, vragen_op_rij=gesprek.vragen_op_rij)
            uitkomsten.append(_uitkomst(gesprek, naam, spel, fouten))
            gegeven = spel.beurten[-1].route
            verwacht = gesprek.resultaat.laatste_route or (gegeven,)
            paren.append((gegeven if gegeven in verwacht else verwacht[0], gegeven))
    return Meting(_tabel(uitkomsten), uitkomsten, paren)


def _uitkomst(gesprek: Gesprek, naam: str, spel: Spel, fouten: list[str]) -> dict[str, Any]:
    return {
        "id": naam,
        "gesprek": gesprek.id,
        "stem": gesprek.stem,
        "goed": not fouten,
        "gebreken": fouten,
        "beurten": [
            {"zegt": b.zet.tekst or f"[{b.zet.keuze}]", "route": b.route, "onderwerp": b.onderwerp, "gezien": b.gezien}
            for b in spel.beurten
        ],
        "concept": spel.concept,
    }


def _tabel(uitkomsten: Sequence[dict[str, Any]]) -> list[str]:
    per_gesprek, per_stem = _groepen(uitkomsten, "gesprek"), _groepen(uitkomsten, "stem")
    zelf = [u for u in uitkomsten if u["id"] == u["gesprek"]]
    anders = [u for u in uitkomsten if u["id"] != u["gesprek"]]
    regels = [
        _regel("gesprek haalt zijn uitkomst", zelf),
        _regel("variant haalt de uitkomst", anders),
        deel("ook in alle varianten", sum(all(u["goed"] for u in g) for g in per_gesprek.values()), len(per_gesprek)),
        "per stem",
        *(_regel(f"  {stem}", groep) for stem, groep in sorted(per_stem.items())),
    ]
    mis = [u for u in uitkomsten if not u["goed"]]
    return [*regels, *(["gebreken"] if mis else []), *(f"  {u['id']}: {'; '.join(u['gebreken'])}" for u in mis)]


def _groepen(uitkomsten: Iterable[dict[str, Any]], sleutel: str) -> dict[str, list[dict[str, Any]]]:
    groepen: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for uitkomst in uitkomsten:
        groepen[uitkomst[sleutel]].append(uitkomst)
    return groepen


def _regel(naam: str, groep: Sequence[dict[str, Any]]) -> str:
    return deel(naam, sum(u["goed"] for u in groep), len(groep))
