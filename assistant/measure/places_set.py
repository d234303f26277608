"""`meet plekken`: does someone who looks for a place nearby see it, and does a worry stay a worry?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field, TypeAdapter, model_validator

from assistant.measure.figures import Cijfer, deel
from assistant.measure.knowledge_set import Meting
from assistant.measure.outcomes import Vorm
from assistant.measure.play import Gehoord, Speler, Zet
from assistant.measure.sets import lees_yaml
from knowledge.models import Rol

PLEK = ("voorziening:", "hulplijn:")


class Zoekvraag(Vorm):
    """What someone says, after what came before; at least one of `goed` must be shown, and none of `niet`."""

    zeg: str
    goed: tuple[str, ...] = Field(min_length=1)
    niet: tuple[str, ...] = ()
    eerder: tuple[str, ...] = ()
    gemeente: str = "kaag-en-braassem"
    rol: Rol | None = None


class Plekkenset(Vorm):
    """Questions for a place, in parts that are counted apart, and under `geen` what asks for no place."""

    delen: dict[str, tuple[Zoekvraag, ...]]
    geen: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _uit_lijsten(cls, inhoud: Any) -> Any:
        if not isinstance(inhoud, dict):
            return inhoud
        return {"geen": inhoud.get("geen", ()), "delen": {naam: rij for naam, rij in inhoud.items() if naam != "geen"}}


def lees_plekken(bestand: Path) -> Plekkenset:
    """The set in this file; raises SetFout naming what is wrong with it."""
    return lees_yaml(bestand, TypeAdapter(Plekkenset))


def meet_plekken(plekken: Plekkenset, speler: Speler) -> Meting:
    """Play every question through the whole beurt and look at what was shown last."""
    uitkomsten = [
        _een(deelnaam, nummer, vraag, speler)
        for deelnaam, vragen in plekken.delen.items()
        for nummer, vraag in enumerate(vragen)
    ]
    gewoon = [_geen(nummer, tekst, speler) for nummer, tekst in enumerate(plekken.geen)]
    cijfers = [_cijfer(naam, naam, uitkomsten) for naam in plekken.delen]
    cijfers += [_cijfer("geen plek bij een zorg", "geen", gewoon)] if gewoon else []
    tabel = [deel(cijfer.naam, cijfer.goed, cijfer.totaal) for cijfer in cijfers]
    return Meting(tabel, [*uitkomsten, *gewoon], [(u["verwacht"], u["gegeven"]) for u in uitkomsten], cijfers=cijfers)


def _cijfer(naam: str, deelnaam: str, uitkomsten: list[dict[str, Any]]) -> Cijfer:
    eigen = [uitkomst for uitkomst in uitkomsten if uitkomst["deel"] == deelnaam]
    return Cijfer(naam, sum(uitkomst["goed"] for uitkomst in eigen), len(eigen))


def _een(deelnaam: str, nummer: int, vraag: Zoekvraag, speler: Speler) -> dict[str, Any]:
    zetten = [Zet(tekst) for tekst in (*vraag.eerder, vraag.zeg)]
    spel = speler.speel(f"{deelnaam}{nummer}", zetten, gemeente=vraag.gemeente, rol=vraag.rol)
    gezien = _plekken(spel.beurten[-1])
    raak = [plek for plek in gezien if plek in vraag.goed]
    return {
        "deel": deelnaam,
        "text": vraag.zeg,
        "goed": bool(raak) and not set(gezien) & set(vraag.niet),
        "verwacht": raak[0] if raak else vraag.goed[0],
        "gegeven": raak[0] if raak else next(iter(gezien), ""),
        "gezien": gezien,
        "route": spel.beurten[-1].route,
    }


def _geen(nummer: int, tekst: str, speler: Speler) -> dict[str, Any]:
    spel = speler.speel(f"geen{nummer}", [Zet(tekst)], gemeente=Zoekvraag.model_fields["gemeente"].default, rol=None)
    gezien = [plek for plek in spel.beurten[-1].gezien if plek.startswith("voorziening:")]
    return {"deel": "geen", "text": tekst, "goed": not gezien, "gezien": gezien, "route": spel.beurten[-1].route}


def _plekken(beurt: Gehoord) -> list[str]:
    return [naam.partition(":")[2] for naam in beurt.gezien if naam.startswith(PLEK)]
