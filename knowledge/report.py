"""`voordeur kennis rapport`: how much there is by topic, age and reader, as lines to read and a picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

from knowledge.check.articles import teksten
from knowledge.check.coverage import (
    Dekking,
    lees_dekking,
    per_leeftijd,
    per_lezer,
    per_onderwerp,
)
from knowledge.check.files import Inhoud
from knowledge.check.language import taalcijfers
from knowledge.models import Aanvulling, Artikel, Rol

BINNENKORT, MOEILIJKST = 60, 10
ROLLEN = get_args(Rol)


@dataclass(frozen=True)
class Rapport:
    """The state of the content on one day."""

    dekking: Dekking
    onderwerpen: Mapping[str, list[Artikel]]
    leeftijden: Mapping[str, float]
    lezers: Mapping[str, int]
    status: Mapping[str, int]
    verloopt: list[tuple[date, str]]
    """What has expired or will within BINNENKORT days, soonest first."""
    aanvullingen: Mapping[str, int]
    """For each gemeente how many articles show a local addition."""
    taal: list[tuple[float, str]]
    """The language score of every article, hardest first."""

    @property
    def artikelen(self) -> list[Artikel]:
        """All articles of known topics."""
        return [artikel for deel in self.onderwerpen.values() for artikel in deel]


def maak_rapport(inhoud: Inhoud) -> Rapport:
    """Count everything; raises KennisFout when dekking.yml is not right."""
    kennis, dekking = inhoud.kennis, lees_dekking(inhoud.basis)
    alle = list(kennis.artikelen.values())
    stukken: list[tuple[Artikel | Aanvulling, str]] = [(artikel, artikel.id) for artikel in alle]
    stukken += [(a, f"{g.id}: {a.bij}") for g in kennis.gemeenten.values() for a in g.aanvullingen]
    grens = inhoud.vandaag + timedelta(days=BINNENKORT)
    return Rapport(
        dekking=dekking,
        onderwerpen=per_onderwerp(kennis),
        leeftijden=per_leeftijd(alle, dekking),
        lezers=per_lezer(alle),
        status=Counter(artikel.status for artikel in alle),
        verloopt=sorted((stuk.verloopt_op, naam) for stuk, naam in stukken if stuk.verloopt_op <= grens),
        aanvullingen={
            g.id: sum(any(a.hoort_bij(artikel, inhoud.vandaag) for a in g.aanvullingen) for artikel in alle)
            for g in kennis.gemeenten.values()
        },
        taal=sorted((taalcijfers(teksten(artikel), inhoud).score, artikel.id) for artikel in alle),
    )


def regels(rapport: Rapport) -> list[str]:
    """The report as lines for the screen."""
    return [*_dekking(rapport), "", *_onderwerpen(rapport), "", *_stand(rapport)]


def _dekking(rapport: Rapport) -> list[str]:
    minima = {groep.naam: groep.minimum for groep in rapport.dekking.leeftijden}
    return [
        f"{len(rapport.artikelen)} artikelen over {len(rapport.onderwerpen)} onderwerpen",
        "",
        f"{'leeftijd':<14}{'artikelen':>10}{'minimum':>9}",
        *(f"{naam:<14}{aantal:>10.1f}{minima[naam] or '-':>9}" for naam, aantal in rapport.leeftijden.items()),
        "",
        f"{'lezer':<14}{'artikelen':>10}{'minimum':>9}",
        *(f"{rol:<14}{rapport.lezers.get(rol, 0):>10}{rapport.dekking.doelgroepen.get(rol, '-'):>9}" for rol in ROLLEN),
    ]


def vakken(rapport: Rapport, artikelen: list[Artikel]) -> list[int]:
    """One row of the table: articles for each age group, then for each reader."""
    groepen = [sum(map(groep.raakt, artikelen)) for groep in rapport.dekking.leeftijden]
    return [*groepen, *(sum(rol in artikel.doelgroep for artikel in artikelen) for rol in ROLLEN)]


def _kolommen(rapport: Rapport) -> list[str]:
    return [*(groep.naam for groep in rapport.dekking.leeftijden), *ROLLEN]


def _onderwerpen(rapport: Rapport) -> list[str]:
    kop = f"{'onderwerp':<28}" + "".join(f"{naam:>{_breed(naam)}}" for naam in _kolommen(rapport))
    rijen = [kop]
    for slug, artikelen in rapport.onderwerpen.items():
        getallen = zip(_kolommen(rapport), vakken(rapport, artikelen), strict=True)
        rijen.append(f"{slug:<28}" + "".join(f"{aantal or '.':>{_breed(naam)}}" for naam, aantal in getallen))
    return rijen


def _breed(naam: str) -> int:
    return max(7, len(naam) + 2)


def _stand(rapport: Rapport) -> list[str]:
    totaal = len(rapport.artikelen)
    return [
        "stand         " + ", ".join(f"{aantal} {naam}" for naam, aantal in sorted(rapport.status.items())),
        *(
            f"aanvullingen  {gemeente}: {aantal} artikelen met, {totaal - aantal} zonder plaatselijke aanvulling"
            for gemeente, aantal in rapport.aanvullingen.items()
        ),
        "",
        f"verloopt binnen {BINNENKORT} dagen: {len(rapport.verloopt) or 'niets'}",
        *(f"  {dag}  {naam}" for dag, naam in rapport.verloopt),
        "",
        "moeilijkst te lezen (Flesch-Douma, 0 moeilijk tot 100 makkelijk):",
        *(f"  {score:5.1f}  {naam}" for score, naam in rapport.taal[:MOEILIJKST]),
    ]


def teken(rapport: Rapport, map_: Path) -> Path:
    """Draw the coverage in this folder and return the picture."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot as plt

    hoogte = 3.0 + 0.2 * len(rapport.onderwerpen)
    figuur, (boven, onder) = plt.subplots(
        2, 1, figsize=(8, hoogte), height_ratios=[2.2, max(hoogte - 3.2, 1)], layout="constrained"
    )
    _teken_leeftijden(boven, rapport)
    _teken_onderwerpen(onder, rapport)
    map_.mkdir(parents=True, exist_ok=True)
    bestand = map_ / "dekking.png"
    figuur.savefig(bestand, dpi=100)
    plt.close(figuur)
    return bestand


