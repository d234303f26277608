"""The plain pages: everything a family can do without JavaScript, and what they may read about this service."""

from __future__ import annotations

from fastapi import APIRouter

from api.pages.confirmation import router as bevestiging
from api.pages.consult import router as consult
from api.pages.conversation import router as gesprek
from api.pages.correcting import router as verbeteren
from api.pages.demo import router as demo
from api.pages.family import router as meelezen
from api.pages.findable import router as vindbaar
from api.pages.handover import router as aanmelding
from api.pages.info import router as informatie
from api.pages.leaving import router as vlucht
from api.pages.looking_back import router as terugblik
from api.pages.own_data import router as eigen_gegevens
from api.pages.reading import router as kennis
from api.pages.report import router as melding
from api.pages.steps import router as stappen

router = APIRouter(include_in_schema=False)
for deel in (
    demo,
    aanmelding,
    bevestiging,
    gesprek,
    meelezen,
    verbeteren,
    eigen_gegevens,
    melding,
    informatie,
    kennis,
    stappen,
    vindbaar,
    vlucht,
):
    router.include_router(deel)
router.include_router(consult)
router.include_router(terugblik)
