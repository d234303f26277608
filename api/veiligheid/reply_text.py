"""The replies in words for a reviewer: who gets which, with the help lines in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import get_args

from actions.kaarten import HulplijnKaart, Kaart, Keuzes, Niveau, Tekst
from assistant.gate.language import Taalteksten
from assistant.gate.replies import ANTWOORDEN, Antwoord
from assistant.gate.rulebook import NIVEAUS
from assistant.gate.rulefiles import lees
from assistant.gate.safety_reply import noodantwoord, veiligheidsantwoord
from assistant.gate.urgency import Signaal
from knowledge.base import MAP
from knowledge.loading import lees_hulplijnen
from knowledge.models import Hulplijn, Rol

OVERDAG = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
ROLLEN: tuple[Rol | None, ...] = (None, *get_args(Rol))
TALEN = {
    "en": "Engels", "de": "Duits", "fr": "Frans", "tr": "Turks", "ar": "Arabisch", "pl": "Pools", "uk": "Oekraïens", "es": "Spaans",
}  # fmt: skip


@dataclass(frozen=True)
class Antwoorden:
    """Gives the very cards that a visitor gets, in office hours and without a gemeente."""

    hulplijnen: Mapping[str, Hulplijn]

    @classmethod
    def laad(cls) -> Antwoorden:
        """With the help lines of the kennisbank."""
        return cls({lijn.id: lijn for lijn in lees_hulplijnen(MAP / "landelijk/hulplijnen.yml", MAP)})

    def kaarten(self, categorie: str, niveau: Niveau, rol: Rol | None) -> list[Kaart]:
        """The reply."""
        signaal = Signaal(niveau, categorie, "", 0, ())
        return veiligheidsantwoord(signaal, rol=rol, hulplijnen=self.hulplijnen, nu=OVERDAG, gemeente=None)


def tabel(categorie: str, antwoorden: Antwoorden) -> str:
    """Per level and rol which reply it is, and the lines in order."""
    rijen = ["| niveau | wie schrijft | antwoord | hulplijnen, in deze volgorde |", "|---|---|---|---|"]
    for niveau in NIVEAUS:
        per: dict[tuple[str, str], list[str]] = {}
        for rol in ROLLEN:
            kaarten = antwoorden.kaarten(categorie, niveau, rol)
            per.setdefault((_id(kaarten), _lijnen(kaarten)), []).append(rol or "onbekend")
        for (naam, lijnen), rollen in per.items():
            rijen.append(f"| `{niveau}` | {', '.join(rollen)} | `{naam}` | {lijnen} |")
    return "\n".join(rijen)


def antwoord_in_markdown(antwoord: Antwoord, antwoorden: Antwoorden) -> Iterator[str]:
    """One reply, as it reads with the numbers filled in."""
    categorie = antwoord.categorie[0] if antwoord.categorie else "nog_niet_bekend"
    rol = antwoord.rol[0] if antwoord.rol else None
    kaarten = antwoorden.kaarten(categorie, antwoord.niveau[0], rol)
    soorten = ", ".join(naam.replace("_", " ") for naam in antwoord.categorie) or "elke andere soort"
    yield f"### Antwoord `{antwoord.id}`"
    yield "\n".join(
        [
            f"- Voor: {soorten}",
            f"- Niveau: {', '.join(f'`{niveau}`' for niveau in antwoord.niveau)}",
            f"- Wie schrijft: {', '.join(antwoord.rol) or 'iedereen voor wie er geen eigen antwoord is'}",
            f"- {antwoord.status}, nagekeken op {antwoord.nagekeken_op}, eigenaar: {antwoord.eigenaar}",
        ]
    )
    teksten = [kaart.tekst for kaart in kaarten if isinstance(kaart, Tekst)] if _id(kaarten) == antwoord.id else []
    for tekst in teksten or [antwoord.tekst, antwoord.vraag]:
        yield f"> {tekst}"
    knoppen = [keuze.label for kaart in kaarten if isinstance(kaart, Keuzes) for keuze in kaart.keuzes]
    yield f"Knoppen: {', '.join(knoppen)}."


def overige_teksten(antwoorden: Antwoorden) -> Iterator[str]:
    """The button, the last resort, and the other languages."""
    yield '## De knop "Ik voel me niet veilig"'
    yield tabel_van_knop(antwoorden)
    yield "## Het noodantwoord"
    yield "Als de hulplijnen of de kennisbank niet te lezen zijn, geeft elke deur bij gevaar dit antwoord:"
    kaarten = noodantwoord(nu=OVERDAG)
    yield from (f"> {kaart.tekst}" for kaart in kaarten if isinstance(kaart, Tekst))
    yield f"Hulplijnen: {_lijnen(kaarten)}."
    yield "## In andere talen"
    for taal, tekst in lees(ANTWOORDEN / "talen.yml", Taalteksten).talen.items():
        yield f"### {TALEN.get(taal, taal)}"
        yield f"> {tekst.tekst}"
        yield f"> {tekst.gevaar}"


def tabel_van_knop(antwoorden: Antwoorden) -> str:
    """What the button gives, for each rol."""
    rijen = ["| wie schrijft | antwoord | hulplijnen, in deze volgorde |", "|---|---|---|"]
    for rol in ROLLEN:
        kaarten = antwoorden.kaarten("onveilig", "vandaag", rol)
        rijen.append(f"| {rol or 'onbekend'} | `{_id(kaarten)}` | {_lijnen(kaarten)} |")
    return "\n".join(rijen)


def _id(kaarten: list[Kaart]) -> str:
    return next(kaart.id or "" for kaart in kaarten if isinstance(kaart, Tekst))


def _lijnen(kaarten: list[Kaart]) -> str:
    return ", ".join(kaart.naam for kaart in kaarten if isinstance(kaart, HulplijnKaart))
