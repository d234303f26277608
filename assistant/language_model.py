"""The Dutch spaCy pipeline: `nl_core_news_sm` when it is installed, else blank `nl` with simplemma for lemmas."""

# No postponed annotations here: spaCy reads those of a factory when it is registered.

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import is_package

MODEL = "nl_core_news_sm"
_NIET_NODIG = ("parser", "ner")


class SimplemmaLemmatiser:
    """Fills `token.lemma_` from simplemma's Dutch dictionary."""

    def __init__(self) -> None:
        from simplemma import lemmatize

        self._lemma = lemmatize

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            token.lemma_ = self._lemma(token.text.lower(), lang="nl")
        return doc


@Language.factory("simplemma")  # type: ignore[untyped-decorator]
def maak_simplemma(nlp: Language, name: str) -> SimplemmaLemmatiser:
    """spaCy's factory for the component above."""
    return SimplemmaLemmatiser()


def laad_taalmodel() -> Language:
    """The trained pipeline without what we do not use, or the blank one with simplemma."""
    if is_package(MODEL):
        return spacy.load(MODEL, exclude=_NIET_NODIG)
    nlp = spacy.blank("nl")
    nlp.add_pipe("simplemma")
    return nlp
