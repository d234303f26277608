"""The word lists that tell a name, a school or a street from another word, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property, lru_cache
from pathlib import Path

from assistant.gate.rulefiles import lees
from assistant.gate.words import vouwen
from knowledge.models import Model, Zin

HIER = Path(__file__).parent
NAMEN, SCHOLEN = HIER / "namen.yml", HIER / "scholen.yml"
AANSPREKEN, GEEN_PERSONEN, BEKEND = HIER / "aanspreken.yml", HIER / "geen_personen.yml", HIER / "bekend.yml"
WERELD = HIER / "wereld.yml"
GEWONE_WOORDEN, WOORDENBOEK = HIER / "gewone_woorden.txt", HIER / "woordenboek.txt"
BEKENDE_SOORTEN = (
    "ziekten", "figuren", "bekende_mensen", "merken", "organisaties", "clubs", "middelen", "plaatsen", "talen"
)  # fmt: skip
KORTSTE_DEEL, LANGSTE_WOORD = 3, 40
TUSSENLETTERS = ("", "s", "en", "e")
UITGANGEN = ("jes", "tje", "ten", "den", "ers", "ing", "je", "te", "de", "en", "er", "st", "e", "s", "t", "n", "d")


class Namen(Model):
    """namen.yml: each list is a row of words, `uitdrukkingen` a row of phrases that hold a name and are none."""

    titels: Zin
    rollen: Zin
    familie: Zin
    tussenvoegsels: Zin
    groeten: Zin
    afsluiters: Zin
    werkwoorden: Zin
    voorwerkwoorden: Zin
    voegwoorden: Zin
    onbepaald: Zin
    bepaald: Zin
    plaatsvoorzetsels: Zin
    eigen: Zin
    opvulling: Zin
    taal: Zin
    ziektes: Zin
    naamwoorden: Zin
    noemwoorden: Zin
    geen_persoon: Zin
    leeftijden: Zin
    jaren: Zin
    geen_leeftijd: Zin
    voorzetsels: Zin
    bezittelijk: Zin
    ouderwoorden: Zin
    seizoenen: Zin
    maandnamen: Zin
    koppelwoorden: Zin
    vage_schoolwoorden: Zin
    slotwoorden: Zin
    plaatswoorden: Zin
    aangrenzend: Zin
    naambijvoeglijk: Zin
    zitten: Zin
    heilig: Zin
    lidwoorden: Zin
    arabisch: Zin
    afkortingen: Zin
    plaatsvoegsels: Zin
    schoolwoorden: Zin
    schoolnamen: Zin
    alledaags: Zin
    schoolachter: Zin
    schoolsporen: Zin
    geen_school: Zin
    dubbelzinnig: Zin
    hoofdletter: Zin
    geen_naam: Zin
    geen_straat: Zin
    uitdrukkingen: tuple[Zin, ...]
    voornamen: Zin
    achternamen: Zin


class Scholen(Model):
    """scholen.yml: what tells the name of a school from a tree, a village or a drawing."""

    soorten: Zin
    gezindten: Zin
    losse_soorten: Zin
    sporen: Zin
    spoorbegin: Zin
    spooreind: Zin
    kindwoorden: Zin
    schoolwerkwoorden: Zin
    schoolparen: Zin
    ziekenhuisnamen: Zin
    ziekenhuiswoorden: Zin
    schooldaden: Zin
    afbeeldingen: Zin
    schoolnamen: Zin
    alledaags: Zin
    geen_scholen: Zin
    sint_plaatsen: Zin
    niet_achter_sint: Zin


class Aanspreken(Model):
    """aanspreken.yml: titles, relatives, and names that are also a little word."""

    titels: Zin
    rollen: Zin
    afkortingen: Zin
    adel: Zin
    dubbelnamen: Zin
    verwanten: Zin
    familie: Zin
    woordnamen: Zin
    na_woordnaam: Zin
    buurtwoorden: Zin
    straattitels: Zin
    straatvoegsels: Zin
    voornamen: Zin
    hoofdletter: Zin


class GeenPersonen(Model):
    """geen_personen.yml: names of shops, methods, games and sayings."""

    dingen: Zin
    winkels: Zin
    winkelwoorden: Zin
    winkelvoorzetsels: Zin
    geen_antwoord: Zin
    kledingwoorden: Zin
    cursuswoorden: Zin
    vergoedwoorden: Zin
    methodes: Zin
    methodewoorden: Zin
    spelen: Zin
    speelwoorden: Zin
    spelers: Zin
    niet_voor_spel: Zin
    mijlpalen: Zin
    mijlpaalwoorden: Zin
    geen_straat: Zin
    dienstnummers: Zin
    achter_apenstaart: Zin
    dingsporen: tuple[Zin, ...]
    uitdrukkingen: tuple[Zin, ...]


class Bekend(Model):
    """bekend.yml: what has a name and is nobody in the writer's life, and the words that say so."""

    soort_ervoor: Zin
    artiesten: Zin
    soorteinden: Zin
    sportwoorden: Zin
    dingeinden: Zin
    engels: Zin
    soort_erachter: Zin
    bloemen: Zin
    tuinwoorden: Zin
    ziekten: Zin
    figuren: Zin
    bekende_mensen: Zin
    merken: Zin
    organisaties: Zin
    clubs: Zin
    middelen: Zin
    plaatsen: Zin
    talen: Zin
    uitdrukkingen: tuple[Zin, ...]


