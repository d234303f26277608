"""The consult as a form and as lines to read. Every field is called `consult_...` on the page: it asks other things than the
aanmelding does under the same name."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from api.consult.recognisable import herkenbaar_in
from api.consult.schemas import FUNCTIES, URGENTIES, ConsultVelden
from api.pages.fields import Regel, Veld, label
from api.pages.forms import Formulier
from api.pages.texts import teksten
from knowledge.base import Kennisbank
from knowledge.models import Gemeente

VOOR = "consult_"
ANDERS = "consultatie"  # the topic of who finds none of the others
VRAAG = (
    Veld("consult_onderwerp", "lijst", verplicht=True),
    Veld("consult_urgentie", "een", verplicht=True, opties=URGENTIES),
    Veld("consult_zin", "regel"),
)
JIJ = (
    Veld("consult_functie", "lijst", verplicht=True, opties=FUNCTIES),
    Veld("consult_organisatie", "regel", verplicht=True, autocomplete="organization"),
    Veld("consult_kern", "lijst"),
    Veld("consult_naam", "regel", verplicht=True, autocomplete="name"),
    Veld("consult_telefoon", "tel", verplicht=True, autocomplete="tel"),
    Veld("consult_bereikbaar", "regel"),
)
ALLE = (*VRAAG, *JIJ)


def lees(formulier: Formulier) -> dict[str, str]:
    """What was filled in, by the names of the API; what is empty is left out."""
    gelezen = {veld.id.removeprefix(VOOR): formulier.een(veld.id) for veld in ALLE}
    return {naam: waarde for naam, waarde in gelezen.items() if waarde}


def keur(velden: dict[str, str], gemeente: Gemeente, kennis: Kennisbank) -> dict[str, str]:
    """What is not right yet, by field of the page in its order, in words that help; empty when it can be sent."""
    fouten: dict[str, str] = {}
    try:
        ConsultVelden.model_validate(velden)
    except ValidationError as fout:
        fouten = {str(deel["loc"][0]): _uitleg(str(deel["loc"][0]), deel["type"]) for deel in fout.errors()}
    if velden.get("onderwerp") and velden["onderwerp"] not in kennis.onderwerpen:
        fouten["onderwerp"] = _uitleg("onderwerp", "")
    if velden.get("kern") and velden["kern"] not in {kern.id for kern in gemeente.kernen}:
        fouten["kern"] = _uitleg("kern", "")
    weg = haal_weg(velden.get("zin", ""))
    fouten |= {"zin": weg} if weg else {}
    return {veld.id: fouten[naam] for veld in ALLE if (naam := veld.id.removeprefix(VOOR)) in fouten}


def haal_weg(zin: str) -> str:
    """Which words of the line a child could be known by, as a friendly question; empty when there are none."""
    t = teksten()
    stukken = [
        t("consult.haal_weg_stuk", stuk=deel.stuk.strip(), soort=t.keuze("consult_soort", deel.soort))
        for deel in herkenbaar_in(zin)
    ]
    return t("consult.haal_weg", stukken=", ".join(stukken)) if stukken else ""


def _uitleg(naam: str, soort: str) -> str:
    if soort == "string_too_long":
        return teksten()("formulier.fout_te_lang")
    return teksten().zinnen.get(f"consult_fout.{naam}") or teksten()("formulier.fout_anders")


def opties(gemeente: Gemeente) -> dict[str, list[tuple[str, str]]]:
    """What can be chosen, as value and label; topics stand by theme, see `onderwerpen_per_thema`."""
    zelf = {veld.id: [(waarde, teksten().keuze(veld.id, waarde)) for waarde in veld.opties] for veld in ALLE}
    return zelf | {"consult_kern": [(kern.id, kern.naam) for kern in gemeente.kernen]}


def onderwerpen_per_thema(kennis: Kennisbank) -> dict[str, list[tuple[str, str]]]:
    """Every topic with what it is about, under its theme."""
    per_thema: dict[str, list[tuple[str, str]]] = {}
    for slug, onderwerp in kennis.onderwerpen.items():
        if slug != ANDERS:
            per_thema.setdefault(teksten().keuze("thema", onderwerp.thema), []).append((slug, onderwerp.omschrijving))
    return per_thema


def regels(velden: dict[str, Any], gemeente: Gemeente, kennis: Kennisbank) -> list[Regel]:
    """The consult as lines: question and, word for word, the answer."""
    gevonden = ((veld.id, velden.get(veld.id.removeprefix(VOOR))) for veld in ALLE)
    return [Regel(naam, label(naam), _in_woorden(naam, w, gemeente, kennis)) for naam, w in gevonden if w]


def _in_woorden(naam: str, waarde: str, gemeente: Gemeente, kennis: Kennisbank) -> str:
    if naam == "consult_kern":
        return next((kern.naam for kern in gemeente.kernen if kern.id == waarde), waarde)
    if naam == "consult_onderwerp":
        return onderwerp_in_woorden(waarde, kennis)
    return teksten().keuze(naam, waarde) if naam in ("consult_functie", "consult_urgentie") else waarde


def onderwerp_in_woorden(slug: str, kennis: Kennisbank) -> str:
    """What a topic is about, as the list says it."""
    bekend = kennis.onderwerpen.get(slug)
    return teksten().zinnen.get(f"consult_onderwerp.{slug}") or (bekend.omschrijving if bekend else slug)
