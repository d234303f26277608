"""What must be right before real families are let in: `voordeur serve --live` refuses and says why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from assistant.gate.danger_net import NETWERK
from assistant.gate.danger_training import DATA, instelling, lees_netwerk
from assistant.gate.language import Taalteksten
from assistant.gate.replies import ANTWOORDEN, Ondertekend, antwoordboek
from assistant.gate.rulefiles import Regelbestand, lees
from assistant.gate.urgency import REGELS
from knowledge.base import MAP, SCHEMAS, Kennisbank
from knowledge.loading import lees_stroomschema
from knowledge.models import Gemeente

SCHEMAS_VAN = [MAP / f"landelijk/{naam}.yml" for naam in SCHEMAS]

LOKAAL = {
    "telefoon": "het JGT-nummer",
    "crisislijn": "de crisislijn van de regio voor inwoners",
    "huisartsenspoedpost": "het nummer van de huisartsenspoedpost",
}


def bezwaren(kennis: Kennisbank | None) -> list[str]:
    """Every reason not to go live, in words an administrator understands; empty when there is none.

    Without a kennisbank only the last-resort reply is given, and nothing of the content needs to be signed."""
    if kennis is None:
        return _ongetekend()
    lijst = [reden for gemeente in kennis.gemeenten.values() for reden in _van(gemeente)]
    concepten = sum(artikel.status == "concept" for artikel in kennis.artikelen.values())
    if concepten:
        lijst.append(f"{concepten} artikelen zijn nog concept: een functie van de gemeente moet ze ondertekenen")
    verlopen = sum(artikel.verlopen(kennis.gelezen_op) for artikel in kennis.artikelen.values())
    if verlopen:
        lijst.append(f"{verlopen} artikelen zijn verlopen")
    return [*lijst, *_ongetekend()]


def ongetekend() -> dict[str, int]:
    """How much of what the gate does and says, and of the stroomschema, no function of the gemeente has signed."""
    stukken: Mapping[str, Iterable[str]] = {
        "gevaarregels": (regel.status for pad in regelbestanden() for regel in lees(pad, Regelbestand).regels),
        "gevaarmodel": [instelling().status],
        "veiligheidsantwoorden": (tekst.status for tekst in vaste_teksten()),
        "stroomschema": (lees_stroomschema(pad, MAP).status for pad in SCHEMAS_VAN),
    }
    return {naam: sum(status == "concept" for status in statussen) for naam, statussen in stukken.items()}


def _ongetekend() -> list[str]:
    kapot = lees_netwerk(DATA / NETWERK) is None
    zonder = ["het netwerk naast het gevaarmodel (nlu_data/gevaar/netwerk.npz) ontbreekt of is stuk"] if kapot else []
    return zonder + [
        f"{aantal} {wat} {'is' if aantal == 1 else 'zijn'} nog concept: een functie van de gemeente moet ondertekenen"
        for wat, aantal in ongetekend().items()
        if aantal
    ]


def regelbestanden() -> list[Path]:
    """The files with rules, without the lists that they share."""
    return sorted(REGELS.glob("[a-z]*.yml"))


def vaste_teksten() -> list[Ondertekend]:
    """Every text of the gate that is signed by itself: the replies, what they share, the last resort, other languages."""
    boek = antwoordboek()
    return [*boek.antwoorden, boek.vast, boek.nood, lees(ANTWOORDEN / "talen.yml", Taalteksten)]


def _van(gemeente: Gemeente) -> list[str]:
    leeg = [f"{gemeente.naam}: {wat} is leeg" for veld, wat in LOKAAL.items() if not getattr(gemeente, veld)]
    return [*leeg, *([f"{gemeente.naam} heeft demonstratiewaarden"] if gemeente.demo else [])]
