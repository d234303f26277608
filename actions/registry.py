"""All actions by name: what rules may call is exactly what stands here."""

from __future__ import annotations

from rasa_sdk import Action

from actions.consult import ActieToonStap
from actions.context import Gereedschap
from actions.extra import EXTRA, ActieErbij
from actions.friction import (
    ActieAndereVraag,
    ActieBoos,
    ActieBuitenBereik,
    ActieCorrectie,
    ActieNummerGehoord,
    ActieRustigAan,
)
from actions.handover import (
    ActieBeginAanmelding,
    ActieTerugNaarAanmelding,
    ActieToonAanmelding,
    ActieVraag,
    ValideerConcept,
)
from actions.inform import ActieAntwoord, ActieInformeer, ActieToonArtikel
from actions.nearby import ActieInDeBuurt, ActieNietGeholpen
from actions.practical import ONDERWERPEN, ActieConsult, ActieMeldcode, ActiePraktisch
from actions.status import ActieStatus
from actions.talk import GEZEGDEN, ActieOnveilig, ActieWaaromVraag, ActieZeg

VELDEN = ("zorg", "kind_leeftijd", "kern")


def alle_acties(gereedschap: Gereedschap) -> list[Action]:
    """One instance of every action, with the tools it needs."""
    los: list[type[Action]] = [
        ActieAntwoord,
        ActieInformeer,
        ActieToonArtikel,
        ActieInDeBuurt,
        ActieNietGeholpen,
        ActieBeginAanmelding,
        ActieToonAanmelding,
        ActieTerugNaarAanmelding,
        ActieAndereVraag,
        ActieBoos,
        ActieRustigAan,
        ActieBuitenBereik,
        ActieCorrectie,
        ActieNummerGehoord,
        ActieConsult,
        ActieToonStap,
        ActieStatus,
        ActieWaaromVraag,
        ActieOnveilig,
        ValideerConcept,
    ]
    return [
        *(soort(gereedschap) for soort in los),
        ActieMeldcode(gereedschap),
        *(ActieZeg(gereedschap, naam, gezegde) for naam, gezegde in GEZEGDEN.items() if naam != ActieAndereVraag.naam),
        *(ActiePraktisch(gereedschap, naam, onderwerpen) for naam, onderwerpen in ONDERWERPEN.items()),
        *(ActieErbij(gereedschap, knop) for knop in EXTRA),
        *(ActieVraag(gereedschap, veld) for veld in VELDEN),
    ]
