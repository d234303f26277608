"""What lives as long as the process: settings, knowledge, brain, database, keys, locks, limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from actions.consult import STAP
from actions.context import Gereedschap
from actions.kaarten import Kaart
from actions.present import contactkaart, hulplijnkaart
from api.balie.oidc.provider import Aanbieders
from api.clock import Klok
from api.crypto import Sleutelbos
from api.database.engine import Database
from api.database.locks import Sloten
from api.limits import Grens
from api.settings import Settings
from api.veiligheid.marks import Teller
from assistant.brain.brain import Brein
from assistant.gate.danger import Gevaarlezer
from assistant.gate.safety_reply import noodantwoord, veiligheidsantwoord
from assistant.gate.urgency import Signaal
from knowledge.errors import KennisFout
from knowledge.models import Gemeente

VASTE_KEUZES = {
    "onveilig": "Ik voel me niet veilig",
    "niet_bedoeld": "Zo bedoelde ik het niet",
    "wil_aanmelden": "Ik wil teruggebeld worden",
    "andere_vraag": "Iets anders",
    "ja": "Ja",
    "nee": "Nee",
}
ALTIJD = ("112", "veilig-thuis", "113", "kindertelefoon")


@dataclass
class Huis:
    """Everything a request may need, built once at start."""

    settings: Settings
    gereedschap: Gereedschap
    gevaar: Gevaarlezer
    brein: Brein
    database: Database
    bos: Sleutelbos
    klok: Klok

    @cached_property
    def sloten(self) -> Sloten:
        """Locks of gesprekken."""
        return Sloten(self.database)

    @cached_property
    def per_gesprek(self) -> Grens:
        """The limit of one conversation."""
        return Grens(self.settings.berichten_per_minuut)

    @cached_property
    def per_adres(self) -> Grens:
        """The limit of one address."""
        return Grens(self.settings.adres_per_minuut)

    @cached_property
    def aanbieders(self) -> Aanbieders:
        """Where staff can sign in with the account of their gemeente."""
        return Aanbieders(self.settings.aanbieders, self.klok)

    @cached_property
    def meldingen(self) -> Grens:
        """The limit on reports 'gemist of vals alarm' from one address."""
        return Grens(self.settings.berichten_per_minuut)

    @cached_property
    def teller(self) -> Teller:
        """What is counted of signs of danger."""
        return Teller()

    def gemeente(self, gemeente_id: str) -> Gemeente:
        """The gemeente; raises KeyError when it is not ours."""
        return self.gereedschap.kennis.nu.gemeente(gemeente_id)

    @property
    def aantal_artikelen(self) -> int:
        """How many articles there are; 0 while the content cannot be read."""
        try:
            return len(self.gereedschap.kennis.nu.artikelen)
        except KennisFout:
            return 0

    @cached_property
    def keuzes(self) -> frozenset[str]:
        """The button values that may come back."""
        return frozenset(self.gereedschap.teksten.labels) | VASTE_KEUZES.keys()

    def label(self, keuze: str) -> str:
        """What the button said."""
        if keuze.startswith("artikel:"):
            artikel = self.gereedschap.kennis.nu.artikelen.get(keuze.removeprefix("artikel:"))
            return artikel.titel if artikel else keuze
        if keuze.startswith(STAP):
            gevonden = self.gereedschap.kennis.nu.stap(keuze.removeprefix(STAP))
            return gevonden[1].titel if gevonden else keuze
        return VASTE_KEUZES.get(keuze) or self.gereedschap.teksten.labels.get(keuze, keuze)

    def hulp(self, gemeente: Gemeente | None = None) -> Sequence[Kaart]:
        """The lines that every error still carries, and the JGT where the gemeente is known."""
        nu = self.klok()
        try:
            lijnen = self.gereedschap.kennis.nu.hulplijnen
            kaarten: list[Kaart] = [hulplijnkaart(lijnen[lijn], nu) for lijn in ALTIJD]
        except KennisFout:
            return noodantwoord(nu=nu, gemeente=gemeente)
        if gemeente is not None:
            uitleg = self.gereedschap.teksten.zeg("contact_uitleg").tekst
            kaarten.append(contactkaart(gemeente, None, nu, uitleg))
        return kaarten

    def veilig(self, signaal: Signaal, *, rol: str | None, gemeente: Gemeente | None = None) -> list[Kaart]:
        """The fixed safety reply for a signal, from any door; the last-resort one while the help lines cannot be read."""
        try:
            lijnen = self.gereedschap.kennis.nu.hulplijnen
        except KennisFout:
            return noodantwoord(nu=self.klok(), gemeente=gemeente)
        return veiligheidsantwoord(signaal, rol=rol, hulplijnen=lijnen, nu=self.klok(), gemeente=gemeente)
