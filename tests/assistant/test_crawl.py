"""No dead ends (vermogen 18, V18): every reply that can be reached leads to a person, or onward and from there to a person."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import yaml

from actions.context import Gereedschap
from actions.kaarten import Keuzes, Tekst
from assistant.beurt import Beurt, Stap, doorloop
from assistant.brain.brain import Brein
from assistant.brain.state import Toestand
from assistant.gate.danger import Gevaarlezer
from assistant.measure.play import naar_een_mens
from assistant.steps import gesprek, poort
from knowledge.base import Kennisbank
from tests.actions.test_drift import BUITEN_RASA, DOMEIN, ROOT
from tests.assistant.brain.hulp import GEMEENTE, NU

pytestmark = pytest.mark.rasa
# Said by the api, by fallback or inside another card: their own tests see to those.
BUITEN_DE_BEURT = {
    "begroeting", "storing", "storing_leeg", "storing_opslag", "gesprek_gewist", "aanmelding_rechten", "contact_uitleg",
    "vaste_contactpersoon", "knop_meldcode", "knop_consult", "knop_aanmelding", "knop_mens",
}  # fmt: skip
# Said for content that this gemeente does not have, or about search that is not sure; tests/actions sees to those.
ALLEEN_BIJ_ANDERE_INHOUD = {"buurt_leeg"}
HOOGUIT = 3000
STANDEN = ("wacht_op", "rol", "requested_slot", "misverstanden")
BEGIN: dict[str, list[str]] = {
    "niets gezegd": [],
    "na een antwoord": ["ze lust geen groente"],
    "na het aanbod": ["ze lust geen groente", "/niet_geholpen"],
    "bij de zorg": ["/wil_aanmelden"],
    "bij de leeftijd": ["mijn dochter wordt gepest op school", "/wil_aanmelden"],
    "bij de kern": ["mijn dochter van 9 wordt gepest op school", "/wil_aanmelden"],
    "een keer niet begrepen": ["/weet_niet"],
}
# Texts that only a longer way leads to.
PADEN = [
    ["/boos", "/boos"],
    ["mijn zoontje van 4 komt elke avond zijn bed uit", "nee ik bedoel mijn oudste"],
    ["ze lust geen groente"] * 9,
    ["mijn dochter van 9 wordt gepest op school", "/wil_aanmelden", "overdag"],
    ["mijn dochter van 9 wordt gepest op school", "/wil_aanmelden", "Kaag", "ze is nu 10"],
    ["mijn dochter van 9 wordt gepest op school", "/wil_aanmelden", "Kaag", "/ja"],
    ["mijn dochter van 9 wordt gepest op school", "/wil_aanmelden", "ik heet Annemiek"],
    ["inschrijven voor een volkstuin"],
    ["mijn man is depressief en we hebben deurwaarders aan de deur"],
    ["mijn zoon van 17 wordt gepest op school"],
    ["mijn zoon van 17,5 wordt gepest op school"],
    ["mijn dochter wordt gepest op school", "we hebben al een vaste medewerker bij jullie", "bel me", "Kaag"],
    ["ik ben 15 en word gepest", "kan iemand me bellen zonder dat mijn ouders het weten"],
    ["mijn dochter van 9 wordt gepest op school", "/wil_aanmelden", "Kaag", "/erbij_gaat_goed", "ze tekent graag"],
    ["mijn dochter van 9 wordt gepest op school", "/wil_aanmelden", "Kaag", "/erbij_met_jou", "/overslaan"],
    [
        "mijn dochter van 9 wordt gepest op school",
        "/wil_aanmelden",
        "Kaag",
        "0612345678",
        "sorry fout, het is 0612345679",
    ],
    ["ze lust geen groente", "in Leimuiden"],
    ["wat is Welzijn op Recept"],
    ["wanneer is het themacafé"],
    ["wat is het nummer van de Kindertelefoon"],
    ["wie van jullie hoort er bij onze school"],
    ["/consult", "hij is vaak te laat en moe en wij zien weinig van de ouders"],
    ["kan ik overleggen over een leerling", "het gaat over Sem uit groep 6"],
    ["/consult", "0612345678"],
    ["liever muziek maken of ergens chillen met mensen van mijn leeftijd", "kost dat geld"],
    ["/status_aanmelding", "zoek het maar op in het systeem"],
    ["ik heb drie weken geleden mijn dochter aangemeld en nog niks gehoord"],
    ["8 jaar", "jongen"],
    ["mijn neefje van 13 gamet de hele nacht", "kan ik hem aanmelden bij jullie"],
    ["mijn dochter van 9 wordt gepest op school", "/wil_aanmelden", "Kaag", "alleen per mail graag"],
]
ZINNEN = [
    "nee ik bedoel mijn oudste", "sorry hij is 9", "0612345678", "ik geef je mijn nummer wel", "Parijs", "8 jaar",
    "qqq zzz", "mijn peuter slaapt slecht en eet niet", "en dan", "hij doet stom", "hoe laat gaat het zwembad open",
    "wat kan ik verder nog doen", "gedoe op school",
]  # fmt: skip


WACHT_OP = {"na een antwoord": "helpt", "na het aanbod": "aanmelden"}
GEVRAAGD = {"bij de zorg": "zorg", "bij de leeftijd": "kind_leeftijd", "bij de kern": "kern"}


@dataclass
class Stand:
    """Where a crawl stands: what the next beurt begins with."""

    weg: tuple[str, ...] = ()
    toestand: bytes | None = None
    geheugen: dict[str, Any] = field(default_factory=dict)
    rol: Any = None

    def merk(self) -> str:
        """Two standings with the same mark answer a button in the same way."""
        slots = Toestand.uit_bytes(self.toestand)
        return str([slots.formulier, self.geheugen.get("twijfel"), *(slots.slots.get(naam) for naam in STANDEN)])


class Kruiper:
    """Takes steps, and keeps every reply that came."""

    def __init__(self, stappen: list[Stap], kennis: Kennisbank) -> None:
        self._stappen, self._kennis = stappen, kennis
        self.gezien: set[str] = set()
        self.dood: list[tuple[str, ...]] = []
        self.verder: dict[str, set[str]] = {}
        self.mens: set[str] = set()
        self.gedaan: set[str] = set()

    def stap(self, stand: Stand, zet: str) -> tuple[Stand, list[str]]:
        """One beurt from here; returns where that leads and the buttons it offers."""
        keuze = zet.removeprefix("/") if zet.startswith("/") else None
        beurt = Beurt(
            "" if keuze else zet, NU, "kruip", self._kennis.gemeente(GEMEENTE), volgnummer=len(stand.weg) + 1,
            keuze=keuze, rol=stand.rol, toestand=stand.toestand, geheugen=dict(stand.geheugen),
        )  # fmt: skip
        doorloop(beurt, self._stappen)
        nieuw = Stand((*stand.weg, zet), beurt.toestand, beurt.geheugen, beurt.rol)
        self.gezien |= {kaart.id for kaart in beurt.kaarten if isinstance(kaart, Tekst) and kaart.id}
        knoppen = [k.keuze for kaart in beurt.kaarten if isinstance(kaart, Keuzes) for k in kaart.keuzes]
        if naar_een_mens(beurt.kaarten):
            self.mens.add(nieuw.merk() + zet)
        elif not knoppen:
            self.dood.append(nieuw.weg)
        return nieuw, knoppen

    def kruip(self, begin: Stand, zetten: list[str]) -> None:
        """Every move from here, every button it offers, and so on until nothing new comes."""
        rij = deque((begin, zet) for zet in zetten)
        while rij:
            stand, zet = rij.popleft()
            if stand.merk() + zet in self.gedaan:
                continue
            self.gedaan.add(stand.merk() + zet)
            nieuw, knoppen = self.stap(stand, zet)
            verder = {f"/{knop}" for knop in knoppen if knop not in BUITEN_RASA and not knop.startswith("artikel:")}
            self.verder[nieuw.merk() + zet] = verder
            rij.extend((nieuw, knop) for knop in sorted(verder))
            assert len(self.gedaan) < HOOGUIT, "er komt geen eind aan de standen"


@pytest.fixture(scope="module")
def kruiper(brein: Brein, gevaar: Gevaarlezer, gereedschap: Gereedschap, kennis: Kennisbank) -> Kruiper:
    """A crawler that has been everywhere it can come."""
    kruiper = Kruiper([*poort(gevaar), *gesprek(gevaar, brein, gereedschap)], kennis)
    intenten = [f"/{intent}" for intent in DOMEIN["intents"]]
    for rol in (None, "jongere", "professional"):
        for naam, zetten in BEGIN.items() if rol is None else list(BEGIN.items())[:3]:
            stand = Stand(rol=rol)
            for zet in zetten:
                stand, _ = kruiper.stap(stand, zet)
            slots = Toestand.uit_bytes(stand.toestand).slots
            assert naam not in WACHT_OP or slots.get("wacht_op") == WACHT_OP[naam]
            assert slots.get("requested_slot") == GEVRAAGD.get(naam), naam
            kruiper.kruip(stand, [*intenten, *ZINNEN, "/onveilig"])
    for pad in PADEN:
        stand = Stand()
        for zet in pad:
            stand, _ = kruiper.stap(stand, zet)
    return kruiper


def test_geen_enkel_antwoord_loopt_dood(kruiper: Kruiper) -> None:
    assert kruiper.dood == []


def test_van_elk_antwoord_is_een_mens_hooguit_twee_knoppen_ver(kruiper: Kruiper) -> None:
    ver = [
        plek for plek, knoppen in kruiper.verder.items()
        if plek not in kruiper.mens and not knoppen & {"/wil_mens", "/wil_aanmelden", "/niet_geholpen", "/andere_vraag"}
    ]  # fmt: skip
    assert ver == []


def test_elke_tekst_is_bereikt(kruiper: Kruiper, gereedschap: Gereedschap) -> None:
    alle = {zinnen.id for zinnen in gereedschap.teksten}  # type: ignore[attr-defined]
    assert alle - kruiper.gezien - BUITEN_DE_BEURT - ALLEEN_BIJ_ANDERE_INHOUD == set()


def test_elke_knop_is_ingedrukt(kruiper: Kruiper, gereedschap: Gereedschap) -> None:
    gedrukt = {knop for knoppen in kruiper.verder.values() for knop in knoppen}
    buiten = {"begroeting", *BUITEN_DE_BEURT}
    van_teksten = {
        knop.keuze for zinnen in gereedschap.teksten if zinnen.id not in buiten for knop in zinnen.knoppen  # type: ignore[attr-defined]
    }  # fmt: skip
    assert {f"/{keuze}" for keuze in van_teksten - BUITEN_RASA} <= gedrukt


def test_elk_artikel_eindigt_met_een_weg_verder(kruiper: Kruiper, kennis: Kennisbank) -> None:
    dood = []
    for artikel in kennis.geldig:
        _, knoppen = kruiper.stap(Stand(), f"/artikel:{artikel.id}")
        if "niet_geholpen" not in knoppen:
            dood.append(artikel.id)
    assert dood == []


def _zinnen() -> Iterator[str]:
    toets = yaml.safe_load((ROOT / "tests/data/intenten.yml").read_text(encoding="utf-8"))
    return (zin["tekst"] for zin in toets[::7])


def test_ook_wat_mensen_echt_typen_loopt_niet_dood(kruiper: Kruiper) -> None:
    voor = len(kruiper.dood)
    for zin in _zinnen():
        kruiper.stap(Stand(), zin)
    assert kruiper.dood[voor:] == []
