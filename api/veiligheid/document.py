"""docs/veiligheid.md: below its mark made from the rule files, the replies and the model, for who reviews and signs them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from api.live import regelbestanden, vaste_teksten
from api.settings import ROOT
from api.veiligheid.model_text import model_in_markdown, van_categorie
from api.veiligheid.reply_text import Antwoorden, antwoord_in_markdown, overige_teksten, tabel
from api.veiligheid.rules import regelversie
from api.veiligheid.scores import in_markdown, lees_scores
from assistant.gate.danger_training import instelling
from assistant.gate.replies import antwoordboek
from assistant.gate.rulefiles import Categorieen, Omstandigheden, Regel, Regelbestand, lees
from assistant.gate.urgency import REGELS

DOCUMENT = ROOT / "docs/veiligheid.md"
MERK = "<!-- Hieronder gemaakt door `voordeur gevaar document`. Verander de bestanden, niet deze tekst. -->"


@dataclass(frozen=True)
class Bron:
    """A rule and the file in which it stands."""

    regel: Regel
    bestand: str


def bijgewerkt(document: Path = DOCUMENT) -> str:
    """The whole document as it should be: the written part as it is, the rest made anew."""
    geschreven, _, _ = document.read_text(encoding="utf-8").partition(MERK)
    return f"{geschreven.rstrip()}\n\n{MERK}\n\n" + "\n\n".join(_delen()) + "\n"


def is_actueel(document: Path = DOCUMENT) -> bool:
    """Whether the document says what the files say."""
    return document.read_text(encoding="utf-8") == bijgewerkt(document)


def schrijf(document: Path = DOCUMENT) -> None:
    """Bring the document up to date."""
    document.write_text(bijgewerkt(document), encoding="utf-8")


def _delen() -> Iterator[str]:
    bronnen = [Bron(regel, pad.name) for pad in regelbestanden() for regel in lees(pad, Regelbestand).regels]
    omstandig = {
        naam: deel.omschrijving
        for naam, deel in lees(REGELS / "_omstandigheden.yml", Omstandigheden).omstandigheden.items()
    }
    antwoorden = Antwoorden.laad()
    yield "## Ondertekenblad"
    yield from _ondertekenblad(bronnen)
    yield "## Laatst gemeten"
    yield from in_markdown(lees_scores())
    yield "## Het model naast de regels"
    yield from model_in_markdown()
    yield "## De soorten gevaar"
    yield "De volgorde telt: zijn twee signalen even ernstig, dan gaat de bovenste voor."
    for naam, uitleg in lees(REGELS / "_categorieen.yml", Categorieen).categorieen.items():
        yield from _categorie(naam, uitleg, bronnen, omstandig, antwoorden)
    yield "## De antwoorden"
    for antwoord in antwoordboek().antwoorden:
        yield from antwoord_in_markdown(antwoord, antwoorden)
    yield from overige_teksten(antwoorden)


def _ondertekenblad(bronnen: list[Bron]) -> Iterator[str]:
    model = instelling()
    yield f"Merk van alle regels samen: `{regelversie()}`. Een ander merk betekent dat er een regel veranderd is."
    regels = [
        "| wat | status nu | versie | eigenaar | ondertekend door (functie) | datum |",
        "|---|---|---|---|---|---|",
    ]
    for bron in bronnen:
        deel = bron.regel
        regels.append(f"| regel `{deel.id}` | {deel.status} | {deel.versie} | {deel.eigenaar} | | |")
    regels.append(f"| het model | {model.status} | {model.versie} | {model.eigenaar} | | |")
    boek = antwoordboek()
    for antwoord in boek.antwoorden:
        regels.append(
            f"| antwoord `{antwoord.id}` | {antwoord.status} | {antwoord.nagekeken_op} | {antwoord.eigenaar} | | |"
        )
    namen = ("vaste zinnen", "noodtekst", "antwoorden in andere talen")
    for naam, tekst in zip(namen, vaste_teksten()[len(boek.antwoorden) :], strict=True):
        regels.append(f"| {naam} | {tekst.status} | {tekst.nagekeken_op} | {tekst.eigenaar} | | |")
    yield "\n".join(regels)


def _categorie(
    naam: str, uitleg: str, bronnen: list[Bron], omstandig: Mapping[str, str], antwoorden: Antwoorden
) -> Iterator[str]:
    yield f"### {naam.replace('_', ' ').capitalize()}"
    yield uitleg
    eigen = [bron for bron in bronnen if bron.regel.categorie == naam]
    for bron in eigen:
        yield from _regel(bron, omstandig)
    ook = [
        f"- `{bron.regel.id}` (staat bij {bron.regel.categorie.replace('_', ' ')}), als een {rol} schrijft"
        for bron in bronnen
        for rol, ander in bron.regel.per_rol.items()
        if ander == naam
    ]
    if ook:
        yield "Regels die hier ook bij kunnen horen:"
        yield "\n".join(ook)
    yield from van_categorie(naam)
    yield "**Wat er wordt geantwoord**"
    yield tabel(naam, antwoorden)


def _regel(bron: Bron, omstandig: Mapping[str, str]) -> Iterator[str]:
    regel = bron.regel
    yield f"#### Regel `{regel.id}`"
    yield regel.omschrijving
    yield "\n".join(_eigenschappen(regel, omstandig))
    yield "Hier slaat de regel aan:"
    yield "\n".join(f"- {zin}" for zin in regel.voorbeelden.wel)
    yield "Hier niet:"
    yield "\n".join(f"- {zin}" for zin in regel.voorbeelden.niet)
    yield _uitklap(f"Waar deze regel precies naar zoekt ({bron.bestand})", list(_patronen(regel)))


def _eigenschappen(regel: Regel, omstandig: Mapping[str, str]) -> Iterator[str]:
    yield f"- Niveau: `{regel.niveau}`, versie {regel.versie}, {regel.status}, eigenaar: {regel.eigenaar}"
    for naam, niveau in regel.verhoog.items():
        yield f"- Wordt `{niveau}` bij: {_klein(omstandig[naam])}"
    for rol, ander in regel.per_rol.items():
        yield f"- Schrijft een {rol}, dan hoort het bij: {ander.replace('_', ' ')}"
    for naam in regel.tenzij:
        yield f"- Zwijgt bij: {_klein(omstandig[naam])}"
    if regel.zonder_model:
        yield "- Het model weegt hier niet over mee: een codewoord of een andere taal"
    elif regel.vast:
        yield "- Vaste regel: zo duidelijk gezegd dat het model er hooguit eerst een vraag van maakt"
    if not regel.ontkenning:
        yield '- Een "niet" vlak bij de woorden haalt het alarm niet weg'
    if regel.drempel:
        yield f"- Telt losse woorden bij elkaar op en slaat aan vanaf {regel.drempel} punten"


def _patronen(regel: Regel) -> Iterator[str]:
    for punten, woorden in sorted(regel.punten.items(), reverse=True):
        yield f"{punten} punten: {woorden}"
    yield from (f"wel:  {patroon}" for patroon in regel.wel)
    yield from (f"niet: {patroon}" for patroon in regel.niet)


def _uitklap(kop: str, regels: list[str]) -> str:
    return f"<details><summary>{kop}</summary>\n\n" + "\n".join(f"    {regel}" for regel in regels) + "\n\n</details>"


def _klein(tekst: str) -> str:
    return tekst[:1].lower() + tekst[1:]
