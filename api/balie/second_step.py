"""The page of the second step: give the code, or set it up."""

from __future__ import annotations

from typing import Any

import structlog
from fastapi import APIRouter, Request, Response

from api.balie import audit, totp
from api.balie.errors import Balieroute
from api.balie.lockout import Inlogslot
from api.balie.session import KOEK, PAD, Onderweg, OnderwegDep, begin_zitting, eindig_zitting
from api.balie.totp import is_nodig
from api.context import Huis
from api.http import HuisDep
from api.pages.forms import FormulierDep, controleer, csrf_van
from api.pages.render import pagina, verder
from api.pages.session import zet_koek

log = structlog.get_logger()
TWEEDE_STAP = f"{PAD}/tweede-stap"
router = APIRouter(prefix=TWEEDE_STAP, route_class=Balieroute)


@router.get("")
def toon(request: Request, huis: HuisDep, wie: OnderwegDep) -> Response:
    """Ask for the code; or show the secret to someone who has none yet. The account that everyone shares gets none."""
    if wie.medewerker.demo and wie.stap == "klaar":
        return verder(PAD)
    return _toon(request, huis, wie)


def _toon(
    request: Request, huis: Huis, wie: Onderweg, *, geheim: str | None = None, fout: str = "", seconden: int = 0
) -> Response:
    inhoud: dict[str, Any] = {
        "wie": None,
        "csrf": csrf_van(huis, wie.token),
        "gemeente": None,
        "naam": wie.medewerker.naam,
    }
    inhoud |= {"fout": fout, "seconden": seconden, "stand": _stand(wie), "nodig": is_nodig(huis, wie.medewerker)}
    if inhoud["stand"] == "instellen":
        geheim = geheim or totp.nieuw_geheim()
        inhoud |= {"geheim": geheim, "qr": totp.als_qr(totp.otpauth(geheim, wie.medewerker.naam))}
        inhoud["zegel"] = totp.verzegel(huis.bos, geheim, wie.token)
    elif inhoud["stand"] == "aan":
        with huis.database.lezen() as sessie:
            inhoud["over"] = totp.count_herstelcodes(sessie, wie.medewerker.id)
    antwoord = pagina(request, "balie/tweede_stap.html", status=429 if seconden else 401 if fout else 200, **inhoud)
    if seconden:
        antwoord.headers["Retry-After"] = str(seconden)
    return antwoord


def _stand(wie: Onderweg) -> str:
    """What the page is for: 'code', 'instellen', or 'aan' when there is nothing to do."""
    if wie.stap == "klaar":
        return "aan" if wie.medewerker.totp_aan else "instellen"
    return wie.stap


@router.post("")
def geef(request: Request, huis: HuisDep, wie: OnderwegDep, formulier: FormulierDep) -> Response:
    """Take the code. What is right opens the balie with a new session; what is wrong counts, in every process."""
    controleer(request, huis, formulier, wie.token)
    stand, code = _stand(wie), formulier.een("tweede_stap")
    if stand == "aan" or (wie.medewerker.demo and wie.stap == "klaar"):
        return verder(TWEEDE_STAP)
    geheim = totp.open_zegel(huis.bos, formulier.een("sleutel"), wie.token) if stand == "instellen" else None
    slot = Inlogslot(huis.database, huis.bos, "code")
    wacht = slot.neem(str(wie.medewerker.id), huis.klok())
    if wacht:
        log.warning("balie_geweigerd", reden="op_slot")
        return _toon(request, huis, wie, geheim=geheim, fout="op_slot", seconden=wacht)
    gelukt = _neem(huis, wie, stand, geheim, code)
    if gelukt is None:
        log.warning("balie_geweigerd", reden="code")
        return _toon(request, huis, wie, geheim=geheim, fout="fout")
    slot.goed(str(wie.medewerker.id))
    return _binnen(request, huis, wie, gelukt)


def _neem(huis: Huis, wie: Onderweg, stand: str, geheim: str | None, code: str) -> list[str] | None:
    """The recovery codes to show when it was set up now, an empty list when the code was right, None when it was not."""
    if stand == "instellen":
        codes = totp.zet_aan(huis, wie.medewerker.id, geheim, code) if geheim else None
        soort = "tweede stap ingesteld" if codes else None
    else:
        codes, soort = [], totp.gebruik(huis, wie.medewerker.id, code)
    if soort is None:
        return None
    if soort != "code":
        _noteer(huis, wie, soort)
    return codes


def _noteer(huis: Huis, wie: Onderweg, wat: str) -> None:
    m = wie.medewerker
    with huis.database.schrijven() as sessie:
        audit.voeg_toe(
            sessie, huis.bos, wie=m.naam, wat=wat, op=huis.klok(), gemeente=m.gemeente, adres=wie.adres
        )  # fmt: skip


def _binnen(request: Request, huis: Huis, wie: Onderweg, codes: list[str]) -> Response:
    """With a new token: the one that stood open before the second step opens nothing any more."""
    eindig_zitting(huis, wie.token)
    token = begin_zitting(huis, wie.medewerker, "klaar", adres=wie.adres, oidc=wie.oidc)
    antwoord: Response = verder(PAD)
    if codes:
        inhoud: dict[str, Any] = {"wie": None, "gemeente": None, "codes": codes}
        antwoord = pagina(request, "balie/herstelcodes.html", **inhoud)
    zet_koek(request, antwoord, KOEK, token, pad=PAD)
    log.info("balie_aangemeld", medewerker=wie.medewerker.id, gemeente=wie.medewerker.gemeente)
    return antwoord
