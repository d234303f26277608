"""What a test needs and a machine may lack: elsewhere it is skipped with the reason, in CI its absence is a failure."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def ontbreekt(reden: str) -> NoReturn:
    """Skip the test for this reason; in CI, which has to bring everything, fail instead."""
    if os.environ.get("CI"):
        pytest.fail(f"in CI moet dit er zijn: {reden}", pytrace=False)
    pytest.skip(reden)