class Wereld(Model):
    """wereld.yml: names from many languages and places, to go with the lists of the same name elsewhere."""

    voornamen: Zin
    achternamen: Zin
    plaatsen: Zin
    uitdrukkingen: tuple[Zin, ...]


class Namenlijst:
    """The lists of all files together: a list that stands in more than one of them is the sum of its words."""

    def __init__(self, *bestanden: Namen | Scholen | Aanspreken | GeenPersonen | Bekend | Wereld) -> None:
        self._bestanden = bestanden

    @cached_property
    def verzamelingen(self) -> Mapping[str, frozenset[str]]:
        """Each list as a set of folded words."""
        lijsten: dict[str, frozenset[str]] = {}
        for bestand in self._bestanden:
            for naam, rij in bestand.model_dump(exclude={"uitdrukkingen", "dingsporen"}).items():
                lijsten[naam] = lijsten.get(naam, frozenset()) | frozenset(vouwen(rij).split())
        lijsten["bekend"] = frozenset().union(*(lijsten.get(soort, frozenset()) for soort in BEKENDE_SOORTEN))
        return lijsten

    @cached_property
    def dingsporen(self) -> Mapping[str, frozenset[str]]:
        """For a thing that is also a name: the words elsewhere in the message that say the thing is meant."""
        rijen = (vouwen(rij).split() for bestand in self._bestanden for rij in getattr(bestand, "dingsporen", ()))
        return {rij[0]: frozenset(rij[1:]) for rij in rijen}

    @cached_property
    def reeksen(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """The phrases as words, by their first word, the longest first."""
        reeksen: dict[str, list[tuple[str, ...]]] = {}
        for uitdrukking in (een for bestand in self._bestanden for een in getattr(bestand, "uitdrukkingen", ())):
            woorden = tuple(woord for woord in vouwen(uitdrukking).split() if woord.isalpha())
            reeksen.setdefault(woorden[0], []).append(woorden)
        return {eerste: tuple(sorted(rij, key=len, reverse=True)) for eerste, rij in reeksen.items()}


class Woordenschat:
    """What counts as an ordinary Dutch word: the words of our own texts, their inflections, and compounds of two of them.

    The dictionary knows many more words, rare ones and ones that are also a name; it counts only for a word that has no capital or
    begins a sentence (`in_woordenboek`).
    """

    def __init__(self, woorden: frozenset[str], woordenboek: frozenset[str] = frozenset()) -> None:
        self._woorden, self._woordenboek = woorden, woordenboek
        self.gewoon = lru_cache(maxsize=20_000)(self._gewoon)

    def kent(self, laag: str) -> bool:
        """Whether exactly this folded word is in the list."""
        return laag in self._woorden

    def in_woordenboek(self, laag: str) -> bool:
        """Whether this is an ordinary word, or one from the dictionary or an inflection of that."""
        return self.gewoon(laag) or self.enkel(laag)

    def enkel(self, laag: str) -> bool:
        """Whether this is a word of either list or an inflection of one; compounds ("maanvosje") do not count."""
        if self._vorm(laag) or laag in self._woordenboek:
            return True
        stammen = (laag.removesuffix(uitgang) for uitgang in UITGANGEN if laag.endswith(uitgang))
        return any(len(stam) > KORTSTE_DEEL and stam in self._woordenboek for stam in stammen)

    def _gewoon(self, laag: str) -> bool:
        if len(laag) > LANGSTE_WOORD or self._vorm(laag):
            return True
        delen = range(KORTSTE_DEEL, len(laag) - KORTSTE_DEEL)
        return any(laag[:plek] in self._woorden and self._rest(laag[plek:]) for plek in delen)

    def _vorm(self, laag: str) -> bool:
        if laag in self._woorden or all(deel in self._woorden for deel in laag.split("-")):
            return True
        stammen = (laag.removesuffix(uitgang) for uitgang in UITGANGEN if laag.endswith(uitgang))
        return any(len(stam) > KORTSTE_DEEL and stam in self._woorden for stam in stammen)

    def _rest(self, rest: str) -> bool:
        delen = (rest.removeprefix(letters) for letters in TUSSENLETTERS if rest.startswith(letters))
        return any(len(deel) > KORTSTE_DEEL and self._vorm(deel) for deel in delen)


@cache
def namenlijst() -> Namenlijst:
    """The lists of this installation, read the first time they are needed."""
    return Namenlijst(
        lees(NAMEN, Namen),
        lees(SCHOLEN, Scholen),
        lees(AANSPREKEN, Aanspreken),
        lees(GEEN_PERSONEN, GeenPersonen),
        lees(BEKEND, Bekend),
        lees(WERELD, Wereld),
    )


@cache
def woordenschat() -> Woordenschat:
    """The ordinary words of this installation, read the first time they are needed."""
    return Woordenschat(_woorden_uit(GEWONE_WOORDEN), _woorden_uit(WOORDENBOEK))


def _woorden_uit(bestand: Path) -> frozenset[str]:
    regels = bestand.read_text(encoding="utf-8").splitlines()
    return frozenset(woord for regel in regels if not regel.startswith("#") for woord in regel.split())


def lijst(naam: str) -> frozenset[str]:
    """One list of all files together, as folded words; KeyError when there is no such list."""
    return namenlijst().verzamelingen[naam]
