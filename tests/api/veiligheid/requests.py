"""A request that is right for every address of the API, and a form that is right on every page: one field of it changes."""

from __future__ import annotations

import copy
import json
import secrets
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from fastapi.testclient import TestClient
from sqlalchemy import func, select, update

from api.aanmelding.store import find_aanmelding, verander, voeg_toe
from api.balie.accounts import find_medewerker, maak_medewerker
from api.consult.schemas import NieuwConsult
from api.consult.service import verstuur as vraag_consult
from api.context import Huis
from api.database.tables import LeveringRij
from api.emergency_stop import zet_aan, zet_uit
from api.levering.store import MISLUKT, zet_klaar
from api.veiligheid.schemas import NieuweMelding
from api.veiligheid.service import meld
from tests.api.balie.conftest import VELDEN, WACHTWOORD, Stuur, meld_aan
from tests.api.conftest import Bezoeker
from tests.api.pages.browser import KAAG, Browser
from tests.api.veiligheid.conftest import GEVAAR, tellingen

KAAG_ID = "kaag-en-braassem"
GEWOON = "Mijn kleuter lust geen groente."
Verzoek = tuple[dict[str, Any] | None, dict[str, str], dict[str, str]]  # body, headers, query


class Api:
    """Sends a good request to every address of the API, with one field changed."""

    def __init__(self, client: TestClient, huis: Huis, stuur: Stuur) -> None:
        self.client, self.huis, self._stuur = client, huis, stuur
        self.bezoeker = Bezoeker(client)

    def goed(self, deur: str) -> tuple[str, Verzoek]:
        """Address and request that are right; KeyError for a door nobody described."""
        aanmelding = {
            "gemeente": KAAG_ID,
            "velden": copy.deepcopy(VELDEN) | {"zorg": GEWOON},
            "toestemming": {"versturen": True},
        }
        gesprek, sleutel = self.bezoeker, {"Idempotency-Key": secrets.token_hex(8)}
        kenmerk, toegang = self._familie()
        verzoeken: dict[str, Verzoek] = {
            "POST /api/v1/gesprekken": ({"gemeente": KAAG_ID}, {}, {}),
            "POST /api/v1/gesprekken/{gesprek_id}/berichten": ({"tekst": "hoi"}, gesprek.kop, {}),
            "PATCH /api/v1/gesprekken/{gesprek_id}/concept": ({"velden": {}}, gesprek.kop, {}),
            "POST /api/v1/aanmeldingen": (aanmelding, sleutel, {}),
            "POST /api/v1/aanmeldingen/{kenmerk}/toegang": ({"code": "4KQ2-9XMA-7TRW"}, {}, {}),
            "PATCH /api/v1/aanmeldingen/{kenmerk}": ({"velden": {}}, toegang, {}),
            "POST /api/v1/aanmeldingen/{kenmerk}/berichten": ({"tekst": "hoi"}, toegang, {}),
            "POST /api/v1/consulten": ({"gemeente": KAAG_ID, "velden": CONSULT}, sleutel, {}),
            "POST /api/v1/aanmeldingen/{kenmerk}/wisverzoek": ({"wissen": True}, toegang, {}),
            "POST /api/v1/veiligheidsmeldingen": ({"soort": "gemist"}, {}, {}),
            "GET /api/v1/kennis/zoeken": (None, {}, {"q": "hoeveel zakgeld geef je"}),
            "GET /api/v1/kennis/artikelen/{thema}/{slug}": (None, {}, {}),
            "GET /api/v1/sociale-kaart": (None, {}, {"gemeente": KAAG_ID}),
        }
        pad = deur.partition(" ")[2]
        delen = {"gesprek_id": gesprek.id, "kenmerk": kenmerk, "thema": "slapen", "slug": "peuter-uit-bed"}
        return pad.format(**delen), verzoeken[deur]

    def _familie(self) -> tuple[str, dict[str, str]]:
        kenmerk = self._stuur(zorg=GEWOON)
        return kenmerk, {"Authorization": f"Bearer {toegang_tot(self.huis, kenmerk)}"}

    def stuur(self, deur: str, veld: str, waarde: str) -> Any:
        """The answer to the good request with this value in this field."""
        pad, (inhoud, kop, vraag) = self.goed(deur)
        if veld.startswith("?"):
            vraag = vraag | {veld[1:]: waarde}
        else:
            inhoud = zet(inhoud, veld, waarde)
        return self.client.request(deur.partition(" ")[0], pad, json=inhoud, headers=kop, params=vraag)


