"""The balie: the pages for staff of the Jeugd- en Gezinsteam."""

from __future__ import annotations

from fastapi import APIRouter

from api.balie.dossier import router as dossier
from api.balie.entrance import router as ingang
from api.balie.reports import router as meldingen
from api.balie.worklist import router as werklijst

router = APIRouter(include_in_schema=False)
for deel in (ingang, werklijst, dossier, meldingen):
    router.include_router(deel)
