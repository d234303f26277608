"""A small content tree that is right in every way, to spoil one thing at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.knowledge.boom import Boom


@pytest.fixture
def boom(tmp_path: Path) -> Boom:
    """A valid content tree of two articles, one gemeente and three help lines."""
    return Boom.plant(tmp_path / "kennis")
