"""'Gemist of vals alarm' as a plain page: no login, no script, and the gate reads this form too."""

from __future__ import annotations

import re
from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import ValidationError

from api.chat.intake import bewaak
from api.context import Huis
from api.http import AdresDep, HuisDep
from api.pages.errors import Paginaroute
from api.pages.forms import Formulier, FormulierDep, alleen_eigen_pagina
from api.pages.render import als_kaarten, pagina
from api.veiligheid import service
from api.veiligheid.gate import hoor_fout
from api.veiligheid.schemas import SOORTEN, NieuweMelding

router = APIRouter(prefix="/meld-veiligheid", route_class=Paginaroute)
NAAM = re.compile(r"[a-z0-9-]{1,80}(@\d{1,5})?")


@router.get("")
def toon(request: Request, huis: HuisDep, bij: str = "", gemeente: str = "") -> Response:
    """The form; `bij` is the mark of the rule, from the link beside the safety reply."""
    return _formulier(request, huis, bij=bij, gemeente=gemeente)


@router.post("")
def meld(request: Request, huis: HuisDep, formulier: FormulierDep, adres: AdresDep) -> Response:
    """Receive a report and say by when it is answered."""
    alleen_eigen_pagina(request)
    bewaak(huis, huis.meldingen.wacht(adres), ())
    nieuw = lees_melding(formulier)
    if isinstance(nieuw, str):
        kaarten = hoor_fout(huis, formulier.vrije_tekst())
        return _formulier(
            request, huis, bij=formulier.een("bij"), gemeente=formulier.een("gemeente"), fout=nieuw,
            soort=formulier.een("soort"), getypt=formulier.een("tekst"), kaarten=kaarten,
        )  # fmt: skip
    gemeld = service.meld(huis, nieuw, van="bezoeker", getypt=formulier.vrije_tekst())
    return pagina(
        request, "gemeld.html", antwoord_voor=gemeld.antwoord_voor, kaarten_gevaar=als_kaarten(gemeld.kaarten)
    )


def lees_melding(formulier: Formulier) -> NieuweMelding | str:
    """The report as it was filled in, or what is not right about it; a rule or gemeente that cannot be one is left out."""
    velden: dict[str, str | None] = {"soort": formulier.een("soort"), "tekst": formulier.een("tekst")}
    naam, plaats = formulier.een("bij"), formulier.een("gemeente")
    velden |= {"regel": naam if NAAM.fullmatch(naam) else None, "gemeente": plaats if NAAM.fullmatch(plaats) else None}
    try:
        return NieuweMelding.model_validate(velden)
    except ValidationError as fout:
        return str(fout.errors()[0]["loc"][0])


def _formulier(request: Request, huis: Huis, *, kaarten: Any = (), fout: str = "", **ingevuld: str) -> Response:
    gemeenten = list(huis.gereedschap.kennis.nu.gemeenten.values())
    return pagina(
        request,
        "meld_veiligheid.html",
        status=422 if fout else 200,
        soorten=SOORTEN,
        gemeenten=gemeenten,
        dagen=huis.settings.bewaar_melding_dagen,
        fout=fout,
        kaarten_gevaar=als_kaarten(kaarten),
        **({"soort": "", "getypt": ""} | ingevuld),
    )
