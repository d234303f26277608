"""Keeping no longer than promised: text of conversations, closed aanmeldingen, kept replies and old sessions are wiped."""

from __future__ import annotations

from datetime import timedelta

import structlog
from sqlalchemy import delete, func, select, update

from api.aanmelding.store import OPEN
from api.balie.lockout import vergeet_oude
from api.context import Huis
from api.database.tables import AanmeldingRij, BeurtRij, Gesprek, Idempotentie, LogboekRij, Zitting
from api.levering.store import wis_oude
from api.veiligheid.store import wipe_teksten

log = structlog.get_logger()
ANTWOORD_UREN = 24


def wis_verlopen(huis: Huis) -> int:
    """Wipe everything whose term has passed; returns how many conversations, aanmeldingen and reports."""
    nu, dagen = huis.klok(), timedelta(days=huis.settings.bewaar_gesprek_dagen)
    with huis.database.schrijven() as sessie:
        oud = select(Gesprek.id).where(Gesprek.laatst_op < nu - dagen)
        sessie.execute(delete(BeurtRij).where(BeurtRij.gesprek_id.in_(oud)))
        gesprekken = sessie.execute(delete(Gesprek).where(Gesprek.laatst_op < nu - dagen))
        klaar = select(LogboekRij.aanmelding_id).group_by(LogboekRij.aanmelding_id)
        klaar = klaar.having(func.max(LogboekRij.op) < nu - timedelta(days=huis.settings.bewaar_aanmelding_dagen))
        aanmeldingen = sessie.execute(
            update(AanmeldingRij)
            .where(AanmeldingRij.status.not_in(OPEN), AanmeldingRij.sleutel.is_not(None), AanmeldingRij.id.in_(klaar))
            .values(sleutel=None, velden=None, toegang_merk=None)
            .execution_options(synchronize_session=False)
        )
        sessie.execute(delete(Idempotentie).where(Idempotentie.op < nu - timedelta(hours=ANTWOORD_UREN)))
        sessie.execute(delete(Zitting).where(Zitting.tot < nu))
        vergeet_oude(sessie, nu)
        wis_oude(sessie, voor=nu - timedelta(days=huis.settings.bewaar_aanmelding_dagen))
        meldingen = wipe_teksten(sessie, voor=nu - timedelta(days=huis.settings.bewaar_melding_dagen))
    aantal = gesprekken.rowcount + aanmeldingen.rowcount + meldingen  # type: ignore[attr-defined]
    if aantal:
        huis.database.wis_sporen()
        log.info("opgeruimd", aantal=aantal)
    return int(aantal)
