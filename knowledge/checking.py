"""`voordeur kennis check`: everything that is wrong in the content, with file, line and field, for editors."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from knowledge.base import Kennisbank, laad_of_meld
from knowledge.check.articles import controleer_artikel, teksten
from knowledge.check.coverage import controleer_dekking
from knowledge.check.files import Inhoud
from knowledge.check.glossary import lees_woordenlijst, vertrouwde_woorden
from knowledge.check.local import controleer_gemeente
from knowledge.check.questions import alle_vragen, controleer_vragen
from knowledge.check.references import controleer_registers, controleer_verwijzingen
from knowledge.errors import KennisFout, Melding

ERNST = ("fout", "verlopen", "let op", "tip")
"""From what must be mended to what may be left; only the first keeps content from being published."""


def controleer(basis: Path, *, vandaag: date | None = None, ook: Iterable[Path] = ()) -> list[Melding]:
    """All findings, worst first, then by file and line. `ook` are texts elsewhere that may refer to a hulplijn."""
    dag = vandaag or date.today()
    kennis, meldingen = laad_of_meld(basis, vandaag=dag)
    if kennis is None:
        return sorted(meldingen)
    try:
        inhoud = bekijk(kennis, basis, vandaag=dag)
        gevonden = [melding for artikel in kennis.artikelen.values() for melding in controleer_artikel(artikel, inhoud)]
        gevonden += [melding for plaats in kennis.gemeenten.values() for melding in controleer_gemeente(plaats, inhoud)]
        gevonden += [*controleer_vragen(inhoud), *controleer_verwijzingen(inhoud, ook)]
        gevonden += [*controleer_registers(inhoud), *controleer_dekking(inhoud)]
    except KennisFout as fout:
        return sorted(fout.meldingen)
    return sorted(gevonden, key=lambda melding: (ERNST.index(melding.ernst), melding))


def bekijk(kennis: Kennisbank, basis: Path, *, vandaag: date) -> Inhoud:
    """The content with its word list and vocabulary; raises KennisFout when the word list is not right."""
    lijst = lees_woordenlijst(basis)
    vertrouwd = vertrouwde_woorden(
        (" ".join(tekst for _, tekst in teksten(artikel)) for artikel in kennis.artikelen.values()),
        [*(v.tekst for v in alle_vragen(kennis)), *(o.omschrijving for o in kennis.onderwerpen.values())],
        lijst,
    )
    return Inhoud(kennis, basis, vandaag, lijst, vertrouwd)
