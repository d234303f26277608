"""Reads on behind a first name, a title or an initial: tussenvoegsels and the surname."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.gate.namelist import Namenlijst, Woordenschat
from assistant.gate.redact_surname_words import (
    AANWIJZEND,
    ACHTER_VOEGSEL,
    HEET,
    LIDWOORDVOEGSELS,
    UITGANGEN,
    VASTE_VOEGSELS,
    VOOR_VAN,
    doet_iets,
    na_punt,
)
from assistant.gate.redact_words import MASKER, Woord

MEESTE_NAMEN, MEESTE_VOEGSELS, MEESTE_LETTERS = 4, 3, 5


class Achternaamlezer:
    """Knows which words go on with a name."""

    def __init__(self, lijst: Namenlijst, schat: Woordenschat) -> None:
        self._is = lijst.verzamelingen
        self._schat = schat
        self._mensen = self._is["familie"] | self._is["rollen"] | self._is["titels"]

    def los(self, rij: Sequence[Woord], plek: int) -> int | None:
        """The place of the surname when a title, an initial or a tussenvoegsel begins it ("mevrouw de Wit", "A. Smit")."""
        if rij[plek].laag == "de" and plek + 1 < len(rij) and rij[plek + 1].laag == "heer" and rij[plek + 1].los:
            return self._na_titel(rij, plek + 1)
        if rij[plek].laag in self._is["titels"]:
            return self._na_titel(rij, plek)
        if len(rij[plek].tekst) == 1 and rij[plek].laag != "v":
            return self._na_voorletters(rij, plek)
        if rij[plek].laag in self._is["woordnamen"] and rij[plek].groot:
            return plek if self._na_mens(rij, plek) else self._na_woordnaam(rij, plek)
        if rij[plek].laag in self._is["tussenvoegsels"] and (kern := self._met_hoofdletter(rij, plek)):
            return kern
        return self._na_van(rij, plek) or self._na_naamwoord(rij, plek)

    def _na_van(self, rij: Sequence[Woord], plek: int) -> int | None:
        """The surname behind "van der" or "v.", without a first name."""
        if rij[plek].laag in ("van", "vd", "v"):
            kern, afgekort = self._voorbij_voegsels(rij, plek), rij[plek].laag != "van"
            if afgekort and self._is_gewoon_klein(rij, plek, kern):
                return None
            if kern - plek > (not afgekort) and kern < len(rij) and self._bekend(rij[kern], groot=not afgekort):
                return kern
            if rij[plek].laag == "v":
                return self._na_voorletters(rij, plek)
            return self._na_los_van(rij, plek, kern)
        return None

    def _na_los_van(self, rij: Sequence[Woord], plek: int, kern: int) -> int | None:
        """ "ik wil niet dat van Houwelingen meeleest", "onze huisarts (van Swaay)": behind a word that no "from" can follow."""
        if kern != plek + 1 or kern >= len(rij) or not rij[kern].groot or rij[kern].laag in self._is["plaatsen"]:
            return None
        komma = rij[plek].voor == ", " and doet_iets(rij, kern, self._is["werkwoorden"])
        na_woord = plek > 0 and rij[plek].los and rij[plek - 1].laag in VOOR_VAN
        if not (komma or na_woord or rij[plek].voor.endswith("(")) or not self._kan_achternaam(rij[kern]):
            return None
        return kern if self._bekend(rij[kern]) or not self._schat.in_woordenboek(rij[kern].laag) else None

    def _na_mens(self, rij: Sequence[Woord], plek: int) -> bool:
        """ "opa Wil", "wil Wil mee": a little word with a capital inside a sentence, right behind a relative or its small twin."""
        erna = rij[plek + 1].laag if plek + 1 < len(rij) and rij[plek + 1].los else ""
        if rij[plek].kop or not rij[plek].los or erna in self._is["na_woordnaam"]:
            return False
        return rij[plek - 1].laag in self._mensen or (rij[plek - 1].laag == rij[plek].laag and not rij[plek - 1].groot)

    def _na_woordnaam(self, rij: Sequence[Woord], plek: int) -> int | None:
        """The surname behind a first name that is also a little word: "Wil Bloem", and not "Wil Anna mee"."""
        kern = self._voorbij_voegsels(rij, plek + 1)
        if kern >= len(rij) or not rij[kern].groot or not rij[plek + 1].los or not self._kan_achternaam(rij[kern]):
            return None
        erna = rij[kern + 1].laag if kern + 1 < len(rij) and rij[kern + 1].los else ""
        if rij[plek].kop and not (erna in self._is["werkwoorden"] or erna in ("is", "was")):
            return None
        bekend = self._bekend(rij[kern]) or not self._schat.in_woordenboek(rij[kern].laag)
        return kern if bekend or not rij[plek].kop else None

    def _met_hoofdletter(self, rij: Sequence[Woord], plek: int) -> int | None:
        """The surname behind "Van" with a capital inside a sentence ("die Van Loenen"), or behind a role ("coach de Haas")."""
        kern = self._voorbij_voegsels(rij, plek)
        if kern == plek or kern >= len(rij) or not rij[kern].groot or not self._kan_achternaam(rij[kern]):
            return None
        rol = plek > 0 and rij[plek].los and (rij[plek - 1].laag in self._is["rollen"] or rij[plek - 1].laag in HEET)
        onbekend = self._bekend(rij[kern]) or not self._schat.gewoon(rij[kern].laag)
        if rij[plek].laag in LIDWOORDVOEGSELS:
            aangewezen = plek > 0 and rij[plek].groot and rij[plek].los and rij[plek - 1].laag in AANWIJZEND
            return kern if onbekend and (aangewezen or rol) else None
        if rol and rij[plek - 1].laag in HEET:
            return kern if onbekend else None
        if not rij[plek].groot or rij[plek].laag in self._is["plaatsvoegsels"] | {"t", "la", "le", "d"}:
            return None
        if not rij[plek].kop:
            return kern
        verder = kern + 1 < len(rij) and rij[kern + 1].los and rij[kern + 1].laag in self._is["werkwoorden"]
        return kern if verder and onbekend else None

    def _kan_achternaam(self, woord: Woord) -> bool:
        """Whether this is no first name, and none of the words that never are a name."""
        laag = woord.laag
        return not (laag in self._is["geen_naam"] or laag in self._mensen or self._voornaam(laag) or woord.kop)

    def _voornaam(self, laag: str) -> bool:
        dubbel = laag in self._is["achternamen"] or laag in self._is["dubbelzinnig"]
        return laag in self._is["voornamen"] and not dubbel

    def _is_gewoon_klein(self, rij: Sequence[Woord], plek: int, kern: int) -> bool:
        """Whether an ordinary word in small letters follows "v" or "vd", inside a sentence."""
        klein = kern < len(rij) and not rij[kern].groot
        return klein and not rij[plek].kop and self._schat.kent(rij[kern].laag)

    def _na_naamwoord(self, rij: Sequence[Woord], plek: int) -> int | None:
        """The surname behind "naam is" with tussenvoegsels before it."""
        if rij[plek].laag not in self._is["tussenvoegsels"] or plek < 2:
            return None
        voor = plek - 1
        while voor > max(1, plek - MEESTE_VOEGSELS) and rij[voor].laag in self._is["opvulling"]:
            voor -= 1
        if rij[voor].laag not in ("is", "was", "luidt") or "naam" not in rij[voor - 1].laag:
            return None
        kern = self._voorbij_voegsels(rij, plek)
        return kern if kern < len(rij) and (rij[kern].groot or self._bekend(rij[kern])) else None

    def _na_titel(self, rij: Sequence[Woord], plek: int) -> int | None:
        kern = plek + 1
        if kern < len(rij) and "." in rij[kern].voor and rij[plek].laag not in self._is["afkortingen"]:
            return None
        while kern < min(len(rij), plek + MEESTE_LETTERS) and na_punt(rij[kern]) and self._titel_of_letter(rij, kern):
            kern += 1
        if kern >= len(rij) or not na_punt(rij[kern]):
            return None
        if self._woordnaam(rij, kern):
            return kern
        laatste = self._voorbij_voegsels(rij, kern)
        if laatste >= len(rij):
            return None
        voegsels = " ".join(woord.laag for woord in rij[kern:laatste])
        return laatste if self._naam_na_titel(rij[laatste], rij[plek].laag, voegsels) else None

    def _titel_of_letter(self, rij: Sequence[Woord], plek: int) -> bool:
        """Whether a second title or an initial stands here ("mr. drs. P.J.")."""
        punt = plek + 1 < len(rij) and rij[plek + 1].voor in (".", ". ")
        letter = len(rij[plek].tekst) == 1 and rij[plek].laag.isalpha() and (rij[plek].groot or punt)
        return letter or rij[plek].laag in self._is["titels"]

    def _woordnaam(self, rij: Sequence[Woord], plek: int) -> bool:
        """Whether a first name that is also a little word stands here with a capital ("juf Wil", and not "juf Wil niet")."""
        woord = rij[plek]
        if not woord.groot or woord.kop or woord.laag not in self._is["woordnamen"]:
            return False
        erna = rij[plek + 1] if plek + 1 < len(rij) else None
        return erna is None or not erna.los or erna.laag not in self._is["na_woordnaam"]

    def _naam_na_titel(self, woord: Woord, titel: str, voegsels: str) -> bool:
        laag, kent = woord.laag, self._schat.kent(woord.laag)
        if woord.groot and titel in self._is["afkortingen"] and laag in self._is["achternamen"]:
            return True
        if woord.cijfer or len(laag) < 2 or laag in self._is["geen_naam"] or laag in self._mensen:
            return False
        if woord.groot:
            return voegsels.partition(" ")[0] not in self._is["plaatsvoegsels"]
        if laag in self._is["voornamen"] and laag not in self._is["hoofdletter"] and not (voegsels and kent):
            return True
        if voegsels.partition(" ")[0] in self._is["plaatsvoegsels"] or (
            kent and (titel in ("familie", "fam", "dr") or voegsels == "van de")
        ):
            return False
        if laag in self._is["achternamen"]:
            return bool(voegsels) or laag not in self._is["werkwoorden"] | self._is["voegwoorden"]
        onbekend = not self._schat.gewoon(laag) and not laag.endswith(("t", "en", "de", "d"))
        return onbekend and voegsels != "van de" and titel != "mr"

    def _na_voorletters(self, rij: Sequence[Woord], plek: int) -> int | None:
        kern, groot = plek, rij[plek].groot
        while (
            kern + 1 < min(len(rij), plek + MEESTE_LETTERS)
            and len(rij[kern].tekst) == 1
            and rij[kern + 1].voor in (".", ". ")
        ):
            kern += 1
        if kern == plek or (not groot and rij[plek].laag != rij[plek].tekst):
            return None
        laatste = self._voorbij_voegsels(rij, kern)
        if laatste >= len(rij) or len(rij[laatste].tekst) < 2 or rij[laatste].laag in self._is["geen_naam"]:
            return None
        if groot and rij[laatste].groot:
            zeker = laatste > kern or kern - plek > 1 or rij[kern].voor == "."
            return laatste if zeker or not self._schat.kent(rij[laatste].laag) else None
        zeker = laatste > kern or not self._schat.gewoon(rij[laatste].laag)
        return laatste if zeker and self._bekend(rij[laatste]) else None

    def _voorbij_voegsels(self, rij: Sequence[Woord], plek: int) -> int:
        kern = plek
        while kern < min(len(rij), plek + MEESTE_VOEGSELS) and rij[kern].laag in self._is["tussenvoegsels"]:
            afgekort = rij[kern].laag in ("v", "d") and rij[kern + 1 : kern + 2] and rij[kern + 1].voor in (".", ". ")
            if kern + 1 < len(rij) and not afgekort and rij[kern + 1].voor not in (" ", " '", " \u2019", "/"):
                return plek
            kern += 1
        return kern

    def _bekend(self, woord: Woord, *, groot: bool = False) -> bool:
        delen = (woord.laag, *(woord.laag.split("-") if woord.groot and "-" in woord.laag else ()))
        bekend = any(deel in self._is["achternamen"] and deel not in self._is["geen_naam"] for deel in delen)
        return bekend and (woord.groot or not groot)

    def volgt(self, rij: Sequence[Woord], plek: int) -> bool:
        """Whether a surname stands behind this word: with a capital, or known and with a verb behind it ("mees van veen wil")."""
        if not rij[plek].groot:
            return self._klein_erachter(rij, plek) is not None
        kern = self._voorbij_voegsels(rij, plek + 1) if plek + 1 < len(rij) and rij[plek + 1].los else len(rij)
        bekend = kern < len(rij) and (
            self._bekend(rij[kern]) or rij[kern].laag in self._is["voornamen"] or not self._schat.gewoon(rij[kern].laag)
        )
        return bekend and rij[kern].groot and rij[kern].laag not in self._is["geen_naam"]

    def _klein_erachter(self, rij: Sequence[Woord], plek: int) -> int | None:
        """The place of a known surname in small letters with a verb behind it, where a sentence begins here."""
        if rij[plek].groot or not rij[plek].kop or plek + 1 >= len(rij) or not rij[plek + 1].los:
            return None
        kern = self._voorbij_voegsels(rij, plek + 1)
        if kern + 1 >= len(rij) or not rij[kern].los or not self._bekend(rij[kern]) or self._voornaam(rij[kern].laag):
            return None
        verder = rij[kern + 1].laag in self._is["werkwoorden"] or rij[kern + 1].laag in ("is", "was")
        return kern if verder and rij[kern + 1].los else None

    def vervolg(self, tekst: str, rij: Sequence[Woord], plek: int) -> tuple[int, int]:
        """The place of the last word of the name whose first word stands here, and where the name ends in the text."""
        laatste = self._klein_erachter(rij, plek) or plek
        for _ in range(MEESTE_NAMEN):
            volgende = self._nog_een(tekst, rij, laatste) or self._tweede_naam(rij, laatste)
            if volgende is None or (rij[laatste + 1].laag == "tot" and laatste == plek):
                break
            laatste = volgende
        eind = rij[laatste].eind
        voorletter = laatste > plek and len(rij[laatste].tekst) == 1
        return laatste, eind + (1 if voorletter and tekst[eind : eind + 1] == "." else 0)

    def _nog_een(self, tekst: str, rij: Sequence[Woord], plek: int) -> int | None:
        if plek + 1 >= len(rij) or not rij[plek + 1].los or rij[plek].bezit:
            return None
        eerste = rij[plek + 1]
        if eerste.laag in self._is["adel"] and (achter := self._na_adel(rij, plek + 1)):
            return achter
        if len(eerste.tekst) == 1 and eerste.laag.isalpha() and tekst[eerste.eind : eerste.eind + 1] == ".":
            return plek + 1
        kern = self._voorbij_voegsels(rij, plek + 1)
        if kern >= len(rij) or rij[kern].cijfer or MASKER in rij[kern].voor or rij[kern].laag in self._mensen:
            return None
        voegsels = " ".join(woord.laag for woord in rij[plek + 1 : kern])
        hoort_erbij = self._met_voegsels(rij[kern], voegsels) if voegsels else self._zonder_voegsels(rij[kern])
        return kern if hoort_erbij else None

    def _tweede_naam(self, rij: Sequence[Woord], plek: int) -> int | None:
        """The second surname of "van Heek tot Veen", "Ruiz y Soto"."""
        if plek + 2 >= len(rij) or not rij[plek + 1].los or rij[plek + 1].laag not in self._is["dubbelnamen"]:
            return None
        kern = self._voorbij_voegsels(rij, plek + 2)
        kan = kern < len(rij) and rij[kern].groot and rij[kern].los and rij[kern].laag not in self._is["geen_naam"]
        return kern if kan and rij[plek].groot else None

    def _na_adel(self, rij: Sequence[Woord], plek: int) -> int | None:
        """The surname behind "baron van", also when it is the name of a place."""
        kern = self._voorbij_voegsels(rij, plek + 1)
        return kern if kern < len(rij) and rij[kern].groot and rij[kern].los else None

    def _met_voegsels(self, woord: Woord, voegsels: str) -> bool:
        if voegsels in ("van der", "van den", "vd") and woord.laag in self._is["achternamen"]:
            return True
        if woord.groot and voegsels in ACHTER_VOEGSEL and len(woord.tekst) > 1:
            return True
        if woord.laag in self._is["geen_naam"] or len(woord.tekst) < 2:
            return False
        if voegsels in VASTE_VOEGSELS or voegsels in self._is["arabisch"]:
            return woord.groot or self._bekend(woord) or not self._schat.gewoon(woord.laag)
        return self._bekend(woord) if not woord.groot else voegsels not in ("in", "op", "bij", "uit", "aan", "over")

    def _zonder_voegsels(self, woord: Woord) -> bool:
        laag = woord.laag
        if woord.groot and laag in self._is["achternamen"] and laag not in self._is["voegwoorden"]:
            return True
        if laag in self._is["geen_naam"] or laag in self._is["werkwoorden"] or laag in self._is["voegwoorden"]:
            return False
        if woord.groot:
            return True
        if self._schat.gewoon(laag):
            return False
        hoofdletter = woord.tekst[0].isupper() and not woord.tekst.isupper() and not self._schat.in_woordenboek(laag)
        return hoofdletter or laag in self._is["achternamen"] or laag.endswith(UITGANGEN)
