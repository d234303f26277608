"""Help lines as cards and in running text, with nothing but the lines themselves: no database, no search, no Rasa."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from actions.kaarten import HulplijnKaart
from actions.present import hulplijnkaart
from assistant.gate.replies import Noodlijn, antwoordboek
from knowledge.models import Bereikbaar, Gemeente, Hulplijn
from knowledge.opening_hours import in_woorden

CRISISLIJN, HUISARTSENPOST = "crisis-jeugd", "huisartsenpost"

_verwijzing = re.compile(r"\{hulplijn:([a-z0-9-]+)\}")
_zin = re.compile(r"(?<=[.!?]) +")


class Lijnen:
    """The help lines at hand: those of the knowledge base, the local numbers of the gemeente, else the last-resort file."""

    def __init__(self, hulplijnen: Mapping[str, Hulplijn], gemeente: Gemeente | None, nu: datetime) -> None:
        self._hulplijnen = hulplijnen
        self._nood = {lijn.id: lijn for lijn in antwoordboek().nood.lijnen}
        self._lokaal = (
            {CRISISLIJN: gemeente.crisislijn, HUISARTSENPOST: gemeente.huisartsenspoedpost} if gemeente else {}
        )
        self._demo = bool(gemeente and gemeente.demo)
        self._nu = nu

    def kaart(self, lijn_id: str, rol: str | None = None) -> HulplijnKaart | None:
        """The card of this line, or None when there is nothing to reach, or it is not meant for this person."""
        hulplijn = self._hulplijnen.get(lijn_id)
        if hulplijn is None:
            return _noodkaart(self._nood[lijn_id]) if lijn_id in self._nood else None
        if not _mag_zien(hulplijn, rol):
            return None
        kaart = self._met_lokaal_nummer(hulplijnkaart(hulplijn, self._nu))
        return kaart if kaart.nummer or kaart.chat or kaart.site else None

    def _met_lokaal_nummer(self, kaart: HulplijnKaart) -> HulplijnKaart:
        nummer = self._lokaal.get(kaart.id)
        return kaart.model_copy(update={"nummer": nummer, "demo": self._demo}) if nummer else kaart

    def vul_in(self, tekst: str, rol: str | None = None) -> str:
        """The text with lines written out; a sentence that names a line which cannot be reached is left out."""
        return " ".join(zin for deel in _zin.split(tekst) if (zin := self._zin(deel, rol)) is not None)

    def _zin(self, zin: str, rol: str | None) -> str | None:
        namen = {lijn_id: self._in_tekst(lijn_id, rol) for lijn_id in _verwijzing.findall(zin)}
        if None in namen.values():
            return None
        return _verwijzing.sub(lambda treffer: namen[treffer[1]] or "", zin)

    def _in_tekst(self, lijn_id: str, rol: str | None) -> str | None:
        kaart = self.kaart(lijn_id, rol)
        if kaart is None:
            return None
        waar = kaart.nummer or kaart.site or kaart.chat or ""
        if kaart.id == waar:
            return waar
        return f"{kaart.naam} ({waar.removeprefix('https://').removeprefix('www.')})"


def _mag_zien(hulplijn: Hulplijn, rol: str | None) -> bool:
    """A line for referrers only is never given to a resident."""
    return "inwoner" in hulplijn.voor_wie or (rol == "professional" and "verwijzer" in hulplijn.voor_wie)


def _noodkaart(lijn: Noodlijn) -> HulplijnKaart:
    open_ = in_woorden(Bereikbaar(altijd=True), datetime.min)
    return HulplijnKaart(
        id=lijn.id, naam=lijn.naam, waarvoor=lijn.waarvoor, nummer=lijn.nummer, open=open_, nu_open=True, gratis=True
    )
