"""What a reading page says to search engines, in the words of schema.org; nothing that a visitor cannot read on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from api.pages.render import kort
from api.pages.texts import teksten
from knowledge.base import Kennisbank
from knowledge.models import Artikel, Bron
from knowledge.stroomschema import Stroomschema

Data = dict[str, Any]
CONTEXT = "https://schema.org"


def graaf(*delen: Data) -> Data:
    """Several things about one page."""
    return {"@context": CONTEXT, "@graph": list(delen)}


def kruimelpad(basis: str, kruimels: Sequence[tuple[str, str]]) -> Data:
    """The pages above this one, by name and path, this one last."""
    plekken = [
        {"@type": "ListItem", "position": nummer, "name": naam, "item": basis + pad}
        for nummer, (naam, pad) in enumerate(kruimels, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": plekken}


def als_artikel(artikel: Artikel, kennis: Kennisbank, adres: str) -> Data:
    """One article: what it says in short, for whom, when it was reviewed and what it is based on."""
    return {
        "@type": "Article",
        "headline": artikel.titel,
        "description": kort(kennis.vul_in(artikel.kort), 500),
        "about": teksten().keuze("onderwerp", artikel.onderwerp),
        "audience": [_publiek(rol, artikel) for rol in artikel.doelgroep],
        **_werk(artikel.nagekeken_op.isoformat(), artikel.eigenaar, artikel.versie, artikel.status, artikel.bronnen),
        "expires": artikel.verloopt_op.isoformat(),
        "mainEntityOfPage": adres,
        "url": adres,
    }


def als_vragen(artikelen: Iterable[Artikel], kennis: Kennisbank) -> Data:
    """The questions on the page of a topic, with their short answers."""
    lijst = list(artikelen)
    vragen = [
        {
            "@type": "Question",
            "name": artikel.titel,
            "acceptedAnswer": {"@type": "Answer", "text": kort(kennis.vul_in(artikel.kort), 500)},
        }
        for artikel in lijst
    ]
    nieuwste = max(artikel.nagekeken_op for artikel in lijst).isoformat()
    return {"@type": "FAQPage", "inLanguage": "nl", "dateModified": nieuwste, "mainEntity": vragen}


def als_stappenplan(schema: Stroomschema, kennis: Kennisbank, titel: str, adres: str) -> Data:
    """A route in steps."""
    stappen = [
        {"@type": "HowToStep", "name": stap.titel, "text": kennis.vul_in(stap.doen), "url": f"{adres}#stap-{stap.id}"}
        for stap in schema.stappen
    ]
    werk = _werk(schema.nagekeken_op.isoformat(), schema.eigenaar, schema.versie, schema.status, schema.bronnen)
    publiek = [{"@type": "Audience", "audienceType": _wie(rol)} for rol in schema.doelgroep]
    return {"@type": "HowTo", "name": titel, "audience": publiek, **werk, "url": adres, "step": stappen}


def _werk(nagekeken_op: str, eigenaar: str, versie: int, status: str, bronnen: Iterable[Bron]) -> Data:
    return {
        "inLanguage": "nl",
        "dateModified": nagekeken_op,
        "version": str(versie),
        "creativeWorkStatus": status,
        "isAccessibleForFree": True,
        "author": {"@type": "Organization", "name": eigenaar},
        "publisher": {"@type": "Organization", "name": teksten()("pagina.naam")},
        "citation": [_bron(bron) for bron in bronnen],
    }


def _bron(bron: Bron) -> Data:
    uitgever = {"publisher": {"@type": "Organization", "name": bron.uitgever}} if bron.uitgever else {}
    return {"@type": "WebPage", "name": bron.titel, "url": str(bron.url)} | uitgever


def _publiek(rol: str, artikel: Artikel) -> Data:
    """For a parent the age is that of the child, for a young person their own."""
    van, tot = artikel.leeftijd.van, artikel.leeftijd.tot
    if rol == "ouder":
        return {"@type": "ParentAudience", "audienceType": _wie(rol), "childMinAge": van, "childMaxAge": tot}
    if rol == "jongere":
        leeftijd = {"suggestedMinAge": van, "suggestedMaxAge": tot}
        return {"@type": "PeopleAudience", "audienceType": _wie(rol)} | leeftijd
    return {"@type": "Audience", "audienceType": _wie(rol)}


def _wie(rol: str) -> str:
    return teksten().keuze("doelgroep", rol)
