"""Finds names of persons: first names from a list, and other words by what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from assistant.gate.finds import Vondst
from assistant.gate.namelist import Namenlijst, Woordenschat, namenlijst, woordenschat
from assistant.gate.redact_cues import Aanwijzingen, Sterkte
from assistant.gate.redact_known import Bekendlezer
from assistant.gate.redact_surnames import Achternaamlezer
from assistant.gate.redact_things import Dingenlezer
from assistant.gate.redact_words import MASKER, Woord, woorden

WERKWOORDSUITGANGEN = ("t", "en", "de", "d")
PERSOONSUITGANGEN = (
    "juf", "zus", "opa", "oma", "broer", "moeder", "vader", "ouder", "kind", "zoon", "dochter", "leerling", "pas", "tie", "atie"
)  # fmt: skip
BIJVOEGLIJK = ("isch", "ische", "ig", "ige", "lijk", "lijke", "baar", "loos", "end", "erig", "se", "sch")
VERKLEIND = ("tje", "etje", "je", "s", "ie", "ke")
KORTSTE_STAM = 4
MENSEN = (
    "zoontje", "dochter", "dochtertje", "kinderen", "jongen", "meisje", "broertje", "zusje", "moeder", "vader", "ouders",
    "oudste", "jongste"
)  # fmt: skip
KORTSTE_MENS = 5


class Namenzoeker:
    """Finds names in a text; loads its lists once."""

    def __init__(self, lijst: Namenlijst | None = None, schat: Woordenschat | None = None) -> None:
        self._lijst = lijst or namenlijst()
        self._schat = schat or woordenschat()
        self._is = self._lijst.verzamelingen
        self._zeker = self._is["voornamen"] - self._is["dubbelzinnig"] - self._is["hoofdletter"] - self._is["geen_naam"]
        self._cue = Aanwijzingen(self._lijst)
        self._achternaam = Achternaamlezer(self._lijst, self._schat)
        self._dingen = Dingenlezer(self._lijst, self._cue)
        self._bekend = Bekendlezer(self._lijst, self._schat, self._cue)
        self._mensen = [mens for mens in MENSEN if mens in self._cue.mensen]

    def __call__(self, tekst: str) -> Iterator[Vondst]:
        """Every name, first name and surname together, with the title before it."""
        rij = woorden(tekst)
        vast = self._bekend.vast(rij)
        plek, na_naam = 0, -1
        while plek < len(rij):
            stuk = self._naam_vanaf(tekst, rij, plek, vast, na_naam)
            if stuk is None:
                plek += 1
                continue
            begin, eind, plek = stuk
            na_naam = plek
            yield Vondst("naam", tekst[begin:eind], begin, eind)

    def _naam_vanaf(
        self, tekst: str, rij: Sequence[Woord], plek: int, vast: set[int], na_naam: int
    ) -> tuple[int, int, int] | None:
        """Begin and end of the name that starts with this word, and the place of the next word."""
        woord = rij[plek]
        if plek in vast or woord.cijfer or _plakt(tekst, woord):
            return None
        los = self._achternaam.los(rij, plek)
        if los is None and self._is_naam(rij, plek, opsomming=self._gaat_door(rij, plek, na_naam)):
            los = plek
        if los is None or any(verder in vast for verder in range(plek + 1, los + 1)):
            return None
        laatste, eind = self._achternaam.vervolg(tekst, rij, los)
        return woord.start, eind, laatste + 1

    def _gaat_door(self, rij: Sequence[Woord], plek: int, na_naam: int) -> bool:
        """Whether a name ended just before, with "en" or a comma between."""
        if na_naam < 0 or MASKER in rij[plek].voor:
            return False
        if plek == na_naam:
            return rij[plek].voor.strip() in (",", "&", "/", "+")
        return plek == na_naam + 1 and rij[na_naam].laag in ("en", "of", "plus") and rij[plek].los and rij[na_naam].los

    def _is_naam(self, rij: Sequence[Woord], plek: int, *, opsomming: bool) -> bool:
        woord = rij[plek]
        laag = woord.laag
        if len(laag) < 2 or laag in self._is["geen_naam"] or laag in self._cue.mensen or self._bijna_mens(woord):
            return False
        if self._eindigt_als_ding(laag) or self._dingen.is_ding(rij, plek):
            return False
        if self._voornaam(woord):
            return self._zekere_naam(rij, plek)
        links = self._cue.links(rij, plek)
        rechts = max(self._cue.rechts(rij, plek), self._naast_naam(rij, plek))
        if self._bekend.bekend(woord) and max(links, rechts) < Sterkte.STERK:
            return False
        titel = self._bekend.is_titel(woord) and plek + 1 < len(rij) and self._bekend.is_titel(rij[plek + 1])
        if laag not in self._is["groeten"] and not titel and self._achternaam.volgt(rij, plek):
            rechts = max(rechts, Sterkte.MATIG)
        if opsomming:
            links = max(links, Sterkte.MATIG if rij[plek].voor.strip() == "," else Sterkte.STERK)
        return self._naar_aanwijzing(rij, plek, links, rechts)

    def _naar_aanwijzing(self, rij: Sequence[Woord], plek: int, links: Sterkte, rechts: Sterkte) -> bool:
        """Whether a word that is no certain first name is a name here, after what stands beside it."""
        woord = rij[plek]
        laag = woord.laag
        if laag in self._is["dubbelzinnig"]:
            return self._dubbelzinnige_naam(rij, plek, links, rechts)
        if laag in self._is["hoofdletter"]:
            klein = not woord.groot and (self._heet(rij, plek) or self._achternaam.volgt(rij, plek))
            return klein or (woord.groot and self._kan_hoofdletternaam(rij, plek, links, rechts))
        if self._schat.gewoon(laag) or ((woord.kop or not woord.groot) and self._schat.in_woordenboek(laag)):
            return self._gewoon_woord_als_naam(rij, plek, links)
        if woord.groot and max(links, rechts) < Sterkte.MATIG and self._bekend.is_titel(woord):
            return False
        return self._groot(rij, plek, links, rechts) if woord.groot else self._klein(rij, plek, links, rechts)

    def _eindigt_als_ding(self, laag: str) -> bool:
        """ "turner-syndroom", "anne-fan": an ordinary word behind the last hyphen, and no first name."""
        _, streep, laatste = laag.rpartition("-")
        if not streep or laag in self._zeker or laatste in self._is["voornamen"] or laatste in self._is["achternamen"]:
            return False
        return self._schat.gewoon(laatste) and laatste not in self._is["woordnamen"]

    def _bijna_mens(self, woord: Woord) -> bool:
        """Whether this is 'zoontj' or 'docher': a slip of one letter in a word for a person, and no known name."""
        laag = woord.laag
        if len(laag) < KORTSTE_MENS or woord.groot or laag in self._is["voornamen"]:
            return False
        return any(
            mens[0] == laag[0] and Levenshtein.distance(laag, mens, score_cutoff=1) == 1 for mens in self._mensen
        )

    def _voornaam(self, woord: Woord) -> bool:
        """Whether the list holds this name, or the name it is a double, a genitive or a pet form of."""
        laag = woord.laag
        if laag in self._zeker:
            return True
        if "-" in laag:
            eerste, _, rest = laag.partition("-")
            voor = self._is["voornamen"]
            return eerste in voor and (woord.groot or rest in voor) and laag not in self._is["familie"]
        if self._schat.gewoon(laag):
            return False
        if laag.endswith("etje") and laag[-5:-4] == laag[-6:-5] and laag[:-5] in self._zeker:
            return True
        stammen = (laag.removesuffix(uitgang) for uitgang in VERKLEIND if laag.endswith(uitgang))
        return any(len(stam) >= KORTSTE_STAM and stam in self._zeker for stam in stammen)

    def _zekere_naam(self, rij: Sequence[Woord], plek: int) -> bool:
        woord = rij[plek]
        if plek and woord.laag in self._is["maandnamen"] and rij[plek - 1].cijfer:
            return False
        return not (woord.laag == "max" and plek + 1 < len(rij) and rij[plek + 1].cijfer)

    def _naast_naam(self, rij: Sequence[Woord], plek: int) -> Sterkte:
        """Whether "en" and a certain name follow."""
        if plek + 2 >= len(rij) or rij[plek + 1].laag not in ("en", "of"):
            return Sterkte.NIETS
        return Sterkte.MATIG if rij[plek + 2].laag in self._zeker and rij[plek + 2].los else Sterkte.NIETS

    def _achter(self, rij: Sequence[Woord], plek: int, *lijsten: str) -> bool:
        if plek == 0 or MASKER in rij[plek].voor:
            return False
        return any(rij[plek - 1].laag in self._is[lijst] for lijst in lijsten)

    def _dubbelzinnige_naam(self, rij: Sequence[Woord], plek: int, links: Sterkte, rechts: Sterkte) -> bool:
        """A name that is also a word ("roos"): no article before it, and somebody who is or does something."""
        woord = rij[plek]
        if self._achter(rij, plek, "bepaald", "onbepaald") or (plek and rij[plek - 1].cijfer):
            return False
        if (
            plek + 1 < len(rij)
            and rij[plek + 1].los
            and rij[plek + 1].laag in self._is["taal"]
            and woord.laag == "frans"
        ):
            return False
        seizoen = woord.laag in self._is["seizoenen"] or woord.laag == "frans"
        van_iemand = seizoen and rechts == Sterkte.STERK and woord.laag != "frans"  # "April is mijn dochter"
        if seizoen and (
            self._achter(rij, plek, "plaatsvoorzetsels") or (woord.kop and links < Sterkte.STERK and not van_iemand)
        ):
            return False
        if max(links, rechts) == Sterkte.STERK:
            return True
        if woord.groot and not woord.kop:
            return not (seizoen or self._achter(rij, plek, "plaatsvoorzetsels")) or max(links, rechts) >= Sterkte.MATIG
        if links == Sterkte.MATIG:
            return woord.groot or rechts > Sterkte.NIETS or plek + 1 == len(rij) or not rij[plek + 1].los
        if links == Sterkte.ZWAK:
            aangesproken = rij[plek - 1].laag in ("tegen", "vroeg", "vraag", "bel", "namens")
            return (aangesproken or not seizoen) and (
                rechts >= Sterkte.MATIG or (not seizoen and self._achter(rij, plek, "voorwerkwoorden"))
            )
        return woord.kop and rechts >= Sterkte.MATIG and not seizoen

    def _heet(self, rij: Sequence[Woord], plek: int) -> bool:
        return (
            plek > 0
            and rij[plek - 1].laag not in ("naam", "namen")
            and self._cue.noemt(rij, plek)
            and _einde(rij, plek)
        )

    def _kan_hoofdletternaam(self, rij: Sequence[Woord], plek: int, links: Sterkte, rechts: Sterkte) -> bool:
        if self._achter(rij, plek, "plaatsvoorzetsels", "bepaald"):
            return links >= Sterkte.MATIG
        if not rij[plek].kop and rij[plek].voor == ", " and _einde(rij, plek):
            return True
        return rechts >= Sterkte.MATIG or links >= (Sterkte.MATIG if rij[plek].kop else Sterkte.ZWAK)

    def _gewoon_woord_als_naam(self, rij: Sequence[Woord], plek: int, links: Sterkte) -> bool:
        """An ordinary word only with a capital right behind "mijn zoon" or "heet", or as the surname of a helper."""
        woord = rij[plek]
        if links == Sterkte.MATIG and woord.groot and not woord.kop and self._tussen_kommas(rij, plek):
            return woord.laag in self._is["achternamen"] and self._achter(rij, plek, "rollen", "titels")
        if links < Sterkte.STERK or woord.kop or self._achter(rij, plek, "bepaald"):
            return False
        if woord.groot:
            return woord.laag not in self._is["werkwoorden"]
        return self._achter(rij, plek, "rollen") and woord.laag in self._is["achternamen"] and _einde(rij, plek)

    def _tussen_kommas(self, rij: Sequence[Woord], plek: int) -> bool:
        """ "mijn dokter, Kamphuis, belde"."""
        return rij[plek].voor == ", " and (plek + 1 == len(rij) or rij[plek + 1].voor.startswith((",", ".", ")")))

    def _groot(self, rij: Sequence[Woord], plek: int, links: Sterkte, rechts: Sterkte) -> bool:
        """A word nobody knows, with a capital."""
        woord = rij[plek]
        if links >= Sterkte.MATIG or rechts == Sterkte.STERK:
            return True
        if woord.kop:
            verder = {ander.laag for ander in rij[plek + 1 : plek + 6]}
            if not verder.isdisjoint(self._is["cursuswoorden"] | self._is["vergoedwoorden"]):
                return False
            return rechts >= Sterkte.MATIG and not woord.laag.endswith(BIJVOEGLIJK + PERSOONSUITGANGEN)
        if self._achter(rij, plek, "plaatsvoorzetsels", "bepaald", "schoolwoorden"):
            return False
        return not woord.laag.endswith(BIJVOEGLIJK)

    def _klein(self, rij: Sequence[Woord], plek: int, links: Sterkte, rechts: Sterkte) -> bool:
        """A word nobody knows, without a capital."""
        laag = rij[plek].laag
        if self._achter(rij, plek, "bepaald", "onbepaald") or len(laag) < 3:
            return False
        if links == Sterkte.STERK:
            if self._achter(rij, plek, "rollen") and not _einde(rij, plek):
                return rechts >= Sterkte.MATIG
            return (
                rechts >= Sterkte.MATIG
                or laag in self._is["achternamen"]
                or not laag.endswith(WERKWOORDSUITGANGEN + BIJVOEGLIJK)
            )
        if rechts == Sterkte.STERK:
            return True
        if laag.endswith(BIJVOEGLIJK):
            return False
        if links == Sterkte.MATIG:
            return rechts >= Sterkte.MATIG or _einde(rij, plek)
        onderwerp = rij[plek].kop or self._achter(rij, plek, "voegwoorden")
        return onderwerp and rechts == Sterkte.MATIG and len(laag) > KORTSTE_STAM


def _einde(rij: Sequence[Woord], plek: int) -> bool:
    """Whether the sentence or clause ends behind this word."""
    return plek + 1 == len(rij) or not rij[plek + 1].los or rij[plek + 1].laag in ("en", "uit")


def _plakt(tekst: str, woord: Woord) -> bool:
    """Whether the word is part of something longer: an address on the internet, a handle, a code."""
    voor, na = tekst[woord.start - 1 : woord.start], tekst[woord.eind : woord.eind + 2]
    if voor and (voor.isalnum() or voor in "_@"):
        return True
    return (
        na[:1].isdigit()
        or na in ("&", "& ")
        or na[:1] in ("_", "@")
        or (na[:1] == "." and na[1:].isalnum() and len(woord.tekst) > 1)
    )
