"""The steps that watch over danger: read it, hear what was said before, answer it, and stay with someone afterwards."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from actions.context import Gereedschap
from actions.kaarten import Kaart, Tekst
from actions.reach import alleen_contact
from assistant.beurt import Beurt
from assistant.facts import feiten_in
from assistant.gate.danger import Gevaarlezer
from assistant.gate.replies import antwoordboek
from assistant.gate.safety_reply import NIET_BEDOELD, veiligheidsantwoord
from assistant.gate.urgency import Signaal
from assistant.who import is_jong, rol_in

JA = re.compile(
    r"^\W*(?:ja+|jep|yes|klopt|soms|weleens|wel eens|best vaak|eigenlijk wel|denk het wel|misschien|best wel)\b", re.I
)
OOK_JA = re.compile(r"\bja\b|\b(?:op dit moment|nu) (?:wel|nog|ook)\b", re.I)
NEE = re.compile(r"^\W*(?:nee+|neen|nope|niet echt|nooit|helemaal niet|absoluut niet)\b", re.I)
BEVESTIGING = re.compile(r"^\W*(?:nee+|neen|nope|ja+)(?:\s+(?:hoor|gelukkig|echt|zeker|niet|wel|dat))*\W*", re.I)
TERUG = re.compile(
    r"\b(?:grapje|geintje|grap|niet zo bedoeld|zo bedoel(?:de)? ik|overdreven|niet serieus|was niet echt)\b", re.I
)
IETS_NIEUWS = re.compile(r"\b(?:nog (?:iets|een vraag|wat)|iets anders|andere vraag|trouwens|overigens)\b", re.I)
ONVEILIG = "onveilig"
VAN_MODEL = "model-"
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
            if _zegt_te_weinig(beurt):
                beurt.signaal = None


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
        gezegd = _ja_of_nee(beurt)
        if beurt.signaal is not None:
            if beurt.signaal.niveau == "twijfel":
                self._nog_een_twijfel(beurt)
        elif gezegd is not None and gezegd == eerder.get("gevaar_bij"):
            beurt.signaal = Signaal("vandaag", eerder["categorie"], eerder["regel"], eerder["versie"], ())
        elif gezegd is not None:
            beurt.hervat = _laatst_gezegd(beurt)

    def _nog_een_twijfel(self, beurt: Beurt) -> None:
        """Doubt again, just after the question: an alarm, unless the model finds it faint; the question is not asked twice."""
        if beurt.weging is not None and beurt.weging.marge < self.gevaar.zet.terug:
            beurt.signaal = None
        elif beurt.signaal is not None:
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
    """A signal sends its fixed reply first, in every state of the system; with doubt that is one direct question.

    Rasa has not heard this message. It is remembered, so that the aanmelding has it and a wrong alarm can be answered after all.
    """

    gereedschap: Gereedschap

    def __call__(self, beurt: Beurt) -> None:
        signaal = beurt.signaal
        if signaal is None:
            return
        beurt.geheugen["wie"] = _wie(beurt)
        eerder = beurt.geheugen.get("alarm") or {}
        if eerder and _gaat_daarover(beurt, signaal, eerder["niveau"]):
            signaal = replace(signaal, categorie=eerder["categorie"], niveau=eerder["niveau"])
            beurt.signaal = signaal
        twijfel = signaal.niveau == "twijfel"
        zelfde = (eerder.get("categorie"), eerder.get("niveau")) == (signaal.categorie, signaal.niveau)
        weer = eerder["weer"] + 1 if zelfde else 0
        kaarten = _antwoord(beurt, signaal, self.gereedschap, vervolg=zelfde, nog_eens=zelfde and weer % 2 == 0)
        if beurt.keuze is None:
            beurt.geheugen["ongehoord"] = [*beurt.geheugen.get("ongehoord", []), beurt.veilig][-ONTHOUDEN:]
        if twijfel:
            vraag = antwoordboek().kies(signaal.categorie, signaal.niveau, _wie(beurt))
            beurt.geheugen["twijfel"] = {
                "categorie": signaal.categorie,
                "regel": signaal.regel,
                "versie": signaal.versie,
                "gevaar_bij": vraag.gevaar_bij,
            }
        else:
            beurt.geheugen["alarm"] = {"categorie": signaal.categorie, "niveau": signaal.niveau, "weer": weer}
        beurt.eindig(kaarten, "gesprek" if twijfel else "veiligheid", "veiligheid")


@dataclass(frozen=True)
class BlijfErbij:
    """A short answer just after a safety reply is no small talk: the help stays in view and the visitor leads.

    Only the first message after it, and only when it says little by itself; nobody has to declare themselves safe. After 112 an
    age says little too: "ik ben 8" is no answer to a question of the aanmelding then.
    """

    gereedschap: Gereedschap

    def __call__(self, beurt: Beurt) -> None:
        alarm = beurt.geheugen.pop("alarm", None)
        if alarm is None or alarm.get("weer") or beurt.keuze is not None:
            return
        if TERUG.search(beurt.tekst):
            beurt.keuze = NIET_BEDOELD
        elif len(beurt.tekst.split()) <= KORT and (alarm["niveau"] == "112" or not _is_feit(beurt)):
            signaal = Signaal(alarm["niveau"], alarm["categorie"], "na-alarm", 1, ())
            beurt.eindig(_antwoord(beurt, signaal, self.gereedschap, vervolg=True), "veiligheid", "veiligheid")


@dataclass(frozen=True)
class Hervat:
    """Who says that it was not meant so, or that all is well, gets an answer to what they wrote in the first place."""

    def __call__(self, beurt: Beurt) -> None:
        niet_bedoeld = beurt.keuze == NIET_BEDOELD
        if niet_bedoeld:
            beurt.hervat = _laatst_gezegd(beurt)
        if beurt.hervat is None:
            return
        if (
            beurt.keuze is None and len(beurt.tekst.split()) > KORT // 2
        ):  # says more than that all is well: both are answered
            beurt.hervat = f"{beurt.hervat}\n{BEVESTIGING.sub('', beurt.veilig)}"
        vast = antwoordboek().vast
        tekst = vast.hervat_niet_bedoeld if niet_bedoeld else vast.hervat
        beurt.kaarten.append(Tekst(tekst=tekst, id="veiligheid/hervat"))


def _zegt_te_weinig(beurt: Beurt) -> bool:
    """Whether the model doubts at no more than when to call: nothing to ask a grave question about."""
    signaal = beurt.signaal
    if signaal is None or signaal.niveau != "twijfel" or not signaal.regel.startswith(VAN_MODEL):
        return False
    return alleen_contact(beurt.tekst)


def _gaat_daarover(beurt: Beurt, signaal: Signaal, niveau: str) -> bool:
    """Whether what the model sees just after an alarm of this level is still about the same; "ik ben 8" is no new doubt."""
    if not signaal.regel.startswith(VAN_MODEL):
        return False
    kort = signaal.niveau == "twijfel" and len(beurt.tekst.split()) <= KORT
    return kort or signaal.niveau in (niveau, "binnenkort")


def _is_feit(beurt: Beurt) -> bool:
    """Whether this names an age or a kern: an answer to a question of the aanmelding that was under way."""
    kernen = {kern.naam.lower(): {"id": kern.id} for kern in beurt.plaats.kernen}
    return any(feit.soort in ("leeftijd", "getal", "kern") for feit in feiten_in(beurt.tekst, kernen))


def _ja_of_nee(beurt: Beurt) -> str | None:
    """What was answered to the direct question, or None when it was neither."""
    if beurt.keuze is not None:
        return beurt.keuze if beurt.keuze in ("ja", "nee") else None
    if NEE.match(beurt.tekst):
        return "nee"
    if IETS_NIEUWS.search(beurt.tekst):  # 'amai ja nog iets, hij slaapt ook slecht' answers nothing
        return None
    kort_ja = len(beurt.tekst.split()) <= KORT and bool(OOK_JA.search(beurt.tekst))
    return "ja" if JA.match(beurt.tekst) or kort_ja else None


def _laatst_gezegd(beurt: Beurt) -> str | None:
    """The last message that Rasa did not hear; it is heard now, so it is no longer waiting."""
    ongehoord = beurt.geheugen.pop("ongehoord", [])
    if len(ongehoord) > 1:
        beurt.geheugen["ongehoord"] = ongehoord[:-1]
    return ongehoord[-1] if ongehoord else None


def _wie(beurt: Beurt) -> str | None:
    """For whom the words are: who was known, else who the text itself says it is, since Rasa has not heard it.

    Who says how young they are is believed over what earlier words led to.
    """
    if beurt.rol:
        return beurt.rol
    return "jongere" if is_jong(beurt.tekst) else beurt.geheugen.get("wie") or rol_in(beurt.tekst)


def _antwoord(
    beurt: Beurt, signaal: Signaal, gereedschap: Gereedschap, *, vervolg: bool = False, nog_eens: bool = False
) -> list[Kaart]:
    """The fixed reply to this signal for who is chatting now."""
    hulplijnen = gereedschap.kennis.nu.hulplijnen
    return veiligheidsantwoord(
        signaal,
        rol=_wie(beurt),
        hulplijnen=hulplijnen,
        nu=beurt.nu,
        gemeente=beurt.gemeente,
        vervolg=vervolg,
        nog_eens=nog_eens,
    )
