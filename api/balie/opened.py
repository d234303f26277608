"""An aanmelding opened at the balie, in the order in which it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from api.aanmelding.store import list_logboek, open_tekst, open_velden
from api.balie.closing import dagen_geprobeerd
from api.balie.steps import Stap, mogelijk
from api.balie.store import DICHT, ids_onbeoordeeld
from api.balie.urgency import beoordeeld_voor, open_reden
from api.balie.view import Werk, als_werk
from api.balie.work import laatste_van_gezin
from api.context import Huis
from api.database.tables import AanmeldingRij, LogboekRij
from api.pages import fields
from api.pages.logbook import GEWIJZIGD, oude_waarden
from api.veiligheid.quotes import Citaat, citaten, kernvraag
from knowledge.models import Gemeente

IN_BELLEN = ("rol", "naam")
EERST = (
    "kind_leeftijd",
    "kern",
    "gemeente_inschrijving_kind",
    "wie_weten_ervan",
    "veilig_te_benaderen",
    "gezag_volgens_melder",
    "wie_helpt_al",
    "vaste_medewerker",
)


FAMILIE = ("bericht", "terugkoppeling")  # lines with words of the family
OVERLEG = ("wens", "al_geprobeerd", "wie_helpt_al", "aangeboden")  # what the aanmeldoverleg talks about first


@dataclass(frozen=True)
class Logregel:
    """One line of the logbook, notes for colleagues included."""

    op: datetime
    wie: str
    soort: str
    tekst: str | None
    oud: list[fields.Regel]
    niveau: str | None = None
    regel: str | None = None
    gebeurd_op: datetime | None = None

    @property
    def wanneer(self) -> datetime:
        """When it happened."""
        return self.gebeurd_op or self.op


@dataclass(frozen=True)
class Dossier:
    """An opened aanmelding."""

    werk: Werk
    gemeente: Gemeente
    velden: dict[str, Any]
    contact: dict[str, Any]
    eerst: list[fields.Regel]
    overig: list[fields.Regel]
    citaten: list[Citaat]
    logboek: list[Logregel]
    stappen: list[Stap]
    urgentie_reden: str
    gezin: int
    dagen: int
    kernvraag: str

    @property
    def rij(self) -> AanmeldingRij:
        """The stored row."""
        return self.werk.rij

    @property
    def laatste(self) -> Logregel | None:
        """What was done last: the first line of the last step, before the notes that came with it."""
        for regel, eerder in pairwise(reversed(self.logboek)):
            if regel.soort != "notitie" or (regel.wie, regel.op) != (eerder.wie, eerder.op):
                return regel
        return self.logboek[0] if self.logboek else None

    @property
    def waarom_sluiten(self) -> list[str]:
        """The notes with which somebody asked to close."""
        wens = [
            r for r in self.logboek if (r.wie, r.op, r.soort) == (self.rij.sluit_door, self.rij.sluit_op, "notitie")
        ]
        return [r.tekst for r in wens[1:] if r.tekst]

    @property
    def overleg(self) -> list[fields.Regel]:
        """Goals, what was tried, who helps, and what the chat showed nearby: as far as the family approved it."""
        alle = {regel.id: regel for regel in [*self.eerst, *self.overig]}
        return [alle[naam] for naam in OVERLEG if naam in alle]

    @property
    def rest_overleg(self) -> list[fields.Regel]:
        """Everything else, for the foot of the sheet."""
        return [regel for regel in [*self.eerst, *self.overig] if regel.id not in OVERLEG]

    @property
    def pogingen(self) -> list[Logregel]:
        """Every time that contact was tried without reaching anyone, oldest first."""
        return [regel for regel in self.logboek if regel.soort == "contact_geprobeerd"]

    @property
    def excuus(self) -> bool:
        """Whether the belofte was missed and nobody has written to the family since."""
        gemist = self.rij.gemist_op
        if gemist is None or self.werk.termijn is None:
            return False
        return not any(r.soort == "bericht" and r.wie != "melder" and r.op >= gemist for r in self.logboek)

    @property
    def contact_veranderd(self) -> Logregel | None:
        """The last change of the contact details by whoever holds the code."""
        namen = {veld.id for veld in fields.BEREIKEN}
        anders = (r for r in reversed(self.logboek) if r.soort == GEWIJZIGD and {d.id for d in r.oud} & namen)
        return next(anders, None)

    @property
    def dicht(self) -> bool:
        """Whether nothing is waiting any more."""
        return self.rij.status in DICHT


def als_dossier(huis: Huis, rij: AanmeldingRij, wie: str) -> Dossier:
    """The aanmelding opened for this employee, in the order in which it is read."""
    gemeente, velden = huis.gemeente(rij.gemeente), open_velden(rij, huis.bos)
    with huis.database.lezen() as sessie:
        beoordeel = bool(ids_onbeoordeeld(sessie, [rij.id], beoordeeld_voor(huis.klok())))
    with huis.database.lezen() as sessie:
        rijen = list_logboek(sessie, rij.id)
    logboek = _logboek(huis, rij, rijen, gemeente)
    regels = {regel.id: regel for regel in fields.regels(velden, gemeente)}
    contact = {veld.id for veld in fields.BEREIKEN}
    return Dossier(
        werk=als_werk(huis, rij, gemeente, beoordeel=beoordeel),
        gemeente=gemeente,
        velden=velden,
        contact=velden.get("contact") or {},
        eerst=[regels[naam] for naam in EERST if naam in regels],
        overig=[regel for naam, regel in regels.items() if naam not in {*EERST, *IN_BELLEN, *contact, "zorg"}],
        citaten=citaten(huis, velden, [r.tekst for r in logboek if r.wie == "melder" and r.soort in FAMILIE]),
        logboek=logboek,
        stappen=mogelijk(rij, wie, gemeente),
        urgentie_reden=open_reden(huis.bos, rij),
        gezin=laatste_van_gezin(rijen),
        dagen=len(dagen_geprobeerd(rijen)),
        kernvraag=kernvraag(velden),
    )


def _logboek(huis: Huis, rij: AanmeldingRij, regels: list[LogboekRij], gemeente: Gemeente) -> list[Logregel]:
    open_ = [(regel, open_tekst(rij, regel, huis.bos)) for regel in regels]
    return [
        Logregel(
            regel.op,
            regel.wie,
            regel.soort,
            tekst,
            oude_waarden(regel.soort, tekst, gemeente),
            regel.niveau,
            regel.regel,
            regel.gebeurd_op,
        )
        for regel, tekst in open_
    ]
