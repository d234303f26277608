"""Coverage: an article for every topic, and enough of them for every age and reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pydantic import Field

from knowledge.base import Kennisbank
from knowledge.check.files import Inhoud
from knowledge.errors import Melding, plek
from knowledge.models import Artikel, Model, Rol
from knowledge.yaml_file import bouw, lees_yaml

BESTAND = "landelijk/dekking.yml"
MEE_MAX = 2


class Leeftijdsgroep(Model):
    """From one birthday up to the next group; the last group ends with `tot`."""

    van: int = Field(ge=0)
    tot: int = Field(ge=1)
    minimum: int = Field(default=0, ge=0)

    @property
    def naam(self) -> str:
        """As on the axis of a picture: '0-4'."""
        return f"{self.van}-{self.tot}"

    def raakt(self, artikel: Artikel) -> bool:
        """Whether a child of this group falls within the ages of the article."""
        return artikel.leeftijd.van < self.tot and artikel.leeftijd.tot >= self.van


class Dekking(Model):
    """The national minimum. Folders without dekking.yml have no minimum and the usual age groups."""

    artikelen: int = 0
    leeftijden: tuple[Leeftijdsgroep, ...] = tuple(
        Leeftijdsgroep(van=van, tot=tot) for van, tot in ((0, 4), (4, 9), (9, 12), (12, 16), (16, 23))
    )
    doelgroepen: Mapping[Rol, int] = Field(default_factory=dict)


def lees_dekking(basis: Path) -> Dekking:
    """The minimum of this content folder; raises KennisFout when the file is not right."""
    bestand = basis / BESTAND
    if not bestand.is_file():
        return Dekking()
    tekst, naam = bestand.read_text(encoding="utf-8-sig"), plek(bestand, basis)
    return bouw(Dekking, lees_yaml(tekst, naam), tekst=tekst, bestand=naam)


def per_leeftijd(artikelen: Iterable[Artikel], dekking: Dekking) -> dict[str, float]:
    """How much there is for each group. An article counts twice at most: one for many ages is spread over them."""
    telling = {groep.naam: 0.0 for groep in dekking.leeftijden}
    for artikel in artikelen:
        geraakt = [groep for groep in dekking.leeftijden if groep.raakt(artikel)]
        for groep in geraakt:
            telling[groep.naam] += min(1.0, MEE_MAX / len(geraakt))
    return telling


def per_lezer(artikelen: Iterable[Artikel]) -> Counter[str]:
    """How many articles there are for each kind of reader."""
    return Counter(rol for artikel in artikelen for rol in artikel.doelgroep)


def per_onderwerp(kennis: Kennisbank) -> dict[str, list[Artikel]]:
    """The articles of every topic, in the order of the list of topics."""
    return {slug: [a for a in kennis.artikelen.values() if a.onderwerp == slug] for slug in kennis.onderwerpen}


def controleer_dekking(inhoud: Inhoud) -> Iterator[Melding]:
    """Topics without an article, and ages and readers with fewer than the minimum. An expired article still counts."""
    onderwerpen = inhoud.bestand("landelijk/onderwerpen.yml")
    for slug, artikelen in per_onderwerp(inhoud.kennis).items():
        if not artikelen:
            yield Melding(onderwerpen.naam, onderwerpen.regel(f"{slug}:"), slug, "hierover is nog geen artikel")
    dekking, alle = lees_dekking(inhoud.basis), tuple(inhoud.kennis.artikelen.values())
    bestand = inhoud.bestand(BESTAND)
    if len(alle) < dekking.artikelen:
        yield bestand.meld("artikelen:", "artikelen", f"{len(alle)} artikelen; {dekking.artikelen} is het minste")
    telling = per_leeftijd(alle, dekking)
    for groep in dekking.leeftijden:
        if telling[groep.naam] < groep.minimum:
            uitleg = f"{telling[groep.naam]:.0f} artikelen voor {groep.naam} jaar; {groep.minimum} is het minste"
            yield bestand.meld(f"van: {groep.van},", "leeftijden", uitleg)
    lezers = per_lezer(alle)
    for rol, minimum in dekking.doelgroepen.items():
        if lezers[rol] < minimum:
            yield bestand.meld(f"{rol}:", "doelgroepen", f"{lezers[rol]} artikelen voor {rol}; {minimum} is het minste")
