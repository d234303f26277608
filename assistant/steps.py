"""The steps of a beurt: clean, urgency, language, redact, brain. Order and meaning: docs/architectuur.md."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import structlog
from pydantic import TypeAdapter

from actions.concept import concept_uit
from actions.consult import STAP, genoemde_contactpersoon
from actions.context import Gereedschap
from actions.kaarten import AanmeldingKaart, Kaart, KaartUnie, Kandidaat
from actions.wayfinding import ZOEKT, vraagt_de_weg
from assistant.beurt import Beurt, Stap
from assistant.brain.brain import Brein, BreinWeg, Vraag
from assistant.danger_steps import BlijfErbij, GeefVeiligheid, Hervat, HoorTwijfel, LetOpGevaar
from assistant.facts import feiten_in
from assistant.fallback import noodantwoord
from assistant.gate.clean import opschonen
from assistant.gate.danger import Gevaarlezer
from assistant.gate.language import herken_taal, taalantwoord
from assistant.gate.redact import redigeer
from assistant.kernen import Kernen, kernen_van

log = structlog.get_logger()
SLOT_VAN = {"leeftijd": "kind_leeftijd", "kern": "kern", "duur": "sinds", "rol": "rol"}
KAART: TypeAdapter[Kaart] = TypeAdapter(KaartUnie)


@dataclass(frozen=True)
class Opschonen:
    """clean: what has no meaning for a reader goes out; nothing is refused."""

    def __call__(self, beurt: Beurt) -> None:
        beurt.tekst = opschonen(beurt.ruw)


@dataclass(frozen=True)
class KiesTaal:
    """language: Dutch goes on, another language gets the short reply in that language."""

    gereedschap: Gereedschap

    def __call__(self, beurt: Beurt) -> None:
        if beurt.keuze is not None or beurt.hervat is not None:
            return
        beurt.taal = herken_taal(beurt.tekst)
        if beurt.taal != "nl":
            hulplijnen = self.gereedschap.kennis.nu.hulplijnen
            kaarten = taalantwoord(beurt.taal, hulplijnen=hulplijnen, gemeente=beurt.gemeente, nu=beurt.nu)
            beurt.eindig(kaarten, "overdracht", "andere_taal")


@dataclass(frozen=True)
class Redigeer:
    """redact: only text without personal data goes on to Rasa, the transcript and storage."""

    def __call__(self, beurt: Beurt) -> None:
        redactie = redigeer(beurt.tekst)
        beurt.veilig, beurt.vondsten = redactie.tekst, redactie.vondsten


@dataclass(frozen=True)
class VraagBrein:
    """brain: Rasa decides and actions answer; when it cannot, fallback keeps the door open."""

    brein: Brein
    gereedschap: Gereedschap

    def __call__(self, beurt: Beurt) -> None:
        try:
            reactie = self.brein.beurt(self._vraag(beurt))
        except BreinWeg as weg:
            log.warning("fallback", reden=weg.reden)
            if weg.reden == "toestand":
                beurt.toestand = None
            noodantwoord(beurt, self.gereedschap)
            return
        beurt.toestand = reactie.toestand.naar_bytes()
        beurt.geheugen.pop("ongehoord", None)
        beurt.formulier = reactie.toestand.formulier is not None
        beurt.rol = reactie.toestand.slots.get("rol") or beurt.rol
        beurt.intent = reactie.intent
        for bericht in reactie.berichten:
            _verwerk(beurt, bericht.get("custom") or {})
        if beurt.velden is None and (beurt.formulier or reactie.toestand.slots.get("kaart_getoond")):
            beurt.velden = concept_uit(reactie.toestand.slots)
        if not beurt.kaarten:
            log.error("lege_reactie", intent=reactie.intent)
            noodantwoord(beurt, self.gereedschap)

    def _vraagt_de_weg(self, beurt: Beurt, *, noemt_contact: bool) -> bool:
        kennis = self.gereedschap.kennis.nu
        wegwijzer = kennis.wegwijzers[beurt.plaats.id]
        return vraagt_de_weg(wegwijzer, kennis.hulplijnen, beurt.hervat or beurt.veilig, noemt_contact=noemt_contact)

    def _vraag(self, beurt: Beurt) -> Vraag:
        kernen = kernen_van(beurt.plaats, beurt.veilig, beurt.vondsten)
        contact = genoemde_contactpersoon(beurt.plaats, beurt.tekst)
        metadata = {
            "gemeente": beurt.plaats.id,
            "nu": beurt.nu.isoformat(),
            "kiem": f"{beurt.gesprek}:{beurt.volgnummer}",
            "kernen": kernen,
            "rol": beurt.rol,
            ZOEKT: beurt.keuze is None and self._vraagt_de_weg(beurt, noemt_contact=contact is not None),
        }
        slots: dict[str, Any] = {"rol": beurt.rol} if beurt.rol else {}
        if contact:
            slots["contactpersoon"] = contact
        ongehoord = tuple(beurt.geheugen.get("ongehoord", ()))
        for tekst in ongehoord:
            slots = _feiten(tekst, kernen) | slots
        return Vraag(beurt.gesprek, _voor_rasa(beurt), beurt.toestand, metadata, slots, ongehoord)


def _feiten(tekst: str, kernen: Kernen) -> dict[str, Any]:
    """The slots that this text fills, for what the gate answered in Rasa's place."""
    return {SLOT_VAN[feit.soort]: feit.waarde for feit in feiten_in(tekst, kernen) if feit.soort in SLOT_VAN}


def _voor_rasa(beurt: Beurt) -> str:
    """A button as Rasa's own payload; typed text never as one, so that nobody can type an intent."""
    if beurt.hervat is not None or beurt.keuze is None:
        return re.sub(r"^[\s/]+", "", beurt.hervat or beurt.veilig) or "?"
    if beurt.keuze.startswith("artikel:"):
        return f'/toon_artikel{{"gekozen_artikel": "{beurt.keuze.removeprefix("artikel:")}"}}'
    if beurt.keuze.startswith(STAP):
        return f'/toon_stap{{"gekozen_stap": "{beurt.keuze.removeprefix(STAP)}"}}'
    return f"/{beurt.keuze}"


def _verwerk(beurt: Beurt, inhoud: dict[str, Any]) -> None:
    if "kaart" in inhoud:
        kaart = KAART.validate_python(inhoud["kaart"])
        beurt.kaarten.append(kaart)
        if isinstance(kaart, AanmeldingKaart):
            beurt.velden = kaart.velden
    over = inhoud.get("over") or {}
    beurt.route = over.get("route") or beurt.route
    beurt.onderwerp = over.get("onderwerp") or beurt.onderwerp
    beurt.artikel = over.get("artikel") or beurt.artikel
    beurt.kandidaten = [Kandidaat(**k) for k in over.get("kandidaten") or []] or beurt.kandidaten


def poort(gevaar: Gevaarlezer) -> list[Stap]:
    """The steps that come before every check, limit and lock."""
    return [Opschonen(), LetOpGevaar(gevaar)]


def gesprek(gevaar: Gevaarlezer, brein: Brein, gereedschap: Gereedschap) -> list[Stap]:
    """The steps after the checks: the safety reply if there is danger, else language, redaction and Rasa."""
    return [
        HoorTwijfel(gevaar),
        Redigeer(),
        GeefVeiligheid(gereedschap),
        BlijfErbij(gereedschap),
        Hervat(),
        KiesTaal(gereedschap),
        VraagBrein(brein, gereedschap),
    ]
