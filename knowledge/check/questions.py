"""Example questions: nearly the same question must not stand twice, in one article or in two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from knowledge.base import Kennisbank
from knowledge.check.files import Inhoud
from knowledge.errors import Melding
from knowledge.words import lemmas, normaliseer

BUITEN = "buiten"
GELIJKENIS, LETTERS_MIN, WOORDEN_MIN, RIJEN = 88, 20, 5, 500


@dataclass(frozen=True)
class Vraag:
    """An example question and the file it stands in."""

    tekst: str
    bestand: str
    los: bool = False
    """Whether it stands in voorbeeldvragen/, where a near-duplicate is only a warning."""

    @property
    def kaal(self) -> str:
        """The question without capitals, accents and punctuation."""
        return re.sub(r"\W+", " ", normaliseer(self.tekst)).strip()


def controleer_vragen(inhoud: Inhoud) -> Iterator[Melding]:
    """Every question that stands twice, or nearly, at its second place."""
    vragen = alle_vragen(inhoud.kennis)
    paren = _paren([vraag.kaal for vraag in vragen])
    paren |= _een_woord_verschil(vragen)
    for eerste, tweede in sorted(paren):
        yield _melding(vragen[eerste], vragen[tweede], inhoud)
    for slug in inhoud.kennis.voorbeeldvragen:
        if slug != BUITEN and slug not in inhoud.kennis.onderwerpen:
            uitleg = f"'{slug}' is geen onderwerp uit onderwerpen.yml; of noem het bestand {BUITEN}.txt"
            yield Melding(f"voorbeeldvragen/{slug}.txt", 1, "bestandsnaam", uitleg)


def alle_vragen(kennis: Kennisbank) -> list[Vraag]:
    """Those of the articles first, then the loose ones."""
    uit_artikelen = [Vraag(v, f"artikelen/{a.id}.md") for a in kennis.artikelen.values() for v in a.vragen]
    los = [Vraag(v, f"voorbeeldvragen/{slug}.txt", True) for slug, deel in kennis.voorbeeldvragen.items() for v in deel]
    return uit_artikelen + los


def _melding(eerste: Vraag, tweede: Vraag, inhoud: Inhoud) -> Melding:
    wat = "deze vraag" if eerste.kaal == tweede.kaal else "bijna deze vraag"
    waar = "ook in dit bestand" if eerste.bestand == tweede.bestand else f"ook in {eerste.bestand}"
    uitleg = f"{wat} staat {waar}: '{eerste.tekst[:60]}'"
    bestand = inhoud.bestand(tweede.bestand)
    regel = bestand.regel(tweede.tekst, onder="vragen", keer=2 if eerste == tweede else 1)
    return Melding(tweede.bestand, regel, "vragen", uitleg, "let op" if tweede.los else "fout")


def _paren(vragen: Sequence[str]) -> set[tuple[int, int]]:
    """Pairs that are the same, or so alike in letters that only a typing error or an ending differs."""
    gevonden = set()
    for begin in range(0, len(vragen), RIJEN):
        scores = process.cdist(
            vragen[begin : begin + RIJEN],
            vragen[begin:],
            scorer=fuzz.ratio,
            score_cutoff=GELIJKENIS,
            dtype=np.float32,
            workers=-1,
        )
        for i, j in zip(*np.nonzero(scores), strict=True):
            een, ander = vragen[begin + i], vragen[begin + j]
            if j > i and (een == ander or min(len(een), len(ander)) >= LETTERS_MIN):
                gevonden.add((int(begin + i), int(begin + j)))
    return gevonden


def _een_woord_verschil(vragen: Sequence[Vraag]) -> set[tuple[int, int]]:
    """Pairs within one file whose dictionary forms differ in one word only: replaced, left out or moved."""
    emmers: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for nummer, vraag in enumerate(vragen):
        woorden = lemmas(vraag.tekst).split()
        if len(woorden) < WOORDEN_MIN:
            continue
        for sleutel in {" ".join(sorted(woorden)), *_zonder_een(woorden)}:
            emmers[vraag.bestand, sleutel].append(nummer)
    return {(i, j) for emmer in emmers.values() for i in emmer for j in emmer if i < j}


def _zonder_een(woorden: list[str]) -> Iterator[str]:
    for plaats in range(len(woorden)):
        yield " ".join(sorted(woorden[:plaats] + woorden[plaats + 1 :]))
