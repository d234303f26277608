"""The fixed safety reply: what to do now and the number, who listens, the help lines, then one question."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from actions.kaarten import HulplijnKaart, Kaart, Keuze, Keuzes, Tekst
from actions.present import hulplijnkaart
from assistant.gate.lines import CRISISLIJN, Lijnen
from assistant.gate.open_now import jgt_kaart
from assistant.gate.replies import Antwoord, VasteZinnen, antwoordboek
from assistant.gate.urgency import Signaal
from knowledge.models import Gemeente, Hulplijn

__all__ = ["hulplijnkaart", "noodantwoord", "veiligheidsantwoord"]

EERSTE = 3  # lines that are shown again
ALTIJD = ("112", "veilig-thuis")
VOOR_KINDEREN = "kindertelefoon"
WIL_AANMELDEN, NIET_BEDOELD, JA, NEE = "wil_aanmelden", "niet_bedoeld", "ja", "nee"


def veiligheidsantwoord(
    signaal: Signaal,
    *,
    rol: str | None,
    hulplijnen: Mapping[str, Hulplijn],
    nu: datetime,
    gemeente: Gemeente | None,
    vervolg: bool = False,
    nog_eens: bool = False,
) -> list[Kaart]:
    """The cards for this signal; after `112` nothing but what saves a life, otherwise the JGT and a way on beside it.

    With `vervolg` what is said to a short answer just after that reply: the first lines again, and the visitor leads;
    with `nog_eens` in other words, because that was said just before.
    """
    boek = antwoordboek()
    antwoord = boek.kies(signaal.categorie, signaal.niveau, rol)
    lijnen = Lijnen(hulplijnen, gemeente, nu)
    kaarten, jgt = _lijnkaarten(antwoord, lijnen, rol), _naar_het_jgt(signaal, lijnen, nu, gemeente, boek.vast)
    if vervolg:
        na_alarm = Tekst(tekst=lijnen.vul_in(_weer(signaal, boek.vast, nog_eens), rol), id="veiligheid/na-alarm")
        return [na_alarm, *kaarten[:EERSTE], *jgt, _keuzes(signaal, boek.vast)]
    return [
        Tekst(tekst=lijnen.vul_in(antwoord.tekst, rol), id=antwoord.id),
        Tekst(tekst=boek.vast.computer, id="veiligheid/computer"),
        *kaarten,
        *jgt,
        Tekst(tekst=antwoord.vraag, id=f"{antwoord.id}/vraag"),
        _keuzes(signaal, boek.vast),
    ]


def noodantwoord(*, nu: datetime, gemeente: Gemeente | None = None) -> list[Kaart]:
    """What can always be said, when no help line could be loaded and nothing is known about the message."""
    boek = antwoordboek()
    lijnen = Lijnen({}, gemeente, nu)
    kaarten = [kaart for lijn in boek.nood.lijnen if (kaart := lijnen.kaart(lijn.id))]
    return [
        Tekst(tekst=boek.nood.tekst, id="veiligheid/nood"),
        Tekst(tekst=boek.vast.computer, id="veiligheid/computer"),
        *kaarten,
    ]


def _weer(signaal: Signaal, vast: VasteZinnen, nog_eens: bool) -> str:
    """What is said to whoever goes on about the same danger."""
    if signaal.niveau == "112":
        return vast.na_nood_weer if nog_eens else vast.na_nood
    return vast.na_alarm_weer if nog_eens else vast.na_alarm


def _lijnkaarten(antwoord: Antwoord, lijnen: Lijnen, rol: str | None) -> list[HulplijnKaart]:
    """The lines of the reply in its own order; those closed now move down, the first keeps its place."""
    namen = list(dict.fromkeys([*antwoord.hulplijnen, *ALTIJD]))
    if rol in ("ouder", "professional"):
        namen = [naam for naam in namen if naam != VOOR_KINDEREN]
    kaarten = [kaart for naam in namen if (kaart := lijnen.kaart(naam, rol))]
    return kaarten[:1] + sorted(kaarten[1:], key=lambda kaart: kaart.nu_open is False)


def _naar_het_jgt(
    signaal: Signaal, lijnen: Lijnen, nu: datetime, gemeente: Gemeente | None, vast: VasteZinnen
) -> list[Kaart]:
    """The JGT in office hours, with the regional crisis line when the JGT is not known to be open.

    After `112` only the one of the two that can be reached now, for when the danger is over.
    """
    if gemeente is None or signaal.niveau == "twijfel":
        return []
    nood = signaal.niveau == "112"
    contact = jgt_kaart(gemeente, nu, vast.jgt_na_nood if nood else vast.jgt)
    crisis = None if contact.nu_open else lijnen.kaart(CRISISLIJN)
    kaarten: list[Kaart] = [] if nood and not contact.nu_open else [contact]
    if crisis:
        zin = vast.crisis_na_nood if nood else vast.crisis
        kaarten += [Tekst(tekst=zin, id="veiligheid/crisis"), crisis]
    return kaarten


def _keuzes(signaal: Signaal, vast: VasteZinnen) -> Keuzes:
    niet_bedoeld = Keuze(label=vast.keuze_niet_bedoeld, keuze=NIET_BEDOELD)
    if signaal.niveau == "112":
        return Keuzes(keuzes=[niet_bedoeld])
    if signaal.niveau == "twijfel":
        ja, nee = Keuze(label=vast.keuze_ja, keuze=JA), Keuze(label=vast.keuze_nee, keuze=NEE)
        return Keuzes(keuzes=[ja, nee, niet_bedoeld])
    return Keuzes(keuzes=[Keuze(label=vast.keuze_jgt_belt, keuze=WIL_AANMELDEN), niet_bedoeld])
