"""The action server of rasa-sdk with our actions; only how they are registered differs, for ours take an argument."""

from __future__ import annotations

import sys

from rasa_sdk import endpoint
from rasa_sdk.executor import ActionExecutor

from actions.context import Gereedschap
from actions.registry import alle_acties
from actions.texts import Teksten
from knowledge.current import KennisHouder


def registreer(self: ActionExecutor, _: object) -> None:
    """Register our instances where the SDK would look for classes without arguments."""
    gereedschap = Gereedschap(KennisHouder(), Teksten.laad())
    _ = gereedschap.kennis.nu.zoeker
    for actie in alle_acties(gereedschap):
        self.register_action(actie)


if __name__ == "__main__":
    ActionExecutor.register_package = registreer
    endpoint.run("actions", port=int(sys.argv[1]))
