"""The REST channel with the metadata of the request: which gemeente, and what time it is."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.rest import RestInput


class MetaRest(RestInput):
    """Rasa's own REST channel; only the metadata is passed on."""

    @classmethod
    def name(cls) -> str:
        return "metarest"

    def get_metadata(self, request: Any) -> dict[str, Any] | None:
        return request.json.get("metadata")
