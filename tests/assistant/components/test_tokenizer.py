"""Words and lemmas."""

from __future__ import annotations

import pytest

from tests.assistant.components.hulp import bericht


def test_een_zin_wordt_woorden_met_hun_lemma_en_plaats() -> None:
    woorden = bericht("Onze kinderen  slapen niet!").get("text_tokens")
    assert [woord.text for woord in woorden] == ["Onze", "kinderen", "slapen", "niet", "!"]
    assert woorden[1].lemma == "kind"
    assert [(woord.start, woord.end) for woord in woorden][:2] == [(0, 4), (5, 13)]


@pytest.mark.parametrize("tekst", ["?", "😀", "a" * 3000, "één\ttwee\n"])
def test_vreemde_tekst_geeft_ook_woorden(tekst: str) -> None:
    assert all(woord.text.strip() and woord.lemma for woord in bericht(tekst).get("text_tokens"))
