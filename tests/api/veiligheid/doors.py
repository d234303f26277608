"""Every field through which text can come in, found in the application itself: nobody has to remember to list one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from pydantic import BaseModel

from api.pages import consult_fields, fields
from api.pages.forms import lees_formulier
from api.settings import ROOT

Veld = tuple[str, str]  # 'POST /api/v1/...' and the name of the field
METHODEN = ("get", "post", "put", "patch", "delete")


def routes(app: FastAPI) -> Iterator[APIRoute]:
    """Every route, with the address under which it is reached."""
    yield from _routes(app.routes)


def _routes(lijst: Any) -> Iterator[APIRoute]:
    for route in lijst:
        if isinstance(route, APIRoute):
            yield route
        else:
            yield from _routes(getattr(getattr(route, "original_router", None) or route, "routes", None) or ())


def json_velden(app: FastAPI) -> set[Veld]:
    """Every string without a fixed set of values in what the API accepts, in body and address."""
    schema = app.openapi()
    gevonden: set[Veld] = set()
    for pad, methoden in schema["paths"].items():
        for methode in METHODEN:
            if methode not in methoden:
                continue
            deur, bewerking = f"{methode.upper()} {pad}", methoden[methode]
            for parameter in bewerking.get("parameters", ()):
                if parameter["in"] == "query":
                    gevonden |= {
                        (deur, naam) for naam in _bladeren(parameter["schema"], schema, f"?{parameter['name']}")
                    }
            inhoud = bewerking.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
            if inhoud:
                gevonden |= {(deur, naam) for naam in _bladeren(inhoud, schema | inhoud, "")}
    return gevonden


def _bladeren(deel: dict[str, Any], heel: dict[str, Any], naam: str) -> Iterator[str]:
    if "$ref" in deel:
        kort = deel["$ref"].rpartition("/")[2]
        bekend = heel.get("$defs", {}) | heel.get("components", {}).get("schemas", {})
        yield from _bladeren(bekend[kort], heel, naam)
    for soort in ("anyOf", "allOf", "oneOf"):
        for ander in deel.get(soort, ()):
            yield from _bladeren(ander, heel, naam)
    for veld, onder in deel.get("properties", {}).items():
        yield from _bladeren(onder, heel, f"{naam}.{veld}" if naam else veld)
    if deel.get("type") == "array":
        yield from _bladeren(deel["items"], heel, f"{naam}[]")
    vrij = deel.get("additionalProperties")
    if vrij:
        yield f"{naam}.*"
    if deel.get("type") == "string" and "enum" not in deel and "const" not in deel:
        yield naam


def paginas_met_formulier(app: FastAPI) -> set[str]:
    """Every route that reads a posted form."""
    return {
        f"POST {route.path}"
        for route in routes(app)
        if any(onder.call is lees_formulier for onder in _alle(route.dependant))
    }


def adresvelden(app: FastAPI) -> set[str]:
    """Every name in the address of a page, one for each; those of the API stand in its schema."""
    namen: set[str] = set()
    for route in routes(app):
        if route.path not in app.openapi()["paths"]:
            for onder in _alle(route.dependant):
                for veld in onder.query_params:
                    soort = veld.field_info.annotation
                    model = isinstance(soort, type) and issubclass(soort, BaseModel)
                    namen |= set(soort.model_fields) if model else {veld.alias}
    return namen


def _alle(dependant: Dependant) -> Iterator[Dependant]:
    yield dependant
    for onder in dependant.dependencies:
        yield from _alle(onder)


def gelezen_formuliervelden() -> set[str]:
    """Every name under which code in api/ reads a form, and the questions of the aanmelding and the consult."""
    namen = {veld.id for veld in (*fields.ALLE, *consult_fields.ALLE)}
    for pad in (ROOT / "api").rglob("*.py"):
        if "node_modules" in pad.parts:
            continue
        for knoop in ast.walk(ast.parse(pad.read_text())):
            if (
                isinstance(knoop, ast.Call)
                and isinstance(knoop.func, ast.Attribute)
                and knoop.func.attr in ("een", "meer")
            ):
                namen |= {arg.value for arg in knoop.args[:1] if isinstance(arg, ast.Constant)}
    return namen
