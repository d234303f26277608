"""From data to page: one Jinja environment with autoescape, a few Dutch filters, and the headers every page has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from actions.kaarten import Kaart
from api.aanmelding.promise import antwoord_voor
from api.context import Huis
from api.pages import words
from api.pages.texts import teksten

API = Path(__file__).parents[1]
SJABLONEN = (API / "pages/templates", API / "balie/templates")
ALINEA = re.compile(r"\n\s*\n")


@cache
def _opmaker() -> MarkdownIt:
    """Paragraphs, lists, headings, bold and links of our own editors; HTML in the text stays text."""
    regels = ["list", "emphasis", "heading", "link", "newline", "escape"]
    return MarkdownIt("zero", {"html": False}).enable(regels)


def opmaak(tekst: str) -> Markup:
    """Markdown as HTML."""
    return Markup(_opmaker().render(tekst))  # noqa: S704 - made by the renderer, which escapes


def proza(tekst: str) -> Markup:
    """Markdown as HTML, with an anchor at each heading: 'Lek melden' is #lek-melden."""

    def anker(kop: re.Match[str]) -> str:
        return f'<h2 id="{re.sub(r"[^a-z0-9]+", "-", kop[1].lower()).strip("-")}">{kop[1]}</h2>'

    return Markup(re.sub(r"<h2>(.*?)</h2>", anker, opmaak(tekst)))  # noqa: S704 - as above


def alineas(tekst: str) -> list[str]:
    """The text cut at blank lines; line breaks within a paragraph are kept."""
    return [deel.strip() for deel in ALINEA.split(tekst) if deel.strip()]


def tel(nummer: str) -> str:
    """The address behind a number that can be dialled."""
    return "tel:" + re.sub(r"[^\d+]", "", nummer)


def webadres(adres: str | None) -> str | None:
    """An http(s) address that may become a link, else None."""
    delen = urlsplit(adres or "")
    return adres if delen.scheme in ("http", "https") and delen.netloc else None


def basisadres(request: Request) -> str:
    """The address under which this service was reached, without a slash at the end."""
    return str(request.base_url).rstrip("/")


def kort(tekst: str, tekens: int = 160) -> str:
    """Markdown as one plain line of at most this length, cut between words."""
    plat = " ".join(opmaak(tekst).striptags().split())
    return plat if len(plat) <= tekens else plat[: plat.rfind(" ", 0, tekens)].rstrip(" ,;:") + "…"


def domein(adres: str) -> str:
    """The address as one would say it."""
    return urlsplit(adres).netloc.removeprefix("www.")


@cache
def omgeving() -> Environment:
    """The templates of this process."""
    omgeving = Environment(
        loader=FileSystemLoader(SJABLONEN),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    omgeving.filters |= {
        "opmaak": opmaak,
        "proza": proza,
        "alineas": alineas,
        "tel": tel,
        "webadres": webadres,
        "domein": domein,
    }
    omgeving.filters |= {
        naam: getattr(words, naam) for naam in ("datum", "moment", "kort_moment", "geleden", "leeftijd", "uren")
    }
    omgeving.filters["antwoord_voor"] = antwoord_voor
    omgeving.globals |= {"t": teksten(), "keuze": teksten().keuze}
    return omgeving


def pagina(request: Request, sjabloon: str, *, status: int = 200, **inhoud: Any) -> HTMLResponse:
    """The page; never kept by a browser or a proxy, because someone else may use this device next."""
    huis: Huis = request.app.state.huis
    vast = {"pad": request.url.path, "live": huis.settings.live, "nu": huis.klok()}
    html = omgeving().get_template(sjabloon).render(vast | inhoud)
    return HTMLResponse(html, status, headers={"Cache-Control": "no-store"})


def verder(adres: str) -> RedirectResponse:
    """After a form: to the page that shows what came of it."""
    return RedirectResponse(adres, 303, headers={"Cache-Control": "no-store"})


def als_kaarten(kaarten: Iterable[Kaart | dict[str, Any]]) -> list[dict[str, Any]]:
    """Cards as the templates read them."""
    return [kaart if isinstance(kaart, dict) else kaart.model_dump(mode="json") for kaart in kaarten]
