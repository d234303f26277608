"""What can help while someone waits: articles and places for what the approved text is about, near the kern."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actions.answer import DICHTBIJ
from actions.kaarten import Kaart
from actions.present import hulplijnkaart, voorzieningkaart
from api.aanmelding.schemas import Intussen, Leestip
from api.clock import Klok
from assistant.facts import feiten_in
from knowledge.base import Kennisbank
from knowledge.models import Artikel, Gemeente

HOOGUIT = 3
STIL_THEMA = "veiligheid"
STIL = frozenset({"suicidaliteit", "zelfbeschadiging", "sexting", "weglopen"})
"""A confirmation may be read over a shoulder: it never names these topics, nor those of the theme above."""
ONDERSTEUNING, VERTROUWENSPERSOON = "cliëntondersteuning", "jeugdstem"


def intussen(kennis: Kennisbank, gemeente: Gemeente, velden: Mapping[str, Any], onderwerp: str | None) -> Intussen:
    """At most three articles and three places; nothing when the topic is not clear, or had better not be named.

    The approved text says what it is about; `onderwerp` is that of the conversation, for when it does not."""
    leeftijd, rol = _leeftijd(velden), velden["rol"]
    gevonden = [
        treffer.artikel
        for treffer in kennis.zoek(velden["zorg"], rol=rol, leeftijd=leeftijd)
        if treffer.score >= DICHTBIJ and not treffer.artikel.verlopen(kennis.gelezen_op)
    ]
    over = gevonden[0].onderwerp if gevonden else onderwerp
    if over is None or _stil(kennis, over):
        return Intussen()
    zelfde = [artikel for artikel in kennis.geldig if _past(artikel, over, rol, leeftijd)]
    eigen = [artikel for artikel in gevonden if artikel in zelfde]
    artikelen = [*eigen, *(artikel for artikel in zelfde if artikel not in eigen)][:HOOGUIT]
    plekken = kennis.wegwijzers[gemeente.id].bij_onderwerp(over, rol=rol, leeftijd=leeftijd, kern=velden["kern"])
    return Intussen(
        artikelen=[
            Leestip(titel=artikel.titel, adres=f"/kennis/{artikel.id}?gemeente={gemeente.id}") for artikel in artikelen
        ],
        plekken=[voorzieningkaart(plek) for plek in plekken[:HOOGUIT]],
    )


def _leeftijd(velden: Mapping[str, Any]) -> float | None:
    jaren = [
        feit.waarde["jaren"] for feit in feiten_in(velden.get("kind_leeftijd") or "", {}) if feit.soort == "leeftijd"
    ]
    return float(jaren[0]) if len(jaren) == 1 else None


def _stil(kennis: Kennisbank, onderwerp: str) -> bool:
    bekend = kennis.onderwerpen.get(onderwerp)
    return bekend is None or bekend.thema == STIL_THEMA or onderwerp in STIL


def _past(artikel: Artikel, onderwerp: str, rol: Any, leeftijd: float | None) -> bool:
    return (
        artikel.onderwerp == onderwerp
        and rol in artikel.doelgroep
        and (leeftijd is None or artikel.leeftijd.bevat(leeftijd))
    )


def rechten(kennis: Kennisbank, gemeente: Gemeente, klok: Klok) -> list[Kaart]:
    """Who may go along and who stands beside you by law, as far as the content names them."""
    naast = [plek for plek in gemeente.sociale_kaart if plek.soort == ONDERSTEUNING and plek.status == "active"]
    lijn = kennis.hulplijnen.get(VERTROUWENSPERSOON)
    kaarten: list[Kaart] = [voorzieningkaart(plek) for plek in naast[:1]]
    return [*kaarten, *([hulplijnkaart(lijn, klok())] if lijn else [])]
