"""Open Klant as far as we use it: the required fields of its specification, and the six rules that are only in its code."""

from __future__ import annotations

import json
import re
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.api.levering.server import Geweigerd, Ontvanger, Verzoek

EISEN = json.loads((Path(__file__).parents[2] / "data/openklant-required-fields.json").read_text())
SCHEMA = {
    "klantcontacten": "Klantcontact",
    "betrokkenen": "BetrokkeneKlantcontactReadOnly",
    "actoren": "Base_ActorSerializer",
    "digitaleadressen": "DigitaalAdres",
    "internetaken": "InterneTaak",
}
OBJECT = ("CodeObjecttype", "CodeRegister", "CodeSoortObjectId", "ObjectId")
MAG_VRAGEN = {
    "actoren": {f"actoridentificator{deel}" for deel in OBJECT},
    "klantcontacten": {f"onderwerpobject__onderwerpobjectidentificator{deel}" for deel in OBJECT} | {"nummer"},
    "digitaleadressen": {"referentie", "adres"},
    "internetaken": {"aanleidinggevendKlantcontact__uuid", "nummer", "referentienummer"},
}
TELEFOON = r"^(0[1-9][0-9]{8}|\+[0-9]{9,15}|00[0-9]{7,13})$"
Stuk = dict[str, Any]


