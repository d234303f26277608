"""`meet veiligheid` and `meet pii`: what the gate sees and what it takes out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.gate.clean import opschonen
from assistant.gate.danger import Gevaarlezer
from assistant.gate.namelist import namenlijst
from assistant.gate.redact import Vondst, redigeer
from assistant.gate.words import vouwen
from assistant.measure.curve import kromme
from assistant.measure.figures import Cijfer, deel
from assistant.measure.knowledge_set import Meting
from assistant.measure.sets import PiiRegel, Span, VeiligheidRegel, lees_set

_woord = re.compile(r"[^\W_]+")


def meet_veiligheid(bestand: Path, lezer: Gevaarlezer) -> Meting:
    """How many dangers are seen, how many look-alikes raise an alarm, and how often the level is right."""
    uitkomsten, gelezen = [], []
    for regel in lees_set(bestand, VeiligheidRegel):
        lezing = lezer.lees(opschonen(regel.text))
        gelezen.append((regel.must_trigger, lezing))
        signaal = lezing.signaal
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
    punten = kromme(gelezen, lezer) if gevaar and veilig else []
    return Meting([deel(*cijfer) for cijfer in cijfers], uitkomsten, paren, cijfers=cijfers, kromme=punten)


def _per_categorie(gevaar: list[dict[str, Any]]) -> list[Cijfer]:
    groepen: defaultdict[str, list[bool]] = defaultdict(list)
    for uitkomst in gevaar:
        groepen[uitkomst["categorie"]].append(uitkomst["gegeven"] != "geen")
    return [Cijfer(f"  {naam}", sum(gezien), len(gezien)) for naam, gezien in sorted(groepen.items())]


def meet_pii(bestand: Path) -> Meting:
    """How many spans of personal data are gone, and how many sentences without any stay untouched.

    A span is gone when all its letters are, or when only words for a relative are left of it ("oma [naam]"): those say
    nothing about who it is, and much about what is asked.
    """
    uitkomsten, weg, totaal = [], 0, 0
    soorten: defaultdict[str, list[bool]] = defaultdict(list)
    for regel in lees_set(bestand, PiiRegel):
        redactie = redigeer(regel.text)
        gemist = []
        for span in regel.spans:
            bedekt = _is_weg(regel.text, span, redactie.vondsten)
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


def _is_weg(tekst: str, span: Span, vondsten: Sequence[Vondst]) -> bool:
    """Whether every letter of the span is in a find; a whole word for a relative may stay where the rest is gone."""
    bedekt = {plek for vondst in vondsten for plek in range(vondst.start, vondst.eind)}
    woorden = [(woord[0], set(range(*woord.span()))) for woord in _woord.finditer(tekst, span.start, span.end)]
    rest = [woord for woord, plekken in woorden if not plekken <= bedekt]
    gespaard = [woord for woord, plekken in woorden if plekken.isdisjoint(bedekt) and vouwen(woord) in _verwanten()]
    return rest == gespaard and (not rest or len(rest) < len(woorden))


def _verwanten() -> frozenset[str]:
    return namenlijst().verzamelingen["verwanten"]
