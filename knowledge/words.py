"""Dutch words made comparable: accents, stretched letters, endings. The features of search and intent are both made here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from simplemma import lemmatize
from sklearn.feature_extraction.text import TfidfVectorizer

_UITGEREKT = re.compile(r"(\w)\1{2,}")
_WOORD = re.compile(r"\w+")


def normaliseer(tekst: str) -> str:
    """Lower case without accents, with stretched letters shortened ('neeeee' becomes 'nee')."""
    plat = unicodedata.normalize("NFKD", tekst.casefold())
    zonder = "".join(teken for teken in plat if not unicodedata.combining(teken))
    return _UITGEREKT.sub(r"\1\1", zonder)


@lru_cache(maxsize=50_000)
def lemma(woord: str) -> str:
    """The dictionary form of one word in lower case."""
    return normaliseer(lemmatize(woord, lang="nl"))


def lemmas(tekst: str) -> str:
    """The text as dictionary forms with a space between."""
    return " ".join(lemma(woord) for woord in _WOORD.findall(tekst.lower()))


_WOORDEN = r"(?u)\b\w+\b"


Rij = tuple[Any, Any]  # the numbers of the features of one text, in order, and how much each weighs


class _Reeksen:
    """Counts as a vectorizer that has learnt does (sublinear, times rarity, length 1)."""

    def __init__(self, teler: TfidfVectorizer) -> None:
        self._nummers: Mapping[str, int] = teler.vocabulary_
        self._zeldzaam = np.asarray(teler.idf_, dtype=np.float32)
        self._kort, self._lang = teler.ngram_range
        self.aantal = len(self._nummers)

    def _geteld(self, nummers: Any) -> Rij:
        plekken, keer = np.unique(nummers, return_counts=True)
        waarden = (np.log(keer.astype(np.float32)) + 1) * self._zeldzaam[plekken]
        lengte = float(np.sqrt(waarden @ waarden))
        return plekken, waarden / lengte if lengte else waarden


class _Letterreeksen(_Reeksen):
    """The runs of letters in each word. Most words come back, so what a word holds is remembered."""

    def __init__(self, teler: TfidfVectorizer) -> None:
        super().__init__(teler)
        self._van_woord = lru_cache(maxsize=20_000)(self._woord)

    def rij(self, tekst: str) -> Rij:
        """The row of this text."""
        delen = [self._van_woord(woord) for woord in tekst.lower().split()]
        return self._geteld(np.concatenate(delen) if delen else np.zeros(0, dtype=np.int64))

    def _woord(self, woord: str) -> Any:
        """The numbers of the runs in one word with a space on both sides; a word shorter than a run counts once."""
        ruim, uit = f" {woord} ", []
        for lang in range(self._kort, self._lang + 1):
            uit += [ruim[begin : begin + lang] for begin in range(max(1, len(ruim) - lang + 1))]
            if len(ruim) <= lang:
                break
        return np.array([self._nummers[reeks] for reeks in uit if reeks in self._nummers], dtype=np.int64)


class _Woordreeksen(_Reeksen):
    """The words, and runs of words."""

    def rij(self, tekst: str) -> Rij:
        """The row of this text."""
        woorden = _WOORD.findall(tekst.lower())
        reeksen = [
            " ".join(woorden[begin : begin + lang])
            for lang in range(self._kort, self._lang + 1)
            for begin in range(len(woorden) - lang + 1)
        ]
        return self._geteld(np.array([self._nummers[r] for r in reeksen if r in self._nummers], dtype=np.int64))


class Kenmerken:
    """Texts as rows of numbers: character n-grams, which survive typing errors, beside lemmas, which tell words apart."""

    def __init__(
        self,
        *,
        tekens: tuple[int, int] = (3, 5),
        woorden: tuple[int, int] = (1, 2),
        min_df: int = 1,
        woord_min_df: int = 1,
    ) -> None:
        self._tekens = TfidfVectorizer(
            analyzer="char_wb", ngram_range=tekens, sublinear_tf=True, min_df=min_df, dtype=np.float32
        )
        self._woorden = TfidfVectorizer(
            ngram_range=woorden, sublinear_tf=True, token_pattern=_WOORDEN, min_df=woord_min_df, dtype=np.float32
        )

    def leer(self, teksten: Sequence[str], woordvormen: Sequence[str] | None = None) -> csr_matrix:
        """Learn which features exist and how rare each is; returns the rows. `woordvormen` stand in for our own lemmas."""
        vormen = woordvormen or [lemmas(tekst) for tekst in teksten]
        return csr_matrix(
            hstack([self._tekens.fit_transform(map(normaliseer, teksten)), self._woorden.fit_transform(vormen)])
        )

    def van(self, teksten: Sequence[str], woordvormen: Sequence[str] | None = None) -> csr_matrix:
        """The rows of these texts, in features learnt before: what the vectorizers would give, in a fraction of the time."""
        vormen = woordvormen or [lemmas(tekst) for tekst in teksten]
        tekens, woorden = self._lezers
        eerste, breed = tekens.aantal, tekens.aantal + woorden.aantal
        paren = [(tekens.rij(normaliseer(t)), woorden.rij(vorm)) for t, vorm in zip(teksten, vormen, strict=True)]
        plekken = [deel for links, rechts in paren for deel in (links[0], rechts[0] + eerste)]
        waarden = [deel for links, rechts in paren for deel in (links[1], rechts[1])]
        einden = np.cumsum([0] + [len(links[0]) + len(rechts[0]) for links, rechts in paren])
        return csr_matrix((np.concatenate(waarden), np.concatenate(plekken), einden), shape=(len(paren), breed))

    @cached_property
    def _lezers(self) -> tuple[_Letterreeksen, _Woordreeksen]:
        return _Letterreeksen(self._tekens), _Woordreeksen(self._woorden)

    def kent(self, woordvormen: str) -> bool:
        """Whether one of these words was seen in learning."""
        return any(woord in self._woorden.vocabulary_ for woord in _WOORD.findall(woordvormen))

    def namen(self) -> dict[int, str]:
        """The number of every feature that is one or two whole words, with those words."""
        eerste = len(self._tekens.vocabulary_)
        return {eerste + int(nummer): str(woord) for woord, nummer in self._woorden.vocabulary_.items()}

    def als_data(self) -> tuple[list[dict[str, int]], list[Any]]:
        """Vocabularies and rarities, to be stored as plain data."""
        delen = (self._tekens, self._woorden)
        return [{str(k): int(v) for k, v in d.vocabulary_.items()} for d in delen], [d.idf_ for d in delen]

    @classmethod
    def uit_data(
        cls,
        lijsten: list[dict[str, int]],
        idf: list[Any],
        *,
        tekens: tuple[int, int],
        woorden: tuple[int, int] = (1, 2),
    ) -> Kenmerken:
        """The opposite of `als_data`."""
        kenmerken = cls(tekens=tekens, woorden=woorden)
        for teler, lijst, gewicht in zip((kenmerken._tekens, kenmerken._woorden), lijsten, idf, strict=True):
            teler.vocabulary_ = lijst
            teler.idf_ = gewicht
        return kenmerken
