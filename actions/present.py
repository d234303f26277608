"""From what is known to what is shown: every card is made here, once, for chat, pages and fallback alike."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from actions.kaarten import (
    ArtikelBlok,
    ArtikelKaart,
    Bronvermelding,
    Contact,
    HulplijnKaart,
    VoorzieningKaart,
)
from knowledge.models import Artikel, Gemeente, Hulplijn, Kanaal, Team, Voorziening
from knowledge.opening_hours import in_woorden, nu_open

if TYPE_CHECKING:  # the gate uses these cards too, and must not load search
    from knowledge.base import Kennisbank

WANNEER_HULP = "Wanneer hulp"
VRAAG_JGT = "Vraag het aan het JGT"


def artikelkaart(artikel: Artikel, kennis: Kennisbank, gemeente: Gemeente) -> ArtikelKaart:
    """An article as a card, with help lines and numbers filled in, and below it what the gemeente adds."""

    def vul(tekst: str) -> str:
        return kennis.vul_in(tekst, gemeente)

    wanneer = artikel.blok(WANNEER_HULP)
    erbij = [lokaal for lokaal in gemeente.aanvullingen if lokaal.hoort_bij(artikel, kennis.gelezen_op)]
    bronnen = [*artikel.bronnen, *(bron for lokaal in erbij for bron in lokaal.bronnen)]
    return ArtikelKaart(
        artikel=artikel.id,
        titel=artikel.titel,
        tekst=vul(artikel.kort),
        blokken=[ArtikelBlok(kop=b.kop, tekst=vul(b.tekst)) for b in artikel.blokken if b.kop != WANNEER_HULP]
        + [ArtikelBlok(kop=f"In {gemeente.naam}: {lokaal.titel}", tekst=vul(lokaal.tekst)) for lokaal in erbij],
        wanneer_hulp=vul(wanneer) if wanneer else None,
        bronnen=[Bronvermelding(titel=_bron(bron.titel, bron.uitgever), url=str(bron.url)) for bron in bronnen],
        nagekeken_op=artikel.nagekeken_op.isoformat(),
        concept="concept" in (artikel.status, *(lokaal.status for lokaal in erbij)),
    )


def _bron(titel: str, uitgever: str | None) -> str:
    return titel if uitgever is None or uitgever.casefold() in titel.casefold() else f"{titel} ({uitgever})"


def voorzieningkaart(plek: Voorziening) -> VoorzieningKaart:
    """An entry of the sociale kaart as a card; an unknown way in reads 'vraag het aan het JGT'."""
    return VoorzieningKaart(
        id=plek.id,
        naam=plek.naam,
        wat=plek.omschrijving,
        voor_wie=plek.eligibility_description or _leeftijden(plek),
        kosten=plek.fees_description,
        hoe_kom_je_er=_hoe_kom_je_er(plek),
        telefoon=plek.telefoon,
        url=str(plek.url) if plek.url else None,
        nagekeken_op=plek.assured_date.isoformat(),
    )


def _hoe_kom_je_er(plek: Voorziening) -> str | None:
    """When it is, the way in, and what to ask first where our source is old."""
    delen = [plek.schedule, plek.application_process or (None if plek.telefoon or plek.url else VRAAG_JGT), plek.alert]
    return " ".join(filter(None, delen)) or None


def _leeftijden(plek: Voorziening) -> str | None:
    if (plek.minimum_age, plek.maximum_age) == (0, 99):
        return None
    if plek.maximum_age == 99:
        return f"vanaf {plek.minimum_age} jaar"
    return f"{plek.minimum_age} tot en met {plek.maximum_age} jaar"


def hulplijnkaart(lijn: Hulplijn, nu: datetime) -> HulplijnKaart:
    """A help line as a card, with whether its phone is open at this moment."""
    telefoon, chat, site = lijn.kanaal("telefoon"), lijn.kanaal("chat"), lijn.kanaal("site")
    uren = (telefoon or chat or Kanaal(soort="telefoon")).bereikbaar
    return HulplijnKaart(
        id=lijn.id,
        naam=lijn.naam,
        waarvoor=lijn.gebruik,
        nummer=telefoon.waarde if telefoon else None,
        open=in_woorden(uren, nu),
        nu_open=nu_open(uren, nu),
        gratis=telefoon.gratis if telefoon else None,
        chat=chat.waarde if chat else None,
        site=site.waarde if site else None,
    )


def contactkaart(gemeente: Gemeente, team: Team | None, nu: datetime, uitleg: str) -> Contact:
    """How to reach the JGT: the one number of the gemeente, and whether it is open now."""
    uren, dicht = gemeente.uren_van(team), gemeente.sluitingsdagen
    return Contact(
        team=team.naam if team else f"Jeugd- en Gezinsteam {gemeente.naam}",
        telefoon=gemeente.telefoon,
        open=in_woorden(uren, nu, dicht),
        nu_open=nu_open(uren, nu, dicht),
        uitleg=uitleg,
        demo=gemeente.demo,
    )
