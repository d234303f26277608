"""Reads messages with the NLU of a trained Rasa model: ours, or another one to compare it with."""

from __future__ import annotations

import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.brain.training import ModelFout

Lezer = Callable[[str], str]
TERUGVAL, ANDERS = "nlu_fallback", "vraag"
"""Rasa's FallbackClassifier says `nlu_fallback` when it is not sure; our component then says `vraag`."""


@contextmanager
def lezer_van(model: Path) -> Iterator[Lezer]:
    """What tells the intent of a message by this model; raises ModelFout for what is no model.

    A model runs code when it is loaded: only open one you trained.
    """
    from rasa.core.channels.channel import UserMessage
    from rasa.engine.constants import PLACEHOLDER_MESSAGE
    from rasa.engine.graph import ExecutionContext
    from rasa.engine.storage.local_model_storage import LocalModelStorage
    from rasa.shared.exceptions import RasaException

    from assistant.brain.runner import SequentialRunner

    with tempfile.TemporaryDirectory() as map_:
        try:
            opslag, meta = LocalModelStorage.from_model_archive(Path(map_), model)
        except (tarfile.TarError, OSError, RasaException) as fout:
            raise ModelFout(f"{model.name} is geen Rasa-model ({type(fout).__name__})") from None
        context = ExecutionContext(graph_schema=meta.predict_schema, model_id=meta.model_id)
        runner = SequentialRunner.create(meta.predict_schema, opslag, context)

        def lees(tekst: str) -> str:
            uitvoer = runner.run(inputs={PLACEHOLDER_MESSAGE: [UserMessage(tekst)]}, targets=[meta.nlu_target])
            naam = str(uitvoer[meta.nlu_target][0].get("intent")["name"])
            return ANDERS if naam == TERUGVAL else naam

        yield lees
