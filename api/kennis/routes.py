"""Knowledge for machines and for the widget. Free text in `q` passes the gate as every other text does."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from actions.kaarten import ArtikelKaart, Kaart, Kandidaat, VoorzieningKaart
from actions.present import artikelkaart, voorzieningkaart
from api.chat.schemas import MAX_TEKENS
from api.context import Huis
from api.http import AdresDep, HuisDep
from api.problem import Probleem
from api.veiligheid.gate import hoor
from assistant.gate.clean import opschonen
from knowledge.models import Gemeente

router = APIRouter(prefix="/api/v1", tags=["kennis"])
Naam = Annotated[str, Query(max_length=80, pattern=r"^[a-z0-9-]+$")]
"""The name of a gemeente, kern or topic; a sentence is refused, and then read for danger as in any refused request."""


def _gemeente(huis: Huis, gemeente_id: str) -> Gemeente:
    try:
        return huis.gemeente(gemeente_id)
    except KeyError:
        raise Probleem(404, "Deze gemeente kennen we niet.", "onbekende-gemeente", huis.hulp()) from None


@router.get("/kennis/zoeken")
def zoek(
    huis: HuisDep,
    adres: AdresDep,
    q: Annotated[str, Query(min_length=1, max_length=MAX_TEKENS)],
    gemeente: Naam | None = None,
    leeftijd: Annotated[float | None, Query(ge=0, le=99)] = None,
) -> dict[str, Any]:
    """Candidates for a question, and the safety reply where there is danger in it."""
    tekst, signaal = opschonen(q), hoor(huis, [q])
    kaarten: list[Kaart] = []
    if signaal is not None:
        plaats = _gemeente(huis, gemeente) if gemeente else None
        huis.teller.tel(signaal, deur="zoeken", nu=huis.klok(), gemeente=plaats.id if plaats else None)
        kaarten = huis.veilig(signaal, rol=None, gemeente=plaats)
    treffers = huis.gereedschap.kennis.nu.zoek(tekst, leeftijd=leeftijd)
    kandidaten = [
        Kandidaat(onderwerp=t.artikel.onderwerp, artikel=t.artikel.id, score=t.score).model_dump()
        | {"titel": t.artikel.titel}
        for t in treffers
    ]
    berichten = [kaart.model_dump(mode="json", exclude_none=True) for kaart in kaarten]
    return {"kandidaten": kandidaten, "berichten": berichten}


@router.get("/kennis/artikelen/{thema}/{slug}", response_model=ArtikelKaart)
def artikel(thema: str, slug: str, huis: HuisDep, gemeente: Naam | None = None) -> ArtikelKaart:
    """One article; with `gemeente` the team's number is filled in."""
    kennis = huis.gereedschap.kennis.nu
    gevonden = kennis.artikelen.get(f"{thema}/{slug}")
    if gevonden is None or gevonden.verlopen(huis.klok().date()):
        raise Probleem(404, "Dit artikel bestaat niet (meer).", "onbekend-artikel", huis.hulp())
    plaats = _gemeente(huis, gemeente) if gemeente else next(iter(kennis.gemeenten.values()))
    return artikelkaart(gevonden, kennis, plaats)


@router.get("/sociale-kaart", response_model=list[VoorzieningKaart])
def sociale_kaart(
    huis: HuisDep,
    gemeente: Naam,
    kern: Naam | None = None,
    onderwerp: Naam | None = None,
    leeftijd: Annotated[float | None, Query(ge=0, le=99)] = None,
) -> list[VoorzieningKaart]:
    """What there is nearby for this topic, kern and age."""
    kennis = huis.gereedschap.kennis.nu
    plekken = kennis.voorzieningen(_gemeente(huis, gemeente), onderwerp=onderwerp, kern=kern, leeftijd=leeftijd)
    return [voorzieningkaart(plek) for plek in plekken]


@router.get("/gemeenten/{gemeente_id}")
def gemeente(gemeente_id: str, huis: HuisDep) -> dict[str, Any]:
    """Name, kernen and teams of a gemeente, for the aanmelding card."""
    plaats = _gemeente(huis, gemeente_id)
    return {
        "id": plaats.id,
        "naam": plaats.naam,
        "telefoon": plaats.telefoon,
        "demo": plaats.demo,
        "kernen": [{"id": kern.id, "naam": kern.naam, "team": kern.team} for kern in plaats.kernen],
        "teams": [{"id": team.id, "naam": team.naam} for team in plaats.teams],
    }
