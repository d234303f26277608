"""A small kennisbank made in memory, and a situation to put an action in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.context import Gereedschap, Situatie
from actions.kaarten import Kaart, Tekst
from actions.texts import Teksten
from knowledge.base import Kennisbank
from knowledge.current import KennisHouder
from knowledge.models import Artikel, Gemeente, Hulplijn, Onderwerp, Rol
from knowledge.searching import Treffer

DAG = date(2026, 11, 22)
MAANDAG = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
ZONDAG = datetime(2026, 11, 22, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
KOPPEN = ("Wat is gewoon", "Wat je vandaag kunt doen", "Liever niet", "Wanneer hulp", "In de buurt")
ONDERWERPEN = {
    "slapen": "baby-en-peuter", "pesten": "school", "eten": "baby-en-peuter", "wachttijd": "hulp-regelen",
    "pgb": "hulp-regelen", "jgt": "hulp-regelen", "steun-in-de-buurt": "buurt", "consultatie": "hulp-regelen",
}  # fmt: skip


def artikel(
    adres: str,
    *vragen: str,
    titel: str,
    vervolg: Sequence[tuple[str, str]] = (),
    lezers: Sequence[Rol] = ("ouder",),
    status: str = "gepubliceerd",
    verloopt: date = date(2027, 11, 22),
) -> Artikel:
    """An article with the usual headings."""
    return Artikel.model_validate(
        {
            "id": adres, "titel": titel, "onderwerp": adres.split("/", maxsplit=1)[0], "doelgroep": lezers,
            "leeftijd": {"van": 0, "tot": 23}, "kort": f"Kort over {vragen[0]}.", "vragen": vragen,
            "vervolg": [{"vraag": vraag, "artikel": naar} for vraag, naar in vervolg],
            "bronnen": [{"titel": "Bron", "uitgever": "NJi", "url": "https://voorbeeld.nl/", "gezien_op": DAG}],
            "eigenaar": "redactie", "nagekeken_op": DAG, "verloopt_op": verloopt, "versie": 1, "status": status,
            "blokken": [{"kop": kop, "tekst": f"{kop} bij {titel}: bel {{hulplijn:112}} of {{team:telefoon}}."} for kop in KOPPEN],
        }
    )  # fmt: skip


VERVOLG = [
    ("Wat als hij eng droomt?", "slapen/dromen"),
    ("Bestaat dit?", "slapen/weg"),
    ("En eten?", "eten/groente"),
    ("En school?", "pesten/op-school"),
]
SLAPEN = artikel(
    "slapen/uit-bed",
    "mijn peuter komt steeds uit bed",
    "hij slaapt niet door",
    "elke avond gehuil bij bedtijd",
    titel="Mijn kind komt uit bed",
    vervolg=VERVOLG,
)
DROMEN = artikel(
    "slapen/dromen", "ze droomt eng en wordt gillend wakker", "nachtmerries", "bang in het donker", titel="Enge dromen"
)
PESTEN = artikel(
    "pesten/op-school",
    "mijn kind wordt gepest op school",
    "klasgenoten sluiten hem buiten",
    "uitgelachen in de klas",
    titel="Gepest op school",
)
ETEN = artikel(
    "eten/groente",
    "ze lust geen groente",
    "strijd aan tafel om het eten",
    "hij eet alleen brood",
    titel="Moeilijke eter",
)
WACHTTIJD = artikel(
    "wachttijd/hoe-lang", "hoe lang moet ik wachten op hulp", titel="Hoe lang duurt het?", status="concept"
)
JGT = artikel("jgt/wat-is-het", "wat doet het jeugd- en gezinsteam", "wie zijn jullie", titel="Wat is het JGT?")
PGB = artikel("pgb/oud", "wat is een pgb", "persoonsgebonden budget", titel="Pgb", verloopt=date(2026, 1, 1))
ARTIKELEN = [SLAPEN, DROMEN, PESTEN, ETEN, WACHTTIJD, JGT, PGB]


def _lijn(lijn_id: str, naam: str, *kanalen: dict[str, Any]) -> Hulplijn:
    herkomst = {"status": "verified", "gezien_op": DAG}
    velden = {"id": lijn_id, "naam": naam, "gebruik": "Om te bellen.", "voor_wie": ["inwoner"], "kanalen": kanalen}
    return Hulplijn.model_validate(velden | {"herkomst": herkomst})


ALTIJD = {"altijd": True}
MAANDAGS = {"tijden": [{"dagen": ["ma"], "van": "11:00", "tot": "21:00"}]}
HULPLIJNEN = [
    _lijn("112", "Alarmnummer 112", {"soort": "telefoon", "waarde": "112", "gratis": True, "bereikbaar": ALTIJD}),
    _lijn(
        "veilig-thuis",
        "Veilig Thuis",
        {"soort": "telefoon", "waarde": "0800-0", "bereikbaar": ALTIJD},
        {"soort": "chat", "waarde": "https://chat.voorbeeld.nl"},
    ),
    _lijn(
        "kindertelefoon",
        "De Kindertelefoon",
        {"soort": "chat", "waarde": "https://kind.voorbeeld.nl", "bereikbaar": MAANDAGS},
    ),
]
KANTOOR = {"tijden": [{"dagen": ["ma", "di", "wo", "do", "vr"], "van": "08:30", "tot": "17:00"}]}
GEMEENTE = Gemeente.model_validate(
    {
        "id": "dam", "naam": "Dam", "telefoon": "000-dam", "demo": True, "bereikbaar": KANTOOR,
        "kernen": [{"id": "oost", "naam": "Oosteind", "team": "jgt-oost"}, {"id": "west", "naam": "Westeind", "team": "jgt-west"}],
        "teams": [{"id": "jgt-oost", "naam": "JGT Oost", "bereikbaar": {"altijd": True}}, {"id": "jgt-west", "naam": "JGT West"}],
        "sociale_kaart": [
            {"id": plek, "naam": plek.title(), "soort": "inloop", "omschrijving": f"Over {plek}.", "onderwerpen": onderwerpen,
             "kernen": kernen, "minimum_age": van, "maximum_age": tot, "assured_date": DAG}
            for plek, onderwerpen, kernen, van, tot in [
                ("slaapcursus", ["slapen"], [], 0, 4),
                ("peutergroep", ["slapen", "eten"], ["oost"], 0, 4),
                ("maatje", ["steun-in-de-buurt"], [], 0, 99),
                ("oudercafe", ["steun-in-de-buurt"], ["oost"], 0, 99),
            ]
        ],
    }
)  # fmt: skip
STAL = GEMEENTE.model_copy(update={"id": "stal", "naam": "Stal", "telefoon": None, "sociale_kaart": (), "demo": False})


def kleine_kennis(*, artikelen: Sequence[Artikel] = tuple(ARTIKELEN)) -> Kennisbank:
    """The kennisbank of these tests, on 22 November 2026."""
    return Kennisbank(
        onderwerpen={s: Onderwerp(slug=s, thema=t, omschrijving=s) for s, t in ONDERWERPEN.items()},
        artikelen={a.id: a for a in artikelen},
        hulplijnen={lijn.id: lijn for lijn in HULPLIJNEN},
        gemeenten={gemeente.id: gemeente for gemeente in (GEMEENTE, STAL)},
        gelezen_op=DAG,
    )


KENNIS = kleine_kennis()
TEKSTEN = Teksten.laad()
GEREEDSCHAP = Gereedschap(KennisHouder(kennis=KENNIS), TEKSTEN)


def vind(*paren: tuple[Artikel, float], gelijkenis: float = 0.5, buiten: float = 0.0) -> Kennisbank:
    """A kennisbank whose search always gives these articles with these scores."""
    treffers = [Treffer(gevonden, score, gelijkenis, buiten) for gevonden, score in paren]

    class Vast(Kennisbank):
        def zoek(self, vraag: str, **_: Any) -> list[Treffer]:
            return treffers

    return Vast(**{naam: getattr(KENNIS, naam) for naam in KENNIS.__dataclass_fields__})


def situatie(
    tekst: str = "",
    *,
    intent: str = "vraag",
    kennis: Kennisbank = KENNIS,
    nu: datetime = MAANDAG,
    gemeente: Gemeente = GEMEENTE,
    kiem: str = "",
    alleen_feiten: bool = False,
    noemt_leeftijd: bool = False,
    noemt_kern: bool = False,
    **slots: Any,
) -> Situatie:
    """One beurt in gemeente Dam on a Monday morning, with these slots."""
    feiten = (alleen_feiten, noemt_leeftijd, noemt_kern)
    return Situatie(kennis, TEKSTEN, gemeente, nu, slots, tekst, intent, 0.9, kiem, *feiten)


def tracker(tekst: str = "", *, intent: str = "vraag", metadata: dict[str, Any] | None = None, **slots: Any) -> Tracker:
    """The tracker that rasa-sdk would hand to an action."""
    meta = {"gemeente": "dam", "nu": MAANDAG.isoformat(), "kiem": "g:1"} if metadata is None else metadata
    bericht = {"text": tekst, "intent": {"name": intent, "confidence": 0.8}, "metadata": meta, "entities": []}
    return Tracker("gesprek", slots, bericht, [], False, None, {}, "action_listen")


def ids(kaarten: Sequence[Kaart]) -> list[str]:
    """What a reply is made of: the id of every text, the kind of every other card."""
    return [(k.id or "tekst") if isinstance(k, Tekst) else getattr(k, "soort", "") for k in kaarten]


def keuzes(kaarten: Sequence[Kaart]) -> list[str]:
    """The values of all buttons."""
    return [keuze.keuze for kaart in kaarten for keuze in getattr(kaart, "keuzes", [])]


def dispatcher() -> CollectingDispatcher:
    """What an action speaks to."""
    return CollectingDispatcher()
