"""What staff can do with an aanmelding, as data: from which states, with which choice, what must be written."""

from __future__ import annotations

from dataclasses import dataclass

from api.aanmelding import states
from api.aanmelding.store import OPEN
from api.balie.store import DICHT
from api.balie.urgency import URGENTIES
from api.database.tables import AanmeldingRij
from api.pages.texts import teksten
from knowledge.models import Gemeente

BEZIG = ("opgepakt", "contact_geprobeerd", "contact_gelukt")
MANIEREN = ("gebeld_geen_gehoor", "gebeld_ander", "voicemail", "nummer_fout", "bericht", "mail", "langs_geweest")
GESPREKKEN = ("telefoon", "beeldbellen", "thuis", "op_school", "kantoor")
NIET_BEREIKT = "geen_contact"
UITKOMSTEN = ("advies", "sociale_basis", "jgt", "kernteam", "elders", "gestopt", NIET_BEREIKT)
NAAR = (
    "huisarts",
    "jeugdgezondheidszorg",
    "school",
    "ggz",
    "sociale_basis",
    "gemeente",
    "andere_gemeente",
    "veilig_thuis",
    "jeugdbescherming",
    "anders",
)
TERUGBLIK = ("ja", "deels", "nee")


@dataclass(frozen=True)
class Stap:
    """One thing to do. With `beweegt` the table of states says from where to where; else the state stays as it is."""

    naam: str
    soort: str
    kies: tuple[str, ...] = ()
    tekst_nodig: bool = False
    van: tuple[str, ...] = ()
    beweegt: bool = False
    gebeurde: bool = False  # may have happened before it is written down
    let_op_gezin: bool = False  # what the family wrote in the meantime must have been seen

    def kan(self, rij: AanmeldingRij, wie: str) -> bool:
        """Whether this employee can do this now; nothing can be done once the text was wiped."""
        if rij.sleutel is None or rij.status not in (states.vanuit(self.naam) if self.beweegt else self.van):
            return False
        if self.naam == "overnemen":
            return rij.opgepakt_door != wie
        if self.naam in ("akkoord", "laat_open"):
            return rij.sluit_door is not None and not (self.naam == "akkoord" and rij.sluit_door == wie)
        return self.naam != "afsluiten" or rij.sluit_door is None

    def gezien(self, rij: AanmeldingRij, gezin: int) -> str:
        """What must still be so when this step is taken, as the form carries it along; empty when nothing has to.

        `gezin` is the number of the last line that the family wrote."""
        delen = [rij.status if self.beweegt else ""]
        if self.naam == "urgentie":
            delen = [rij.urgentie_op.isoformat() if rij.urgentie_op else "nooit"]
        elif self.naam in ("overnemen", "doorgeven"):
            delen = [rij.opgepakt_door or "niemand", rij.team or "geen"]
        elif self.naam in ("akkoord", "laat_open", "afsluiten"):
            delen += [rij.sluit_op.isoformat() if rij.sluit_op else "nooit"]
        return ".".join([*delen, str(gezin)] if self.let_op_gezin else delen)

    def opties(self, gemeente: Gemeente, rij: AanmeldingRij) -> dict[str, str]:
        """What can be chosen, in words."""
        if self.naam == "doorgeven":
            return {team.id: team.naam for team in gemeente.teams if team.id != rij.team}
        return {waarde: teksten()(f"{self.naam}.{waarde}") for waarde in self.kies}


STAPPEN = {
    stap.naam: stap
    for stap in (
        Stap("akkoord", "afgesloten", beweegt=True, let_op_gezin=True),
        Stap("laat_open", "notitie", van=(*BEZIG, "ingetrokken")),
        Stap("oppakken", "opgepakt", beweegt=True),
        Stap("overnemen", "overgenomen", van=BEZIG),
        Stap("contact_geprobeerd", "contact_geprobeerd", kies=MANIEREN, beweegt=True, gebeurde=True),
        Stap("contact_gelukt", "contact_gelukt", kies=GESPREKKEN, beweegt=True, gebeurde=True),
        Stap("bericht", "bericht", tekst_nodig=True, van=OPEN),
        Stap("notitie", "notitie", tekst_nodig=True, van=(*OPEN, *DICHT)),
        Stap("urgentie", "notitie", kies=URGENTIES, tekst_nodig=True, van=OPEN),
        Stap("doorgeven", "doorgegeven", van=OPEN),
        Stap("overdragen", "overgedragen", kies=NAAR, beweegt=True, let_op_gezin=True),
        Stap("afsluiten", "afgesloten", kies=UITKOMSTEN, beweegt=True, let_op_gezin=True),
        Stap("heropenen", "heropend", tekst_nodig=True, beweegt=True),
    )
}
ZONDER_TEKST = ("oppakken", "overnemen")
VOOR_GEZIN = ("bericht",)  # the text of any other step is for colleagues


def mogelijk(rij: AanmeldingRij, wie: str, gemeente: Gemeente) -> list[Stap]:
    """What this employee can do now."""
    kan = [stap for stap in STAPPEN.values() if stap.kan(rij, wie)]
    return [stap for stap in kan if stap.naam != "doorgeven" or stap.opties(gemeente, rij)]
