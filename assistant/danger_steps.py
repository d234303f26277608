"""The steps that watch over danger: read it, hear what was said before, answer it, and stay with someone afterwards."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from actions.context import Gereedschap
from actions.kaarten import Kaart
from assistant.beurt import Beurt
from assistant.gate.danger import Gevaarlezer
from assistant.gate.safety_reply import veiligheidsantwoord
from assistant.gate.urgency import Signaal

JA = re.compile(
    r"^\W*(?:ja+|jep|yes|klopt|soms|weleens|wel eens|best vaak|eigenlijk wel|denk het wel|misschien|best wel)\b", re.I
)
NEE = re.compile(r"^\W*(?:nee+|neen|nope|niet echt|nooit|helemaal niet|absoluut niet)\b", re.I)
TERUG = re.compile(
    r"\b(?:grapje|geintje|grap|niet zo bedoeld|zo bedoel(?:de)? ik|overdreven|niet serieus|was niet echt)\b", re.I
)
ONVEILIG = "onveilig"
ONTHOUDEN = 3  # messages whose weight is remembered, as numbers only
KORT = 8  # words: a message that says little by itself


@dataclass(frozen=True)
class LetOpGevaar:
    """urgency: read before anything can change or drop the text. The reply follows in GeefVeiligheid."""

    gevaar: Gevaarlezer

    def __call__(self, beurt: Beurt) -> None:
        if beurt.keuze == ONVEILIG:
            beurt.signaal = Signaal("vandaag", "onveilig", "knop-onveilig", 1, ())
        elif beurt.keuze is None:
            lezing = self.gevaar.lees(beurt.tekst, rol=beurt.rol)
            beurt.signaal, beurt.weging = lezing.signaal, lezing.weging


@dataclass(frozen=True)
class HoorTwijfel:
    """urgency, second half: what was said before counts too.

    'Yes' to the direct question of the beurt before is an answer, not small talk, and so is what would have been doubt
    by itself. Signs that are faint one by one add up over a few messages; a denial starts the count again.
    """

    gevaar: Gevaarlezer

    def __call__(self, beurt: Beurt) -> None:
        eerder = beurt.geheugen.pop("twijfel", None)
        if beurt.keuze == "nee" or (beurt.keuze is None and NEE.match(beurt.tekst)):
            beurt.geheugen.pop("flauw", None)
        if eerder is not None:
            self._antwoord(beurt, eerder)
        if beurt.signaal is None:
            self._tel_op(beurt)
        else:
            beurt.geheugen.pop("flauw", None)

    def _antwoord(self, beurt: Beurt, eerder: dict[str, Any]) -> None:
        ja = beurt.keuze == "ja" or (beurt.keuze is None and bool(JA.match(beurt.tekst)))
        if beurt.signaal is None and ja:
            beurt.signaal = Signaal("vandaag", eerder["categorie"], eerder["regel"], eerder["versie"], ())
        elif beurt.signaal is not None and beurt.signaal.niveau == "twijfel":
            beurt.signaal = replace(beurt.signaal, niveau="vandaag")

    def _tel_op(self, beurt: Beurt) -> None:
        if beurt.weging is None:
            return
        flauw = [*beurt.geheugen.get("flauw", []), [round(beurt.weging.marge, 3), beurt.weging.categorie]][-ONTHOUDEN:]
        beurt.geheugen["flauw"] = flauw
        beurt.signaal = self.gevaar.tel_op([(marge, categorie) for marge, categorie in flauw])
        if beurt.signaal is not None:
            beurt.geheugen.pop("flauw")


@dataclass(frozen=True)
class GeefVeiligheid:
    """A signal sends its fixed reply first, in every state of the system; with doubt that is one direct question."""

    gereedschap: Gereedschap

    def __call__(self, beurt: Beurt) -> None:
        signaal = beurt.signaal
        if signaal is None:
            return
        kaarten = _antwoord(beurt, signaal, self.gereedschap)
        twijfel = signaal.niveau == "twijfel"
        if twijfel:
            beurt.geheugen["twijfel"] = {
                "categorie": signaal.categorie,
                "regel": signaal.regel,
                "versie": signaal.versie,
            }
        else:
            beurt.geheugen["alarm"] = {"categorie": signaal.categorie, "niveau": signaal.niveau}
        beurt.eindig(kaarten, "gesprek" if twijfel else "veiligheid", "veiligheid")


@dataclass(frozen=True)
class BlijfErbij:
    """A short answer just after a safety reply is no small talk: the help stays in view and the visitor leads.

    Only the first message after it, and only when it says little by itself; nobody has to declare themselves safe.
    """

    gereedschap: Gereedschap

    def __call__(self, beurt: Beurt) -> None:
        alarm = beurt.geheugen.pop("alarm", None)
        if alarm is None or beurt.keuze is not None:
            return
        if TERUG.search(beurt.tekst):
            beurt.keuze = "niet_bedoeld"
        elif len(beurt.tekst.split()) <= KORT:
            signaal = Signaal(alarm["niveau"], alarm["categorie"], "na-alarm", 1, ())
            beurt.eindig(_antwoord(beurt, signaal, self.gereedschap, vervolg=True), "veiligheid", "veiligheid")


def _antwoord(beurt: Beurt, signaal: Signaal, gereedschap: Gereedschap, *, vervolg: bool = False) -> list[Kaart]:
    """The fixed reply to this signal for who is chatting now."""
    hulplijnen = gereedschap.kennis.nu.hulplijnen
    return veiligheidsantwoord(
        signaal, rol=beurt.rol, hulplijnen=hulplijnen, nu=beurt.nu, gemeente=beurt.gemeente, vervolg=vervolg
    )
