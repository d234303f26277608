"""An aanmelding as staff read it: in the worklist, and opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from api.aanmelding.store import list_logboek, open_tekst, open_velden
from api.balie.store import BELOFTE_OPEN, DICHT, GEVAAR, ids_onbeoordeeld
from api.balie.urgency import beoordeeld_voor, open_reden
from api.balie.work import Stap, mogelijk
from api.context import Huis
from api.database.tables import AanmeldingRij
from api.pages import fields
from api.pages.logbook import GEWIJZIGD, oude_waarden
from api.pages.words import Termijn, geleden, termijn
from api.veiligheid.quotes import Citaat, citaten
from knowledge.life_areas import kernteam_reden
from knowledge.models import Gemeente

IN_BELLEN = ("rol", "naam")
EERST = (
    "vaste_medewerker",
    "zorg",
    "sinds",
    "wens",
    "al_geprobeerd",
    "kind_leeftijd",
    "kern",
    "gemeente_inschrijving_kind",
    "wie_weten_ervan",
    "veilig_te_benaderen",
    "wie_helpt_al",
)


@dataclass(frozen=True)
class Werk:
    """One line of the worklist."""

    rij: AanmeldingRij
    termijn: Termijn | None
    ontvangen: str
    kern: str
    team: str
    leeftijd: str
    gevaar: bool
    niet_bellen: bool
    tolk: str
    kernteam: str
    gewist: bool
    beoordeel: bool


def als_werk(huis: Huis, rij: AanmeldingRij, gemeente: Gemeente, *, beoordeel: bool) -> Werk:
    """The row with what must be seen at a glance."""
    velden, nu = open_velden(rij, huis.bos), huis.klok()
    contact = velden.get("contact") or {}
    return Werk(
        rij=rij,
        termijn=termijn(rij.contact_voor, nu) if rij.status in BELOFTE_OPEN else None,
        ontvangen=geleden(rij.ontvangen_op, nu),
        kern=fields.in_woorden("kern", velden.get("kern", ""), gemeente),
        team=_team(gemeente, rij.team),
        leeftijd=velden.get("kind_leeftijd") or "",
        gevaar=rij.niveau in GEVAAR,
        niet_bellen=contact.get("veilig_bellen") is False,
        tolk=contact.get("tolk") or "",
        kernteam=kernteam_reden(velden.get("leefgebieden") or []) or "",
        gewist=rij.sleutel is None,
        beoordeel=beoordeel,
    )


def _team(gemeente: Gemeente, team_id: str | None) -> str:
    return next((team.naam for team in gemeente.teams if team.id == team_id), "")


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

    @property
    def rij(self) -> AanmeldingRij:
        """The stored row."""
        return self.werk.rij

    @property
    def pogingen(self) -> int:
        """How often contact was tried without reaching anyone."""
        return sum(regel.soort == "contact_geprobeerd" for regel in self.logboek)

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


def als_dossier(huis: Huis, rij: AanmeldingRij) -> Dossier:
    """The aanmelding opened, in the order in which it is read."""
    gemeente, velden = huis.gemeente(rij.gemeente), open_velden(rij, huis.bos)
    with huis.database.lezen() as sessie:
        beoordeel = bool(ids_onbeoordeeld(sessie, [rij.id], beoordeeld_voor(huis.klok())))
    logboek = _logboek(huis, rij, gemeente)
    regels = {regel.id: regel for regel in fields.regels(velden, gemeente)}
    contact = {veld.id for veld in fields.BEREIKEN}
    return Dossier(
        werk=als_werk(huis, rij, gemeente, beoordeel=beoordeel),
        gemeente=gemeente,
        velden=velden,
        contact=velden.get("contact") or {},
        eerst=[regels[naam] for naam in EERST if naam in regels],
        overig=[regel for naam, regel in regels.items() if naam not in {*EERST, *IN_BELLEN, *contact}],
        citaten=citaten(huis, velden, [r.tekst for r in logboek if r.wie == "melder" and r.soort == "bericht"]),
        logboek=logboek,
        stappen=mogelijk(rij),
        urgentie_reden=open_reden(huis.bos, rij),
    )


def _logboek(huis: Huis, rij: AanmeldingRij, gemeente: Gemeente) -> list[Logregel]:
    with huis.database.lezen() as sessie:
        regels = list_logboek(sessie, rij.id)
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
        )
        for regel, tekst in open_
    ]
