"""Small talk and plain answers: for each intent one text, with its buttons, and where it leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from actions.base import Actie, Uitkomst
from actions.context import Gereedschap, Situatie
from actions.extra import LuisterActie, antwoord_erbij
from actions.kaarten import Route
from actions.present import hulplijnkaart
from actions.supplement import aangevuld, kiest_vorm


@dataclass(frozen=True)
class Gezegde:
    """The text an action says, and what it remembers or shows beside it."""

    tekst: str
    route: Route = "gesprek"
    met_contact: bool = False
    wacht_op: str | None = None
    na_de_kaart: str | None = None
    """What it says instead once an aanmelding stands ready."""


GEZEGDEN: dict[str, Gezegde] = {
    "actie_groet": Gezegde("groet"),
    "actie_bedankt": Gezegde("bedankt"),
    "actie_afscheid": Gezegde("afscheid"),
    "actie_robot": Gezegde("robot", route="praktisch"),
    "actie_geholpen": Gezegde("geholpen"),
    "actie_andere_vraag": Gezegde("andere_vraag"),
    "actie_afgeslagen": Gezegde("aanbod_afgeslagen"),
    "actie_mens": Gezegde("mens", route="overdracht", met_contact=True),
    "actie_wis_gesprek": Gezegde("wis_gesprek", route="praktisch"),
    "actie_niet_bedoeld": Gezegde("niet_bedoeld"),
    "actie_gestopt": Gezegde("gestopt", na_de_kaart="aanmelding_gestopt"),
    "actie_aanmelding_gestopt": Gezegde("aanmelding_gestopt"),
}


NA_DE_KAART = frozenset({"actie_geholpen", "actie_andere_vraag", "actie_bedankt"})
INSTEMMING = frozenset({"ja", "geholpen", "bedankt"})
HOORT = frozenset(  # small talk that a moment or a name for the aanmelding is often taken for
    {
        "actie_groet",
        "actie_bedankt",
        "actie_afscheid",
        "actie_geholpen",
        "actie_andere_vraag",
        "actie_afgeslagen",
        "actie_niet_bedoeld",
    }
)


class ActieZeg(LuisterActie):
    """Says one text from the table above."""

    def __init__(self, gereedschap: Gereedschap, naam: str, gezegde: Gezegde) -> None:
        super().__init__(gereedschap)
        self._naam, self._gezegde = naam, gezegde

    def name(self) -> str:
        """The name under which rules call this action."""
        return self._naam

    def beslis(self, s: Situatie) -> Uitkomst:
        """What was told for the aanmelding is heard as such; who wants a person gets one, unless they choose mail."""
        hoort = self._naam in HOORT or (self._naam == "actie_mens" and kiest_vorm(s))
        return antwoord_erbij(s) or (aangevuld(s) if hoort else None) or self.doe(s)

    def doe(self, s: Situatie) -> Uitkomst:
        if self._naam in NA_DE_KAART and s.slots.get("kaart_getoond") and s.intent in INSTEMMING:
            return Uitkomst(s.zeg_met_knoppen("nog_versturen"), {"wacht_op": None}, "overdracht")
        al = list(s.slots.get("aangeboden") or [])
        weer = self._naam == "actie_mens" and "mens" in al
        klaar = self._gezegde.na_de_kaart if s.slots.get("kaart_getoond") else None
        kaarten = s.zeg_met_knoppen("mens_weer" if weer else klaar or self._gezegde.tekst)
        if self._gezegde.met_contact:
            kaarten.insert(1, s.contact())
        slots: dict[str, Any] = {"wacht_op": self._gezegde.wacht_op}
        if self._naam == "actie_mens":
            slots["aangeboden"] = sorted({*al, "mens"})
        return Uitkomst(kaarten, slots, self._gezegde.route)


class ActieWaaromVraag(Actie):
    """Explains why the last question was asked; inside the aanmelding per question."""

    naam = "actie_waarom_vraag"

    def doe(self, s: Situatie) -> Uitkomst:
        eigen = f"uitleg_{s.slots.get('requested_slot')}"
        if eigen in s.teksten:
            return Uitkomst([s.zeg(eigen)], route="gesprek")
        return Uitkomst(s.zeg_met_knoppen("waarom_vraag"), route="gesprek")


class ActieOnveilig(Actie):
    """Someone says that they do not feel safe: the numbers first, then the JGT, and no questions."""

    naam = "actie_onveilig"
    LIJNEN = ("112", "veilig-thuis", "kindertelefoon")

    def doe(self, s: Situatie) -> Uitkomst:
        lijnen = [hulplijnkaart(s.kennis.hulplijnen[lijn], s.nu) for lijn in self.LIJNEN]
        return Uitkomst([s.zeg("onveilig"), *lijnen, s.contact()], {"wacht_op": None}, "veiligheid")
