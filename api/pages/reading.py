"""The knowledge as pages that anyone can read, find and print: topics, the answers under a topic, and one answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response

from actions.kaarten import Kaart
from actions.present import artikelkaart, contactkaart, hulplijnkaart, voorzieningkaart
from api.context import Huis
from api.http import HuisDep
from api.pages import structured
from api.pages.demo import get_gemeente_or_raise
from api.pages.errors import Paginaroute
from api.pages.findable import Vindbaar, te_lezen
from api.pages.render import als_kaarten, basisadres, pagina
from api.pages.texts import teksten
from api.problem import Probleem
from knowledge.base import VERWIJZING
from knowledge.models import Artikel, Gemeente, Hulplijn, Kern, Onderwerp, Team

router = APIRouter(prefix="/kennis", route_class=Paginaroute)
Kruimel = tuple[str, str]
NERGENS = Gemeente(
    id="landelijk",
    naam="Nederland",
    kernen=(Kern(id="nederland", naam="Nederland", team="jgt"),),
    teams=(Team(id="jgt", naam="Jeugd- en Gezinsteam"),),
)
"""For a reader who has not said where they live: no number of a team, nothing local."""


@router.get("")
def themas(request: Request, huis: HuisDep, gemeente: str = "") -> Response:
    """Every topic that has an answer, by theme."""
    aantallen = Counter(artikel.onderwerp for artikel in te_lezen(huis))
    per_thema: dict[str, list[tuple[Onderwerp, int]]] = {}
    for onderwerp in huis.gereedschap.kennis.nu.onderwerpen.values():
        if aantallen[onderwerp.slug]:
            per_thema.setdefault(onderwerp.thema, []).append((onderwerp, aantallen[onderwerp.slug]))
    vindbaar = Vindbaar.van(request, "/kennis", teksten()("kennis.inleiding"))
    return leespagina(request, huis, "kennis.html", gemeente, vindbaar, themas=per_thema)


@router.get("/{onderwerp}")
def antwoorden(onderwerp: str, request: Request, huis: HuisDep, gemeente: str = "") -> Response:
    """The answers under one topic, and what there is nearby."""
    kennis = huis.gereedschap.kennis.nu
    gevonden = [artikel for artikel in te_lezen(huis) if artikel.onderwerp == onderwerp]
    if not gevonden:
        raise Probleem(404, "Dit onderwerp bestaat niet (meer).", "onbekend-onderwerp", huis.hulp())
    plaats = van_gemeente(huis, gemeente)
    klaar = [artikel for artikel in gevonden if artikel.status == "gepubliceerd"]
    kruimels = _kruimels(onderwerp)
    pad = structured.kruimelpad(basisadres(request), kruimels)
    vindbaar = Vindbaar.van(
        request,
        f"/kennis/{onderwerp}",
        f"{kennis.onderwerpen[onderwerp].omschrijving}. {gevonden[0].titel}",
        verborgen=not klaar,
        data=structured.graaf(structured.als_vragen(klaar, kennis), pad) if klaar else structured.graaf(pad),
    )
    buurt = kennis.voorzieningen(plaats, onderwerp=onderwerp) if plaats else ()
    return leespagina(
        request, huis, "onderwerp.html", gemeente, vindbaar,
        onderwerp=kennis.onderwerpen[onderwerp],
        kruimels=kruimels,
        artikelen=[(artikel, kennis.vul_in(artikel.kort, plaats)) for artikel in gevonden],
        buurt=als_kaarten(voorzieningkaart(plek) for plek in buurt),
    )  # fmt: skip


@router.get("/{onderwerp}/{slug}")
def antwoord(onderwerp: str, slug: str, request: Request, huis: HuisDep, gemeente: str = "") -> Response:
    """One answer in full, with its sources, help lines and what the gemeente adds."""
    kennis = huis.gereedschap.kennis.nu
    leesbaar = {artikel.id: artikel for artikel in te_lezen(huis)}
    artikel = leesbaar.get(f"{onderwerp}/{slug}")
    if artikel is None:
        raise Probleem(404, "Dit artikel bestaat niet (meer).", "onbekend-artikel", huis.hulp())
    plaats = van_gemeente(huis, gemeente)
    kaart = artikelkaart(artikel, kennis, plaats or NERGENS)
    kruimels, adres = [*_kruimels(onderwerp), (artikel.titel, f"/kennis/{artikel.id}")], basisadres(request)
    als_data = structured.als_artikel(artikel, kennis, f"{adres}/kennis/{artikel.id}")
    vindbaar = Vindbaar.van(
        request, f"/kennis/{artikel.id}", kennis.vul_in(artikel.kort),
        verborgen=kaart.concept,
        data=structured.graaf(als_data, structured.kruimelpad(adres, kruimels)),
    )  # fmt: skip
    return leespagina(
        request, huis, "artikel.html", gemeente, vindbaar,
        artikel=artikel,
        kaart=kaart.model_dump(mode="json"),
        kruimels=kruimels[:-1],
        gezien=_gezien(artikel, plaats),
        lijnen=lijnkaarten(huis, _genoemd(artikel), plaats),
        vervolg=[leesbaar[stap.artikel] for stap in artikel.vervolg if stap.artikel in leesbaar],
    )  # fmt: skip


def leespagina(
    request: Request, huis: Huis, sjabloon: str, gemeente: str, vindbaar: Vindbaar, **inhoud: Any
) -> Response:
    """A page to read; numbers of a demonstration gemeente are never for search engines."""
    plaats = van_gemeente(huis, gemeente)
    return pagina(
        request,
        sjabloon,
        vindbaar=vindbaar,
        verborgen=vindbaar.verborgen or (plaats is not None and plaats.demo),
        plaats=plaats,
        staart=f"?gemeente={plaats.id}" if plaats else "",
        gemeenten=list(huis.gereedschap.kennis.nu.gemeenten.values()),
        **inhoud,
    )


def van_gemeente(huis: Huis, gemeente: str) -> Gemeente | None:
    """The gemeente in the address, None when there is none; raises Probleem 404 for one that is not ours."""
    return get_gemeente_or_raise(huis, gemeente) if gemeente else None


def bereikbaar(lijn: Hulplijn) -> bool:
    """Whether there is anything to call, chat with or visit; a local line stands with its gemeente."""
    return not lijn.lokaal and any(kanaal.waarde for kanaal in lijn.kanalen)


def lijnkaarten(huis: Huis, namen: Iterable[str], plaats: Gemeente | None) -> list[dict[str, Any]]:
    """Cards for these help lines, and how to reach the JGT where the gemeente is known."""
    nu, lijnen = huis.klok(), huis.gereedschap.kennis.nu.hulplijnen
    kaarten: list[Kaart] = [
        hulplijnkaart(lijnen[naam], nu) for naam in namen if naam in lijnen and bereikbaar(lijnen[naam])
    ]
    if plaats is not None:
        kaarten.append(contactkaart(plaats, None, nu, huis.gereedschap.teksten.zeg("contact_uitleg").tekst))
    return als_kaarten(kaarten)


def _kruimels(onderwerp: str) -> list[Kruimel]:
    return [(teksten()("kennis.thuis"), "/kennis"), (teksten().keuze("onderwerp", onderwerp), f"/kennis/{onderwerp}")]


def _genoemd(artikel: Artikel) -> Sequence[str]:
    """The help lines that the article names, each once, in that order."""
    tekst = "\n".join([artikel.kort, *(blok.tekst for blok in artikel.blokken)])
    return list(dict.fromkeys(naam for soort, naam in VERWIJZING.findall(tekst) if soort == "hulplijn"))


def _gezien(artikel: Artikel, plaats: Gemeente | None) -> dict[str, date]:
    """When each source was read, by its address; those of the gemeente too."""
    lokaal = (bron for deel in (plaats.aanvullingen if plaats else ()) for bron in deel.bronnen)
    return {str(bron.url): bron.gezien_op for bron in [*lokaal, *artikel.bronnen]}
