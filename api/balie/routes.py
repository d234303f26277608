"""The balie: the pages for staff of the Jeugd- en Gezinsteam."""

from __future__ import annotations

from fastapi import APIRouter

from api.balie.consults import router as consulten
from api.balie.deliveries import router as leveringen
from api.balie.dossier import router as dossier
from api.balie.entrance import router as ingang
from api.balie.erasure import router as wisverzoek
from api.balie.figures import router as terugblik
from api.balie.logbook import router as logboek
from api.balie.lost_code import router as code_kwijt
from api.balie.oidc.routes import router as oidc
from api.balie.reports import router as meldingen
from api.balie.second_step import router as tweede_stap
from api.balie.stop import router as noodstop
from api.balie.users import router as gebruikers
from api.balie.worklist import router as werklijst

router = APIRouter(include_in_schema=False)
for deel in (
    ingang, oidc, tweede_stap, werklijst, wisverzoek, code_kwijt, dossier,
    meldingen, leveringen, gebruikers, noodstop, logboek,
):  # fmt: skip
    router.include_router(deel)
router.include_router(consulten)
router.include_router(terugblik)