def _teken_leeftijden(as_: Any, rapport: Rapport) -> None:
    minima = [groep.minimum for groep in rapport.dekking.leeftijden]
    minima += [rapport.dekking.doelgroepen.get(rol, 0) for rol in ROLLEN]
    waarden = [*rapport.leeftijden.values(), *(rapport.lezers.get(rol, 0) for rol in ROLLEN)]
    plaatsen = range(len(waarden))
    staven = as_.bar(plaatsen, waarden, color="#4a7fb5")
    as_.bar_label(staven, fmt="%.0f", fontsize=8)
    streep = [plaats for plaats in plaatsen if minima[plaats]]
    as_.hlines([minima[p] for p in streep], [p - 0.4 for p in streep], [p + 0.4 for p in streep], color="#b03a2e")
    as_.set_xticks(plaatsen, _kolommen(rapport), fontsize=8)
    as_.set_title(f"{len(rapport.artikelen)} artikelen; de rode streep is het minimum", fontsize=10)
    as_.spines[["top", "right"]].set_visible(False)


def _teken_onderwerpen(as_: Any, rapport: Rapport) -> None:
    rijen = [vakken(rapport, artikelen) for artikelen in rapport.onderwerpen.values()]
    as_.imshow(rijen, cmap="Blues", aspect="auto", vmin=0)
    for y, rij in enumerate(rijen):
        for x, aantal in enumerate(rij):
            if aantal:
                as_.text(x, y, aantal, ha="center", va="center", fontsize=6, color="white" if aantal > 3 else "black")
    as_.set_xticks(range(len(_kolommen(rapport))), _kolommen(rapport), fontsize=8)
    as_.tick_params(top=True, labeltop=True, bottom=False, labelbottom=False)
    as_.set_yticks(range(len(rijen)), list(rapport.onderwerpen), fontsize=7)
