"""'Gemist of vals alarm' at the balie: what was reported, for which function, by when; and closing it with an outcome."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response

from api.balie.errors import Balieroute
from api.balie.session import PAD, Aangemeld, AangemeldDep, noteer
from api.context import Huis
from api.database.tables import MeldingRij
from api.http import HuisDep
from api.pages.forms import Formulier, FormulierDep, controleer, csrf_van
from api.pages.render import pagina, verder
from api.pages.report import lees_melding
from api.pages.words import Termijn, termijn
from api.problem import Probleem
from api.veiligheid import service, store
from api.veiligheid.schemas import SOORTEN

router = APIRouter(prefix=f"{PAD}/veiligheid", route_class=Balieroute)
LANGSTE_UITKOMST = 2000


@dataclass(frozen=True)
class Regel:
    """One line of the list."""

    rij: MeldingRij
    gemeente: str
    termijn: Termijn | None


def gemeenten_van(huis: Huis, wie: Aangemeld) -> dict[str, str]:
    """Id and name of the gemeenten whose reports this employee may read; those of no gemeente are for everyone."""
    return {naam: g.naam for naam, g in huis.gereedschap.kennis.nu.gemeenten.items() if wie.mag(naam)}


@router.get("")
def lijst(
    request: Request, huis: HuisDep, wie: AangemeldDep, toon: str = "open", gedaan: str = "", bij: str = ""
) -> Response:
    """What is open, the earliest term first; or what was closed."""
    return _lijst(request, huis, wie, dicht=toon == "dicht", gedaan=gedaan, bij=bij)


def _lijst(
    request: Request, huis: Huis, wie: Aangemeld, *, dicht: bool = False, gedaan: str = "", fout: str = "",
    bij: str = "", invoer: Formulier | None = None,
) -> Response:  # fmt: skip
    namen, nu, getypt = gemeenten_van(huis, wie), huis.klok(), invoer or Formulier({})
    with huis.database.lezen() as sessie:
        rijen = store.list_meldingen(sessie, gemeenten=list(namen), dicht=dicht)
    regels = [
        Regel(rij, namen.get(rij.gemeente or "", ""), None if dicht else termijn(rij.antwoord_voor, nu))
        for rij in rijen
    ]
    inhoud: dict[str, Any] = {
        "wie": wie,
        "csrf": csrf_van(huis, wie.token),
        "gemeente": None,
        "dicht": dicht,
        "meldingen": regels,
        "te_laat": sum(regel.termijn is not None and regel.termijn.stand == "te_laat" for regel in regels),
        "gedaan": gedaan if gedaan in ("gemeld", "gesloten") else "",
        "fout": fout,
        "soorten": SOORTEN,
        "soort": getypt.een("soort"),
        "getypt": getypt.een("tekst"),
        "bij": bij,
        "dagen": huis.settings.bewaar_melding_dagen,
    }
    return pagina(request, "balie/veiligheid.html", status=422 if fout else 200, **inhoud)


@router.post("")
def meld(request: Request, huis: HuisDep, wie: AangemeldDep, formulier: FormulierDep) -> Response:
    """A report by an employee."""
    controleer(request, huis, formulier, wie.token)
    nieuw = lees_melding(formulier)
    if isinstance(nieuw, str):
        service.hoor_alleen(huis, formulier.vrije_tekst(), gemeente=wie.gemeente)
        return _lijst(request, huis, wie, fout=nieuw, bij=formulier.een("bij"), invoer=formulier)
    service.meld(
        huis, nieuw.model_copy(update={"gemeente": wie.gemeente}), van="medewerker", getypt=formulier.vrije_tekst()
    )
    return verder(f"{PAD}/veiligheid?gedaan=gemeld")


def _rij_or_raise(huis: Huis, wie: Aangemeld, kenmerk: str) -> MeldingRij:
    """The report, if this employee may read it; raises Probleem 404, whether it exists or not."""
    with huis.database.lezen() as sessie:
        rij = store.find_melding(sessie, kenmerk)
    if rij is None or not (rij.gemeente is None or wie.mag(rij.gemeente)):
        raise Probleem(404, "Deze melding is er niet, of hoort bij een andere gemeente.", "onbekende-melding")
    return rij


@router.get("/{kenmerk}")
def lees(kenmerk: str, request: Request, huis: HuisDep, wie: AangemeldDep) -> Response:
    """One report; reading it is written down."""
    return _lees(request, huis, wie, _rij_or_raise(huis, wie, kenmerk))


def _lees(
    request: Request, huis: Huis, wie: Aangemeld, rij: MeldingRij, *, fout: str = "", getypt: str = ""
) -> Response:
    with huis.database.schrijven() as sessie:
        noteer(huis, sessie, wie, "melding", kenmerk=rij.kenmerk, gemeente=rij.gemeente)
    open_ = rij.status == store.OPEN
    inhoud: dict[str, Any] = {
        "wie": wie,
        "csrf": csrf_van(huis, wie.token),
        "gemeente": None,
        "plaats": gemeenten_van(huis, wie).get(rij.gemeente or "", ""),
        "m": rij,
        "tekst": store.open_tekst(rij, huis.bos),
        "uitkomst": store.open_uitkomst(rij, huis.bos),
        "termijn": termijn(rij.antwoord_voor, huis.klok()) if open_ else None,
        "fout": fout,
        "getypt": getypt,
    }
    return pagina(request, "balie/melding.html", status=422 if fout else 200, **inhoud)


@router.post("/{kenmerk}")
def sluit(kenmerk: str, request: Request, huis: HuisDep, wie: AangemeldDep, formulier: FormulierDep) -> Response:
    """Close with an outcome."""
    controleer(request, huis, formulier, wie.token)
    rij, tekst = _rij_or_raise(huis, wie, kenmerk), formulier.een("uitkomst")
    if not 0 < len(tekst) <= LANGSTE_UITKOMST:
        service.hoor_alleen(huis, formulier.vrije_tekst(), gemeente=wie.gemeente)
        return _lees(request, huis, wie, rij, fout="lang" if tekst else "leeg", getypt=tekst)
    if not service.sluit(huis, rij, uitkomst=tekst, wie=wie.naam):
        return _lees(request, huis, wie, _rij_or_raise(huis, wie, kenmerk), fout="was_dicht", getypt=tekst)
    return verder(f"{PAD}/veiligheid?gedaan=gesloten")
