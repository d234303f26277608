"""The family withdrew before anyone took it up: what Open Klant has of it is wiped, and only that it was there stays."""

from __future__ import annotations

from collections.abc import Sequence

from api.levering.openklant.client import OpenKlant, uuid_van
from api.levering.openklant.find import find_adres, find_contact, find_taak
from api.levering.openklant.message import ADRESSOORTEN
from api.pages.texts import teksten


def wis(api: OpenKlant, kenmerk: str, nummers: Sequence[str]) -> None:
    """Remove person and addresses, empty contact and task, and close the task; the same again changes nothing.

    Nothing there is fine too. The contact comes last: as long as it stands, a next attempt finds everything."""
    for soort in ADRESSOORTEN:
        adres = find_adres(api, kenmerk, soort)
        if adres is not None:
            api.verwijder("digitaleadressen", uuid_van(adres))
    contact = find_contact(api, kenmerk, nummers)
    if contact is None:
        return
    t, uuid = teksten(), uuid_van(contact)
    for betrokkene in contact.get("hadBetrokkenen") or []:
        api.verwijder("betrokkenen", uuid_van(betrokkene))
    taak = find_taak(api, uuid, nummers)
    if taak is not None:
        klaar = {"gevraagdeHandeling": t("levering.gewist_taak"), "toelichting": "", "status": "verwerkt"}
        api.pas_aan("internetaken", uuid_van(taak), klaar)
    leeg = {"onderwerp": t("levering.gewist_onderwerp"), "inhoud": t("levering.gewist")}
    api.pas_aan("klantcontacten", uuid, leeg)
