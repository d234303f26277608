"""The files of widget and pages as they go over the line: small, and all of one version."""

from __future__ import annotations

from typing import Any

from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from api.settings import ROOT

STATIC = ROOT / "api/static"
KLEINSTE = 500


class _Bestanden(StaticFiles):
    """Files that a browser keeps but asks after at every visit: the loader never meets a panel of another version."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        antwoord = super().file_response(*args, **kwargs)
        antwoord.headers["Cache-Control"] = "no-cache"
        return antwoord


def bestanden() -> ASGIApp:
    """Serves what stands under `api/static`, compressed for whoever accepts that; nothing of a person is among it."""
    return GZipMiddleware(_Bestanden(directory=STATIC), minimum_size=KLEINSTE)
