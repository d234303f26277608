"""From an aanmelding to what Open Klant stores: the words of the family, and not a word that they did not approve."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from api.balie.store import GEVAAR
from api.context import Huis
from api.database.tables import AanmeldingRij
from api.levering.openklant.rules import postcode_voor, telefoon_voor
from api.levering.openklant.summary import HOOGUIT, IN_TEKST, gevaarlijke_zinnen, vat_samen
from api.pages.fields import regels
from api.pages.texts import teksten
from api.pages.words import datum
from knowledge.models import Gemeente

Stuk = dict[str, Any]
VAN, REGISTER = "aanmelding", "voordeur"
ADRESSOORTEN = ("telefoonnummer", "email")
EERST = ("veilig_bellen", "voicemail_ok", "telefoon", "email", "wanneer", "vorm", "tolk", "wie_weten_ervan",
         "veilig_te_benaderen", "rol", "naam", "kind_leeftijd", "kern")  # fmt: skip


def team_van(gemeente: Gemeente, team_id: str | None) -> tuple[str, str]:
    """Id and name of who must act: the team, or the JGT of the gemeente when the kern is unknown."""
    team = next((team for team in gemeente.teams if team.id == team_id), None)
    return (team.id, team.naam) if team else (gemeente.id, f"{teksten()('formulier.jgt')} {gemeente.naam}")


def als_actor(objectid: str, naam: str) -> Stuk:
    """The team, with the identification by which ITA finds a group."""
    return {
        "naam": naam[:200],
        "soortActor": "organisatorische_eenheid",
        "indicatieActief": True,
        "actoridentificator": {
            "objectId": objectid,
            "codeObjecttype": "grp",
            "codeRegister": "obj",
            "codeSoortObjectId": "idf",
        },
    }


def als_verwijzing(kenmerk: str) -> Stuk:
    """Our kenmerk, as an object in our own register."""
    return {"objectId": kenmerk, "codeObjecttype": VAN, "codeRegister": REGISTER, "codeSoortObjectId": "kenmerk"}


def als_contact(rij: AanmeldingRij, velden: Stuk, inhoud: Stuk, nummer: str, kanaal: str) -> Stuk:
    """The body of `POST /maak-klantcontact`: contact, person and reference in one."""
    return {
        "klantcontact": {
            "nummer": nummer,
            "referentienummer": nummer,
            "kanaal": kanaal,
            "indicatieContactGelukt": True,
            "taal": "nld",
            "vertrouwelijk": True,
            "plaatsgevondenOp": rij.ontvangen_op.isoformat(),
            **inhoud,
        },
        "betrokkene": als_betrokkene(velden),
        "onderwerpobject": {
            "wasKlantcontact": None,
            "onderwerpobjectidentificator": als_verwijzing(rij.kenmerk),
        },
    }


def inhoud_van(huis: Huis, rij: AanmeldingRij, velden: Stuk) -> Stuk:
    """Subject and summary: the subject never says what kind of danger there is, nor that there is any."""
    naam = team_van(huis.gemeente(rij.gemeente), rij.team)[1]
    samenvatting = vat_samen(velden, gevaarlijke_zinnen(huis, velden))
    return {"onderwerp": teksten()("levering.onderwerp", team=naam)[:200], "inhoud": samenvatting.tekst}


def als_betrokkene(velden: Stuk) -> Stuk:
    """The person who asks, without a partij: nobody checked who it is. A professional asks for a school."""
    postcode = postcode_voor(velden.get("postcode") or "")
    return {
        "wasPartij": None,
        "rol": "klant",
        "initiator": True,
        "contactnaam": {"voornaam": velden["naam"]},
        "bezoekadres": {"postcode": postcode} if postcode else None,
        "organisatienaam": velden.get("school") or "" if velden["rol"] == "professional" else "",
    }


def adressen_van(velden: Stuk) -> dict[str, str]:
    """What can be dialled or mailed, by kind; a number on which calling is not safe stands only in the text."""
    contact = velden.get("contact") or {}
    nummer = telefoon_voor(contact.get("telefoon") or "") if contact.get("veilig_bellen") is not False else None
    email = contact.get("email") or ""
    gevonden = {"telefoonnummer": nummer, "email": email if len(email) <= 80 else None}
    return {soort: adres for soort, adres in gevonden.items() if adres}


def als_adres(kenmerk: str, soort: str, adres: str, betrokkene: str) -> Stuk:
    """One address, with a reference by which it is found again."""
    return {
        "verstrektDoorBetrokkene": {"uuid": betrokkene},
        "verstrektDoorPartij": None,
        "soortDigitaalAdres": soort,
        "adres": adres,
        "omschrijving": teksten()("levering.adres"),
        "referentie": referentie_van(kenmerk, soort),
        "isStandaardAdres": False,
    }


def referentie_van(kenmerk: str, soort: str) -> str:
    """How an address of this aanmelding is called."""
    return f"{kenmerk}-{soort}"


def als_taak(opdracht: Stuk, nummer: str, klantcontact: str, actor: str) -> Stuk:
    """The body of `POST /internetaken`, for exactly one list of actors."""
    return {
        "nummer": nummer,
        "referentienummer": nummer,
        "aanleidinggevendKlantcontact": {"uuid": klantcontact},
        "toegewezenAanActoren": [{"uuid": actor}],
        "status": "te_verwerken",
        **opdracht,
    }


def opdracht_van(huis: Huis, rij: AanmeldingRij, velden: Stuk) -> Stuk:
    """What must be done before which day, and how this family can be reached."""
    lijnen, pasten = _lijnen(huis.gemeente(rij.gemeente), velden)
    volledig = pasten and vat_samen(velden, gevaarlijke_zinnen(huis, velden)).volledig
    waar = teksten()("levering.alles" if volledig else "levering.meer", kenmerk=rij.kenmerk)
    return {"gevraagdeHandeling": _handeling(rij, velden), "toelichting": "\n".join([*lijnen, waar])}


def _handeling(rij: AanmeldingRij, velden: Stuk) -> str:
    t = teksten()
    if rij.status == "ingetrokken":
        return t("levering.ingetrokken")
    veilig = (velden.get("contact") or {}).get("veilig_bellen")
    vraag = t("levering.niet_bellen" if veilig is False else "levering.bel", datum=datum(rij.contact_voor))
    return f"{t('levering.lees_eerst')} {vraag}" if rij.niveau in GEVAAR else vraag


def _lijnen(gemeente: Gemeente, velden: Stuk) -> tuple[list[str], bool]:
    """Question and answer as the family saw them, how to reach them first; whole lines only, and whether all fitted."""
    gevonden = {r.id: f"{r.label} {r.tekst}" for r in regels(velden, gemeente) if r.id not in IN_TEKST}
    return _passend([gevonden.pop(naam) for naam in EERST if naam in gevonden] + list(gevonden.values()))


def _passend(lijnen: Sequence[str]) -> tuple[list[str], bool]:
    gekozen, lengte = [], 0
    for lijn in lijnen:
        if lengte + len(lijn) + 1 <= HOOGUIT:
            gekozen.append(lijn)
            lengte += len(lijn) + 1
    return gekozen, len(gekozen) == len(lijnen)