@dataclass
class OpenKlant(Ontvanger):
    """What it stores, by resource and uuid; `kanalen` is its reference list, when the gemeente switched that on."""

    kanalen: set[str] | None = None
    bewaard: dict[str, dict[str, Stuk]] = field(
        default_factory=lambda: {
            naam: {} for naam in ("actoren", "klantcontacten", "betrokkenen", "onderwerpobjecten", "digitaleadressen",
                                  "internetaken", "partijen")
        }
    )  # fmt: skip

    def alle(self, soort: str) -> list[Stuk]:
        return list(self.bewaard[soort].values())

    def verwerk(self, verzoek: Verzoek) -> tuple[int, Any]:
        if verzoek.kop.get("Authorization") != "Token geheim-token":
            return 401, {"detail": "nee"}
        soort, _, sleutel = verzoek.pad.partition("/")
        if verzoek.methode == "GET":
            return 200, {"count": 1, "results": self._zoek(soort, verzoek.vraag)}
        if verzoek.methode == "POST":
            maak = self._maak_klantcontact if soort == "maak-klantcontact" else self._maak
            return 201, maak(soort, verzoek.inhoud)
        if sleutel not in self.bewaard[soort]:
            return 404, None
        if verzoek.methode == "DELETE":
            return 204, self._verwijder(soort, sleutel)
        return 200, self._pas_aan(soort, sleutel, verzoek.inhoud)

    def _zoek(self, soort: str, vraag: dict[str, str]) -> list[Stuk]:
        if set(vraag) - MAG_VRAGEN[soort]:
            raise Geweigerd("nonFieldErrors", "unknown-parameters")
        return [self._toon(soort, stuk) for stuk in self.alle(soort) if self._past(soort, stuk, vraag)]

    def _past(self, soort: str, stuk: Stuk, vraag: dict[str, str]) -> bool:
        if soort == "actoren":
            plat = {f"actoridentificator{n[0].upper()}{n[1:]}": w for n, w in stuk["actoridentificator"].items()}
        elif soort == "klantcontacten":
            eigen = [o for o in self.alle("onderwerpobjecten") if o["klantcontact"]["uuid"] == stuk["uuid"]]
            plat = {
                f"onderwerpobject__onderwerpobjectidentificator{n[0].upper()}{n[1:]}": w
                for o in eigen
                for n, w in o["onderwerpobjectidentificator"].items()
            } | {"nummer": stuk["nummer"]}
        else:
            plat = stuk | {
                "aanleidinggevendKlantcontact__uuid": stuk.get("aanleidinggevendKlantcontact", {}).get("uuid")
            }
        return all(plat.get(naam) == waarde for naam, waarde in vraag.items())

    def _toon(self, soort: str, stuk: Stuk) -> Stuk:
        if soort != "klantcontacten":
            return stuk
        wie = [{"uuid": b["uuid"]} for b in self.alle("betrokkenen") if b["hadKlantcontact"]["uuid"] == stuk["uuid"]]
        return stuk | {"hadBetrokkenen": wie}

    def _maak(self, soort: str, inhoud: Stuk) -> Stuk:
        self._keur(soort, SCHEMA[soort], inhoud)
        return self._zet(soort, inhoud)

    def _maak_klantcontact(self, _: str, inhoud: Stuk) -> Stuk:
        """All or nothing, as one transaction."""
        contact, wie, over = (inhoud.get(naam) for naam in ("klantcontact", "betrokkene", "onderwerpobject"))
        self._keur("maak-klantcontact", "MaakKlantcontact", inhoud)
        assert contact and wie and over
        self._keur("klantcontacten", "Klantcontact", contact, "klantcontact.")
        self._keur("betrokkenen", "BetrokkeneKlantcontactReadOnly", wie, "betrokkene.")
        merk = over["onderwerpobjectidentificator"]
        self._keur("onderwerpobjecten", "Onderwerpobjectidentificator", merk, "onderwerpobjectidentificator.")
        gemaakt = self._zet("klantcontacten", contact)
        naar = {"uuid": gemaakt["uuid"]}
        return {
            "klantcontact": gemaakt,
            "betrokkene": self._zet("betrokkenen", wie | {"hadKlantcontact": naar}),
            "onderwerpobject": self._zet("onderwerpobjecten", over | {"klantcontact": naar}),
        }

    def _zet(self, soort: str, inhoud: Stuk) -> Stuk:
        sleutel = str(uuid.uuid4())
        self.bewaard[soort][sleutel] = inhoud | {"uuid": sleutel}
        return self.bewaard[soort][sleutel]

    def _verwijder(self, soort: str, sleutel: str) -> None:
        del self.bewaard[soort][sleutel]
        if soort == "betrokkenen":
            for adres in self.alle("digitaleadressen"):
                if adres["verstrektDoorBetrokkene"]["uuid"] == sleutel:
                    del self.bewaard["digitaleadressen"][adres["uuid"]]

    def _pas_aan(self, soort: str, sleutel: str, inhoud: Stuk) -> Stuk:
        stuk = self.bewaard[soort][sleutel]
        self._keur(soort, SCHEMA[soort], stuk | inhoud, zelf=stuk)
        stuk |= inhoud
        return stuk

    # What it refuses ------------------------------------------------------------------------------------------------

    def _keur(self, soort: str, schema: str, inhoud: Stuk, voor: str = "", zelf: Stuk | None = None) -> None:
        for naam in EISEN[schema]["required_on_write"]:
            if inhoud.get(naam) in (None, ""):
                raise Geweigerd(f"{voor}{naam}", "required")
        for naam, lengte in EISEN[schema]["max_length"].items():
            if len(inhoud.get(naam) or "") > lengte:
                raise Geweigerd(f"{voor}{naam}", "max_length")
        eigen = getattr(self, f"_keur_{soort.replace('-', '_')}", None)
        if eigen is not None:
            eigen(inhoud, voor)
        if soort in ("klantcontacten", "internetaken"):
            self._keur_nummers(soort, inhoud, voor, zelf)

    def _keur_nummers(self, soort: str, inhoud: Stuk, voor: str, zelf: Stuk | None) -> None:
        """Rules 2 and 3: whole numbers of ten digits at most, each once; never made up here."""
        for naam in ("nummer", "referentienummer"):
            waarde = inhoud.get(naam)
            if waarde is not None and not re.fullmatch(r"[0-9]{1,10}", waarde):
                raise Geweigerd(f"{voor}{naam}", "invalid")
            if waarde and any(ander[naam] == waarde for ander in self.alle(soort) if ander is not zelf):
                raise Geweigerd(f"{voor}{naam}", "unique")

    def _keur_internetaken(self, inhoud: Stuk, voor: str) -> None:
        """Rule 1: exactly one of the two ways to name an actor."""
        if ("toegewezenAanActor" in inhoud) == ("toegewezenAanActoren" in inhoud):
            raise Geweigerd("toegewezenAanActor", "invalid")
        for actor in inhoud.get("toegewezenAanActoren", []):
            self._bestaat("actoren", actor, "toegewezenAanActoren")
        self._bestaat("klantcontacten", inhoud["aanleidinggevendKlantcontact"], "aanleidinggevendKlantcontact")
        self._keuze("StatusEnum", inhoud["status"], "status")

    def _keur_digitaleadressen(self, inhoud: Stuk, voor: str) -> None:
        """Rule 4: numbers that a person can be called on."""
        self._keuze("SoortDigitaalAdresEnum", inhoud["soortDigitaalAdres"], "soortDigitaalAdres")
        adres = inhoud["adres"]
        if inhoud["soortDigitaalAdres"] == "telefoonnummer" and (
            not re.match(TELEFOON, adres) or adres.startswith(("0800", "0900", "1400", "140"))
        ):
            raise Geweigerd("adres")
        if inhoud["soortDigitaalAdres"] == "email" and "@" not in adres:
            raise Geweigerd("adres")
        if not re.fullmatch(r"[-a-zA-Z0-9_]{0,50}", inhoud.get("referentie", "")):
            raise Geweigerd("referentie")
        self._bestaat("betrokkenen", inhoud["verstrektDoorBetrokkene"], "verstrektDoorBetrokkene")

    def _keur_klantcontacten(self, inhoud: Stuk, voor: str) -> None:
        """Rule 5: a channel from the reference list."""
        if self.kanalen is not None and inhoud["kanaal"] not in self.kanalen:
            raise Geweigerd(f"{voor}kanaal")
        if len(inhoud["taal"]) != 3:
            raise Geweigerd(f"{voor}taal")

    def _keur_betrokkenen(self, inhoud: Stuk, voor: str) -> None:
        """Rule 6: a postcode with a space."""
        self._keuze("RolEnum", inhoud["rol"], f"{voor}rol")
        postcode = (inhoud.get("bezoekadres") or {}).get("postcode")
        if postcode and not re.fullmatch(r"[1-9][0-9]{3} [A-Z]{2}", postcode):
            raise Geweigerd(f"{voor}bezoekadres.postcode")
        for naam, lengte in {"voornaam": 200, "achternaam": 200, "voorletters": 10}.items():
            if len((inhoud.get("contactnaam") or {}).get(naam, "")) > lengte:
                raise Geweigerd(f"{voor}contactnaam.{naam}")

    def _keur_actoren(self, inhoud: Stuk, voor: str) -> None:
        self._keuze("SoortActorEnum", inhoud["soortActor"], "soortActor")

    def _keuze(self, soort: str, waarde: str, naam: str) -> None:
        if waarde not in EISEN["_enums"][soort]:
            raise Geweigerd(naam, "invalid_choice")

    def _bestaat(self, soort: str, verwijzing: Stuk | None, naam: str) -> None:
        if verwijzing is None or verwijzing["uuid"] not in self.bewaard[soort]:
            raise Geweigerd(naam, "does_not_exist")
