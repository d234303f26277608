"""The model in words for a reviewer: from which weight it speaks, what it learnt from, with examples of both sides."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from assistant.gate.danger_net import NETWERK, Netwerk
from assistant.gate.danger_training import DATA, instelling, lees_berichten, vingerafdruk

GRENS = re.compile(r"^(\w+): (-?[\d.]+) +# (.+)$", re.M)
VOORBEELDEN = 3


def model_in_markdown() -> Iterator[str]:
    """What the model is and does, and what it learnt to leave alone."""
    model, (gevaar, veilig) = instelling(), _berichten()
    aantal = sum(map(len, gevaar.values()))
    yield (
        f"Naast de regels leest een model mee (versie {model.versie}, {model.status}, eigenaar: {model.eigenaar}). Het weegt "
        "alle woorden van een bericht en geeft een getal: hoe hoger, hoe meer het op gevaar lijkt. Dezelfde tekst geeft altijd "
        f"hetzelfde getal. Het leerde van {aantal} berichten met gevaar en {sum(map(len, veilig.values()))} berichten die erop "
        "lijken, en van gewone vragen uit de kennisbank. Al die berichten zijn voor dit doel geschreven; er is geen bericht van "
        "een bezoeker bij. Het ernstigste van regels en model telt."
    )
    yield _over_netwerk()
    yield "De grenzen staan in `nlu_data/gevaar/model.yml`:"
    tekst = (DATA / "model.yml").read_text(encoding="utf-8")
    rijen = [f"| {naam.replace('_', ' ')} | {waarde} | {uitleg} |" for naam, waarde, uitleg in GRENS.findall(tekst)]
    yield "\n".join(["| grens | waarde | betekent |", "|---|---|---|", *rijen])
    yield "Hier leerde het model dat het geen gevaar is:"
    yield "\n".join(
        f"- {naam.replace('_', ' ')} ({len(zinnen)} berichten), zoals: {_citeer(zinnen, 2)}"
        for naam, zinnen in sorted(veilig.items())
    )


def _over_netwerk() -> str:
    """What reads beside the words, and whether its messages have changed since it learnt."""
    geleerd = Netwerk.open(DATA / NETWERK).geleerd
    nu = (
        "Sindsdien zijn de berichten hetzelfde."
        if geleerd["vingerafdruk"] == vingerafdruk()
        else "**Sindsdien zijn er berichten veranderd: alleen de gewogen woorden kennen die al ([opnieuw leren](netwerk.md)).**"
    )
    return (
        "Een klein netwerk leest mee: het kijkt niet alleen welke woorden er staan, maar ook in welke volgorde. Het maakt geen "
        "tekst, en wat het vindt telt voor een klein deel mee in het getal. Het leerde op "
        f"{geleerd['datum']} van {geleerd['berichten']} berichten, gewone vragen meegeteld. {nu}"
    )


def van_categorie(naam: str) -> Iterator[str]:
    """What the model learnt from for this category."""
    zinnen = _berichten()[0].get(naam, ())
    yield "**Het model**"
    if not zinnen:
        yield "Het model leerde deze soort niet apart. Alleen de regels wijzen haar aan."
        return
    yield f"Het model leerde van {len(zinnen)} berichten van deze soort, zoals:"
    yield "\n".join(f"- {zin}" for zin in _kies(zinnen, VOORBEELDEN))


@cache
def _berichten() -> tuple[Mapping[str, Sequence[str]], Mapping[str, Sequence[str]]]:
    """The messages by our own category, and the look-alikes by kind."""
    gevaar, veilig, eigen = defaultdict(list), defaultdict(list), instelling().categorieen
    for bericht in lees_berichten(sorted(DATA.glob("*.jsonl"))):
        soort = str(bericht.category)
        if bericht.urgency:
            gevaar[eigen.get(soort, soort)].append(bericht.text)
        else:
            veilig[soort].append(bericht.text)
    return gevaar, veilig


def _kies(zinnen: Sequence[str], aantal: int) -> list[str]:
    """A few, spread over the writers."""
    stap = max(1, len(zinnen) // aantal)
    return [" ".join(zin.split()) for zin in zinnen[::stap][:aantal]]


def _citeer(zinnen: Sequence[str], aantal: int) -> str:
    return " / ".join(f'"{zin}"' for zin in _kies(zinnen, aantal))
