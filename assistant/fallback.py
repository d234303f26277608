"""When Rasa is loading or has failed: knowledge search and the way to a person. The door stays open."""

from __future__ import annotations

from actions.answer import keuzekaart, route_van, toon, zoek_antwoord
from actions.context import Gereedschap
from actions.kaarten import Kaart
from actions.present import contactkaart
from assistant.beurt import Beurt


def noodantwoord(beurt: Beurt, gereedschap: Gereedschap) -> None:
    """Fill the beurt with the best article, or a choice, and always with how to reach the JGT."""
    kennis, teksten = gereedschap.kennis.nu, gereedschap.teksten
    gekozen = kennis.te_geven((beurt.keuze or "").removeprefix("artikel:"))
    antwoord = zoek_antwoord(kennis, beurt.veilig) if beurt.veilig and gekozen is None else None
    contact = contactkaart(beurt.plaats, None, beurt.nu, teksten.zeg("contact_uitleg").tekst)
    beurt.kandidaten = antwoord.kandidaten if antwoord else []
    artikel = gekozen or (antwoord and antwoord.artikel)
    if artikel:
        beurt.onderwerp, beurt.artikel = artikel.onderwerp, artikel.id
        kaarten: list[Kaart] = [teksten.zeg("storing"), *toon(artikel, kennis, beurt.plaats), contact]
        beurt.eindig(kaarten, route_van(artikel, kennis), "fallback")
    elif antwoord and antwoord.zekerheid == "keuze":
        kaarten = [teksten.zeg("storing"), keuzekaart(antwoord.treffers), contact]
        beurt.eindig(kaarten, "gesprek", "fallback")
    else:
        beurt.eindig([teksten.zeg("storing_leeg"), contact], "overdracht", "fallback")