def toegang_tot(huis: Huis, kenmerk: str) -> str:
    """A token for this aanmelding, without knowing its code."""
    token = secrets.token_urlsafe(16)
    with huis.database.schrijven() as sessie:
        rij = find_aanmelding(sessie, kenmerk)
        tot = huis.klok() + timedelta(minutes=5)
        verander(sessie, rij, toegang_merk=huis.bos.merk(token), toegang_tot=tot)
    return token


def zet(inhoud: Any, veld: str, waarde: str) -> Any:
    """The data with this value at this place: `velden.contact.tolk`, `velden.leefgebieden[]`, `velden.*`."""
    kop, _, rest = veld.partition(".")
    naam = "opmerking" if kop == "*" else kop.removesuffix("[]")
    oud = (inhoud or {}).get(naam)
    nieuw = zet(oud, rest, waarde) if rest else [waarde] if kop.endswith("[]") else waarde
    return {**(inhoud or {}), naam: nieuw}


def find(huis: Huis, naam: str) -> Any:
    """The account with this name, or None."""
    with huis.database.lezen() as sessie:
        return find_medewerker(sessie, naam)


class Formulieren:
    """Opens the page on which each form stands, and sends it with one field changed."""

    def __init__(self, browser: Browser, ans: Browser, huis: Huis, stuur: Stuur) -> None:
        self.browser, self.ans, self.huis, self.stuur = browser, ans, huis, stuur

    def recepten(self) -> dict[str, Callable[[], tuple[Browser, str, dict[str, Any]]]]:
        """For each route: the browser on the right page, the address of the form, and what makes it right."""
        return {
            "POST /chat/{gemeente_id}/begin": lambda: (self._nieuw(KAAG), f"{KAAG}/begin", {"tekst": "hoi"}),
            "POST /chat/{gemeente_id}/bericht": lambda: (
                self._nieuw(KAAG).begin("hoi"),
                f"{KAAG}/bericht",
                {"tekst": "hoi"},
            ),
            "POST /chat/{gemeente_id}/wissen": lambda: (self._nieuw(KAAG).begin("hoi"), f"{KAAG}/wissen", {}),
            "POST /chat/{gemeente_id}/aanmelding": self._invullen,
            "POST /chat/{gemeente_id}/aanmelding/opnieuw": self._opnieuw,
            "POST /chat/{gemeente_id}/aanmelding/versturen": self._versturen,
            "POST /aanmelding/openen": self._openen,
            "POST /aanmelding/bericht": lambda: (self._familie(), "/aanmelding/bericht", {"tekst": "dank"}),
            "POST /aanmelding/terugblik": lambda: (
                self._na_contact(),
                "/aanmelding/terugblik",
                {"antwoord": "ja", "tekst": "dank"},
            ),
            "POST /aanmelding/bellen": lambda: (self._familie(), "/aanmelding/bellen", {"tolk": "Pools"}),
            "POST /aanmelding/sluiten": lambda: (self._familie(), "/aanmelding/sluiten", {}),
            "POST /aanmelding/intrekken": lambda: (
                self._familie().open("/aanmelding/intrekken"),
                "/aanmelding/intrekken",
                {},
            ),
            "POST /chat/{gemeente_id}/consult": lambda: (
                self._nieuw(f"{KAAG}/consult"),
                f"{KAAG}/consult",
                {f"consult_{naam}": waarde for naam, waarde in CONSULT.items()},
            ),
            "POST /aanmelding/verbeteren": lambda: (
                self._familie().open("/aanmelding/verbeteren"),
                "/aanmelding/verbeteren",
                {"wens": "rust"},
            ),
            "POST /aanmelding/wissen": lambda: (
                self._familie().open("/aanmelding/wissen"),
                "/aanmelding/wissen",
                {},
            ),
            "POST /balie/aanmeldingen/{kenmerk}/wisverzoek": self._wisverzoek,
            "POST /weg": lambda: (self.browser.open("/hulplijnen"), "/weg", {}),
            "POST /meld-veiligheid": lambda: (
                self.browser.open("/meld-veiligheid"),
                "/meld-veiligheid",
                {"soort": "gemist", "tekst": ""},
            ),
            "POST /balie/aanmelden": lambda: (
                self.browser.open("/balie/aanmelden"),
                "/balie/aanmelden",
                {"naam": "Ans", "wachtwoord": "fout"},
            ),
            "POST /balie/zoek": lambda: (self.ans.open("/balie"), "/balie/zoek", {"zoek": "Jansen"}),
            "POST /balie/aanmeldingen/{kenmerk}/nieuwe-code": self._nieuwe_code,
            "POST /balie/aanmeldingen/{kenmerk}/{stap}": self._stap,
            "POST /balie/consulten/{kenmerk}/{stap}": self._consult,
            "POST /balie/veiligheid": lambda: (
                self.ans.open("/balie/veiligheid"),
                "/balie/veiligheid",
                {"soort": "gemist"},
            ),
            "POST /balie/veiligheid/{kenmerk}": self._melding,
            "POST /balie/leveringen/{nummer}": self._levering,
            "POST /balie/tweede-stap": lambda: (
                self.ans.open("/balie/tweede-stap"),
                "/balie/tweede-stap",
                {"tekst": "leest niemand"},
            ),
            "POST /balie/gebruikers/{nummer}/tweede-stap": self._gebruiker,
            "POST /balie/noodstop/uit": lambda: self._noodstop("uit", {"reden": "een artikel klopt niet"}),
            "POST /balie/noodstop/aan": lambda: self._noodstop("aan", {}),
            "POST /balie/afmelden": lambda: (self.ans.open("/balie"), "/balie/afmelden", {}),
        }

    def _noodstop(self, kant: str, velden: dict[str, Any]) -> tuple[Browser, str, dict[str, Any]]:
        """The page as it is when the chat can be put this way; afterwards it is on again, for who comes next."""
        if kant == "aan":
            zet_uit(self.huis, KAAG_ID, wie="Ans", reden="een artikel klopt niet")
        else:
            zet_aan(self.huis, KAAG_ID, wie="Ans")
        return self.ans.open("/balie/noodstop"), f"/balie/noodstop/{kant}", velden

    def _nieuw(self, pad: str) -> Browser:
        """A browser that remembers nothing."""
        self.browser.client.cookies.clear()
        return self.browser.open(pad)

    def _invullen(self) -> tuple[Browser, str, dict[str, Any]]:
        self._nieuw(KAAG).begin("hoi").open(f"{KAAG}/aanmelding")
        return self.browser, f"{KAAG}/aanmelding", INGEVULD

    def _opnieuw(self) -> tuple[Browser, str, dict[str, Any]]:
        self._nieuw(KAAG).begin("hoi").open(f"{KAAG}/aanmelding")
        self.huis.klok.verzet(minutes=40)
        self.browser.stuur(f"{KAAG}/aanmelding", **INGEVULD)
        return self.browser, f"{KAAG}/aanmelding/opnieuw", INGEVULD

    def _versturen(self) -> tuple[Browser, str, dict[str, Any]]:
        browser, pad, velden = self._invullen()
        return browser.stuur(pad, **velden), f"{KAAG}/aanmelding/versturen", {}

    def _openen(self) -> tuple[Browser, str, dict[str, Any]]:
        return self._nieuw("/aanmelding"), "/aanmelding/openen", {"kenmerk": "VD-1111-1111", "code": "fout"}

    def _familie(self) -> Browser:
        kenmerk = self.stuur(zorg=GEWOON)
        self.browser.client.cookies.clear()
        self.browser.client.cookies.set("voordeur", f"...{kenmerk}.{toegang_tot(self.huis, kenmerk)}")
        return self.browser.open("/aanmelding")

    def _na_contact(self) -> Browser:
        """The page of a family that was spoken with."""
        kenmerk = self.stuur(zorg=GEWOON)
        with self.huis.database.schrijven() as sessie:
            rij = find_aanmelding(sessie, kenmerk)
            voeg_toe(sessie, self.huis.bos, rij, wie="Ans", soort="contact_gelukt", op=self.huis.klok())
        self.browser.client.cookies.clear()
        self.browser.client.cookies.set("voordeur", f"...{kenmerk}.{toegang_tot(self.huis, kenmerk)}")
        return self.browser.open("/aanmelding")

    def _stap(self) -> tuple[Browser, str, dict[str, Any]]:
        kenmerk = self.stuur(zorg=GEVAAR)
        tellingen(self.huis)
        self.ans.open(f"/balie/aanmeldingen/{kenmerk}").stuur(f"/balie/aanmeldingen/{kenmerk}/oppakken")
        goed = {"keuze": "advies", "tekst": "gebeld"}
        return self.ans, f"/balie/aanmeldingen/{kenmerk}/afsluiten", goed

    def _consult(self) -> tuple[Browser, str, dict[str, Any]]:
        inhoud = json.dumps({"gemeente": KAAG_ID, "velden": CONSULT}).encode()
        nieuw = NieuwConsult.model_validate_json(inhoud)
        kenmerk = vraag_consult(self.huis, nieuw, sleutel=secrets.token_hex(8), inhoud=inhoud)["kenmerk"]
        pad = f"/balie/consulten/{kenmerk}"
        return self.ans.open(pad), f"{pad}/oppakken", {}

    def _nieuwe_code(self) -> tuple[Browser, str, dict[str, Any]]:
        pad = f"/balie/aanmeldingen/{self.stuur(zorg=GEWOON)}/nieuwe-code"
        return self.ans.open(pad), pad, {"keuze": "in_persoon"}

    def _wisverzoek(self) -> tuple[Browser, str, dict[str, Any]]:
        kenmerk = self.stuur(zorg=GEWOON)
        tellingen(self.huis)
        with self.huis.database.schrijven() as sessie:
            verander(sessie, find_aanmelding(sessie, kenmerk), wis_gevraagd_op=self.huis.klok())
        self.ans.open(f"/balie/aanmeldingen/{kenmerk}")
        return (
            self.ans,
            f"/balie/aanmeldingen/{kenmerk}/wisverzoek",
            {"besluit": "weigeren", "reden": "Er loopt al hulp."},
        )

    def _levering(self) -> tuple[Browser, str, dict[str, Any]]:
        """A delivery that failed; the settings of this house have no target, so the row is put there."""
        kenmerk, nu = self.stuur(zorg=GEWOON), self.huis.klok()
        with self.huis.database.schrijven() as sessie:
            zet_klaar(
                sessie, self.huis.bos, find_aanmelding(sessie, kenmerk), soort="aanmelding", doelen=("mail",), op=nu
            )
            sessie.execute(update(LeveringRij).values(status=MISLUKT))
            nummer = sessie.scalars(select(func.max(LeveringRij.id))).one()
        return self.ans.open("/balie/leveringen"), f"/balie/leveringen/{nummer}", {}

    def _gebruiker(self) -> tuple[Browser, str, dict[str, Any]]:
        """An administrator at a computer of their own, about a colleague."""
        if find(self.huis, "Bea") is None:
            maak_medewerker(self.huis, "Bea", WACHTWOORD, KAAG_ID, rol="beheerder")
            maak_medewerker(self.huis, "Dirk", WACHTWOORD, KAAG_ID)
        self.browser.client.cookies.clear()
        dirk = find(self.huis, "Dirk")
        return meld_aan(self.browser, "Bea"), f"/balie/gebruikers/{dirk.id}/tweede-stap", {}

    def _melding(self) -> tuple[Browser, str, dict[str, Any]]:
        kenmerk = meld(self.huis, NieuweMelding(soort="gemist"), van="bezoeker").kenmerk
        return self.ans.open(f"/balie/veiligheid/{kenmerk}"), f"/balie/veiligheid/{kenmerk}", {"uitkomst": "bekeken"}


CONSULT = {
    "functie": "intern_begeleider", "organisatie": "Basisschool De Proef", "naam": "Kim", "telefoon": "06 00000013",
    "bereikbaar": "na 15 uur", "kern": "leimuiden", "onderwerp": "pesten", "urgentie": "deze_week",
    "zin": "Hoe begin ik het gesprek met ouders?",
}  # fmt: skip
INGEVULD = {
    "rol": "ouder", "naam": "Sanne", "kern": "kaag", "zorg": GEWOON, "telefoon": "06 00000012",
}  # fmt: skip
