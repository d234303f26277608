"""Putting the brain together: model, actions, processor. Called on the brain's thread, where Rasa is imported."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from actions.context import Gereedschap

if TYPE_CHECKING:
    from assistant.brain.processor import BrainProcessor


def bouw_processor(modellen: Path, gereedschap: Gereedschap) -> BrainProcessor:
    """A processor with the checked model of this folder; raises ModelFout when there is none that may be loaded."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    # TensorFlow looks for jax for a converter we never call, and does without when it is not there: half a second, 40 MB
    sys.modules.setdefault("jax", None)  # type: ignore[arg-type]
    from actions.registry import alle_acties
    from assistant.brain.endpoint import InProcessEndpoint
    from assistant.brain.processor import BrainProcessor
    from assistant.brain.training import model_of_fout
    from assistant.brain.tuning import stem_af

    stem_af()
    _ = gereedschap.kennis.nu.zoeker, gereedschap.kennis.nu.wegwijzers  # the first visitor must not wait for an index
    with tempfile.TemporaryDirectory(prefix="voordeur-model-") as map_:
        return BrainProcessor(model_of_fout(modellen), Path(map_), InProcessEndpoint(alle_acties(gereedschap)))
