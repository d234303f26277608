"""A body that was read raw, so that danger in it is heard first, as a model; what is wrong is said at each field."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from api.chat.schemas import MAX_BYTES
from api.problem import Probleem

Vorm = TypeVar("Vorm", bound=BaseModel)


def in_het_document(vorm: type[BaseModel]) -> dict[str, Any]:
    """The request body for the OpenAPI document."""
    schema = vorm.model_json_schema(ref_template="#/components/schemas/{model}")
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def lees_of_weiger(vorm: type[Vorm], inhoud: bytes, *, sleutel: str | None, te_lang: str) -> Vorm:
    """The body as this model; raises Probleem 413 or 422. Without a key nothing can be sent again, so that is asked for."""
    if len(inhoud) > MAX_BYTES:
        raise Probleem(413, te_lang, "te-lang")
    if not sleutel:
        raise Probleem(422, "Stuur een Idempotency-Key mee.", "geen-sleutel")
    try:
        return vorm.model_validate_json(inhoud)
    except ValidationError as fout:
        velden = [{"veld": ".".join(map(str, deel["loc"])), "uitleg": uitleg_bij(deel)} for deel in fout.errors()]
        raise Probleem(422, "Een of meer velden kloppen nog niet.", "ongeldig-veld", extra={"velden": velden}) from None


def uitleg_bij(deel: Any) -> str:
    """What is wrong, in words for who filled it in."""
    if deel["type"] == "missing":
        return "Vul dit in."
    if deel["type"] == "value_error":
        return str(deel["msg"]).removeprefix("Value error, ")
    if deel["type"] == "string_too_long":
        return "Dit is te lang."
    return "Dit klopt nog niet."
