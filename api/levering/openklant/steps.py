"""The calls in their order. Before each POST is looked whether it is there already; after each the uuid is kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from api.database.locks import Bezet
from api.levering.errors import LeverFout, Vervallen
from api.levering.job import Klus
from api.levering.openklant import message
from api.levering.openklant.client import NummerBezet, OpenKlant, uuid_van
from api.levering.openklant.find import find_actor, find_adres, find_contact, find_taak
from api.levering.openklant.message import ADRESSOORTEN, Stuk
from api.levering.openklant.rules import nummer_van
from api.levering.openklant.withdrawal import wis

NUMMERS = 8


def lever(klus: Klus) -> None:
    """Deliver this row; raises LeverFout, Vervallen or Overgenomen."""
    soort = klus.levering.soort
    if klus.gewist and soort == "intrekking":
        wis(OpenKlant(klus.huis.settings), klus.aanmelding.kenmerk, kandidaten(klus.aanmelding.kenmerk))
    elif klus.gewist:
        raise Vervallen
    else:
        Aflevering(klus).lever(bijwerken=soort != "aanmelding")


def kandidaten(kenmerk: str) -> list[str]:
    """The numbers that this aanmelding can have at Open Klant, the first choice first."""
    return [nummer_van(kenmerk, volg) for volg in range(NUMMERS)]


class Aflevering:
    """One aanmelding on its way to Open Klant."""

    def __init__(self, klus: Klus) -> None:
        self.klus, self.huis, self.rij, self.velden = klus, klus.huis, klus.aanmelding, klus.velden
        self.api = OpenKlant(klus.huis.settings)
        self.nummers = kandidaten(klus.aanmelding.kenmerk)

    def lever(self, *, bijwerken: bool) -> None:
        """Everything that is not there yet; and with `bijwerken` what may have changed since."""
        self._stap("actor", self._actor)
        self._stap("klantcontact", self._contact)
        for soort in ADRESSOORTEN:
            if bijwerken or soort not in self.klus.voortgang:
                self.klus.bewaar(**{soort: self._adres(soort, message.adressen_van(self.velden).get(soort))})
        self._stap("internetaak", self._taak)
        if bijwerken:
            self.api.pas_aan("betrokkenen", self._uuid("betrokkene"), message.als_betrokkene(self.velden))
            self.api.pas_aan("klantcontacten", self._uuid("klantcontact"), self._inhoud)
            self.api.pas_aan("internetaken", self._uuid("internetaak"), self._opdracht)

    def _stap(self, naam: str, doe: Callable[[], dict[str, str]]) -> None:
        if naam not in self.klus.voortgang:
            self.klus.bewaar(**doe())

    def _uuid(self, naam: str) -> str:
        return str(self.klus.voortgang[naam])

    @cached_property
    def _inhoud(self) -> Stuk:
        return message.inhoud_van(self.huis, self.rij, self.velden)

    @cached_property
    def _opdracht(self) -> Stuk:
        return message.opdracht_van(self.huis, self.rij, self.velden)

    def _actor(self) -> dict[str, str]:
        """The team; one process at a time, so that it is made once."""
        wie = message.als_actor(*message.team_van(self.huis.gemeente(self.rij.gemeente), self.rij.team))
        merk = wie["actoridentificator"]
        try:
            with self.huis.sloten.houd(f"levering:actor:{merk['objectId']}"):
                return {"actor": uuid_van(find_actor(self.api, merk) or self.api.maak("actoren", wie))}
        except Bezet:
            raise LeverFout("bezet") from None

    def _contact(self) -> dict[str, str]:
        """Contact, person and reference; what is there under our kenmerk is ours."""
        eerder = find_contact(self.api, self.rij.kenmerk, self.nummers)
        if eerder is not None:
            wie = next(iter(eerder.get("hadBetrokkenen") or []), None)
            return {"klantcontact": uuid_van(eerder), "betrokkene": uuid_van(wie)}
        kanaal = self.huis.settings.openklant_kanaal
        nieuw = self._met_nummer(
            "maak-klantcontact", lambda n: message.als_contact(self.rij, self.velden, self._inhoud, n, kanaal)
        )
        return {"klantcontact": uuid_van(nieuw.get("klantcontact")), "betrokkene": uuid_van(nieuw.get("betrokkene"))}

    def _taak(self) -> dict[str, str]:
        """The task for the team, once for this contact."""
        contact, actor = self._uuid("klantcontact"), self._uuid("actor")
        taak = find_taak(self.api, contact, self.nummers)
        if taak is None:
            taak = self._met_nummer("internetaken", lambda n: message.als_taak(self._opdracht, n, contact, actor))
        return {"internetaak": uuid_van(taak)}

    def _met_nummer(self, pad: str, stuk: Callable[[str], Stuk]) -> Stuk:
        """Made under the first of our numbers that is free at the receiver; raises LeverFout when none is."""
        for nummer in self.nummers:
            try:
                return self.api.maak(pad, stuk(nummer))
            except NummerBezet:
                continue
        raise LeverFout("nummer_bezet", blijvend=True)

    def _adres(self, soort: str, gewenst: str | None) -> str:
        """The address of this kind as it should be: made, changed, removed or left alone; its uuid, or nothing."""
        eerder = find_adres(self.api, self.rij.kenmerk, soort)
        if gewenst is None:
            if eerder is not None:
                self.api.verwijder("digitaleadressen", uuid_van(eerder))
            return ""
        if eerder is None:
            nieuw = message.als_adres(self.rij.kenmerk, soort, gewenst, self._uuid("betrokkene"))
            return uuid_van(self.api.maak("digitaleadressen", nieuw))
        if eerder.get("adres") != gewenst:
            self.api.pas_aan("digitaleadressen", uuid_van(eerder), {"adres": gewenst})
        return uuid_van(eerder)
