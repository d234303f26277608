"""What the family may have of its own data: all of it, and its deletion.

Nobody took it up yet: wiped at once. Afterwards a professional decides within a month (AVG, articles 12 and 17): once help
starts a jeugdhulpverlener must keep a file (Jeugdwet, article 7.3.8; at least twenty years, see rijksoverheid.nl, 'Wat is de
bewaartermijn voor een dossier jeugdhulp of jeugdbescherming?', seen on 2026-11-22), or must keep it for somebody else."""

from __future__ import annotations

import structlog

from api.aanmelding import service, store
from api.aanmelding.promise import antwoord_voor
from api.aanmelding.schemas import Inzage, Wisverzoek
from api.balie import audit
from api.context import Huis
from api.database.tables import AanmeldingRij
from api.levering.family import meld_familie
from api.pages.texts import teksten
from api.veiligheid.gate import hoor

log = structlog.get_logger()
NIET_HIERIN = ("notities", "merk", "gelezen_door", "elders")


def inzage(huis: Huis, rij: AanmeldingRij) -> Inzage:
    """Everything as the family may read it; what is not in it is named, with whom to ask."""
    t = teksten()
    return Inzage(
        gemaakt_op=huis.klok(),
        gemeente=huis.gemeente(rij.gemeente).naam,
        aanmelding=service.lees(huis, rij),
        eerst_gelezen=rij.eerst_gelezen,
        wissen_na_dagen=huis.settings.bewaar_aanmelding_dagen,
        ontvangers=[t(f"inzage.ontvanger_{naam}") for naam in ("jgt", *huis.settings.doelen)],
        niet_hierin=[t(f"inzage.niet_{naam}") for naam in NIET_HIERIN],
    )


def vraag_wissen(huis: Huis, rij: AanmeldingRij) -> Wisverzoek:
    """Wiped at once while nobody took it up; afterwards asked, once, for a professional to decide."""
    if rij.sleutel is None:
        return Wisverzoek(gewist=True)
    if rij.status in service.VOOR_OPPAKKEN:
        service.trek_in(huis, rij)
        return Wisverzoek(gewist=True)
    gevraagd = rij.wis_gevraagd_op or huis.klok()
    if rij.wis_gevraagd_op is None:
        with huis.database.schrijven() as sessie:
            store.verander(sessie, rij, wis_gevraagd_op=gevraagd)
            store.voeg_toe(sessie, huis.bos, rij, wie="melder", soort="wisverzoek", op=gevraagd)
        log.info("wisverzoek", gemeente=rij.gemeente)
    return Wisverzoek(gewist=False, antwoord_voor=antwoord_voor(gevraagd))


def weiger_wissen(huis: Huis, rij: AanmeldingRij, *, wie: str, reden: str) -> None:
    """Not wiped, with a reason that the family reads; raises Veranderd when a colleague was first."""
    op, signaal = huis.klok(), hoor(huis, [reden], rol="professional")
    with huis.database.schrijven() as sessie:
        store.verander(sessie, rij, wis_gevraagd_op=None)
        store.voeg_toe(
            sessie, huis.bos, rij, wie=wie, soort="wissen_geweigerd", op=op, tekst=reden, signaal=signaal
        )  # fmt: skip
        meld_familie(huis, sessie, rij)
        wat = "wissen geweigerd"
        audit.voeg_toe(
            sessie, huis.bos, wie=wie, wat=wat, op=op, kenmerk=rij.kenmerk, gemeente=rij.gemeente
        )  # fmt: skip
