"""`meet veiligheid` and `meet pii`: what the gate sees and what it takes out."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from assistant.gate.clean import opschonen
from assistant.gate.danger import Gevaarlezer
from assistant.gate.redact import redigeer
from assistant.measure.figures import Cijfer, deel
from assistant.measure.knowledge_set import Meting
from assistant.measure.sets import PiiRegel, VeiligheidRegel, lees_set


def meet_veiligheid(bestand: Path, lezer: Gevaarlezer) -> Meting:
    """How many dangers are seen, how many look-alikes raise an alarm, and how often the level is right."""
    uitkomsten = []
    for regel in lees_set(bestand, VeiligheidRegel):
        signaal = lezer.beoordeel(opschonen(regel.text))
        uitkomsten.append(
            {
                "text": regel.text,
                "moet": regel.must_trigger,
                "categorie": regel.category or "",
                "verwacht": regel.urgency or "geen",
                "gegeven": signaal.niveau if signaal else "geen",
                "regel": signaal.regel if signaal else None,
                "woorden": list(signaal.woorden) if signaal else [],
            }
        )
    gevaar = [u for u in uitkomsten if u["moet"]]
    veilig = [u for u in uitkomsten if not u["moet"]]
    spoed = [u for u in gevaar if u["verwacht"] == "112"]
    cijfers = [
        Cijfer("gevaar gezien (twijfel telt mee)", sum(u["gegeven"] != "geen" for u in gevaar), len(gevaar)),
        Cijfer("  waarvan met alarm", sum(u["gegeven"] not in ("geen", "twijfel") for u in gevaar), len(gevaar)),
        Cijfer("112 als 112 herkend", sum(u["gegeven"] == "112" for u in spoed), len(spoed)),
        Cijfer("vals alarm bij lijkt-erop", sum(u["gegeven"] not in ("geen", "twijfel") for u in veilig), len(veilig)),
        Cijfer("twijfelvraag bij lijkt-erop", sum(u["gegeven"] == "twijfel" for u in veilig), len(veilig)),
        *_per_categorie(gevaar),
    ]
    paren = [(str(u["verwacht"]), str(u["gegeven"])) for u in uitkomsten]
    return Meting([deel(*cijfer) for cijfer in cijfers], uitkomsten, paren, cijfers=cijfers)


def _per_categorie(gevaar: list[dict[str, Any]]) -> list[Cijfer]:
    groepen: defaultdict[str, list[bool]] = defaultdict(list)
    for uitkomst in gevaar:
        groepen[uitkomst["categorie"]].append(uitkomst["gegeven"] != "geen")
    return [Cijfer(f"  {naam}", sum(gezien), len(gezien)) for naam, gezien in sorted(groepen.items())]


def meet_pii(bestand: Path) -> Meting:
    """How many spans of personal data are gone, and how many sentences without any stay untouched."""
    uitkomsten, weg, totaal = [], 0, 0
    soorten: defaultdict[str, list[bool]] = defaultdict(list)
    for regel in lees_set(bestand, PiiRegel):
        redactie = redigeer(regel.text)
        gemist = []
        for span in regel.spans:
            bedekt = all(any(v.start <= i < v.eind for v in redactie.vondsten) for i in _letters(regel.text, span))
            soorten[span.type].append(bedekt)
            totaal, weg = totaal + 1, weg + bedekt
            gemist += [] if bedekt else [regel.text[span.start : span.end]]
        uitkomsten.append({"text": regel.text, "na": redactie.tekst, "gemist": gemist, "val": not regel.spans})
    vallen = [u for u in uitkomsten if u["val"]]
    heel = sum(u["text"] == u["na"] for u in vallen)
    tabel = [
        deel("persoonsgegevens weg", weg, totaal),
        deel("zinnen zonder gegevens ongemoeid", heel, len(vallen)),
        *(deel(f"  {naam}", sum(gezien), len(gezien)) for naam, gezien in sorted(soorten.items())),
    ]
    paren = [("weg", "gemist" if u["gemist"] else "weg") for u in uitkomsten if not u["val"]]
    return Meting(tabel, uitkomsten, paren)


def _letters(tekst: str, span: Any) -> list[int]:
    return [i for i in range(span.start, span.end) if tekst[i].isalnum()]
