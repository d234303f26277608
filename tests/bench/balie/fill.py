"""A database with many aanmeldingen, written by the same code and into the same tables as real ones, in large blocks."""

from __future__ import annotations

import json
import random
import secrets
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Insert, insert
from sqlalchemy.orm import Session

from api.aanmelding import store
from api.aanmelding.promise import contact_voor
from api.aanmelding.reference import nieuw_kenmerk
from api.aanmelding.schemas import Velden
from api.context import Huis
from api.crypto import Sleutelbos
from api.database.tables import AanmeldingRij, BeurtRij, Gesprek, LeveringRij, LogboekRij, Tabel

GEMEENTE, ANDERE = "ridderkerk", "kaag-en-braassem"
BLOK = 2000
DAGEN_OPEN, DAGEN_DICHT = 12, 700
BEURTEN = 5
NAMEN = ("de Vries", "Jansen", "Bakker", "van Dijk", "Yilmaz", "El Amrani", "Visser", "Smit")
ZORG = (
    "Onze zoon van {} slaapt al weken niet door.\n\nWe hebben van alles geprobeerd en we zijn op. Wat kunnen we doen?"
)
DICHT = ("afgesloten", "afgesloten", "afgesloten", "overgedragen")
OPEN = ("ontvangen", "ontvangen", "opgepakt", "contact_geprobeerd", "contact_gelukt")
GEVAAR = {"niveau": "vandaag", "regel": "huiselijk_geweld", "categorie": "huiselijk_geweld"}


class Verzamelaar:
    """Takes rows as a session does, and writes them in blocks: one statement for all rows of a table."""

    def __init__(self) -> None:
        self._rijen: defaultdict[type[Tabel], list[dict[str, Any]]] = defaultdict(list)
        self._objecten: list[Tabel] = []
        self._los: list[tuple[Insert, list[dict[str, Any]]]] = []

    def add(self, rij: Tabel) -> None:
        self._objecten.append(rij)

    def flush(self) -> None:
        """Nothing refers to a row before everything is written."""

    def execute(self, opdracht: Any, rijen: list[dict[str, Any]] | None = None) -> None:
        """Inserts are kept; there is nothing yet to change or delete."""
        if isinstance(opdracht, Insert) and rijen:
            self._los.append((opdracht, rijen))

    def schrijf(self, sessie: Session) -> None:
        """Aanmeldingen first, what refers to them afterwards."""
        for rij in self._objecten:
            kolommen = (attr.key for attr in rij.__mapper__.column_attrs)
            waarden = {naam: getattr(rij, naam) for naam in kolommen if naam in rij.__dict__}
            self._rijen[type(rij)].append(waarden)
        for tabel in (Gesprek, BeurtRij, AanmeldingRij, LogboekRij, LeveringRij):
            gelijk = defaultdict(list)
            for waarden in self._rijen.pop(tabel, []):
                gelijk[frozenset(waarden)].append(waarden)
            for rijen in gelijk.values():
                sessie.execute(insert(tabel), rijen)
        assert not self._rijen, "een tabel waar de vuller niet van weet"
        samen: dict[str, tuple[Insert, list[dict[str, Any]]]] = {}
        for opdracht, rijen in self._los:
            samen.setdefault(str(opdracht), (opdracht, []))[1].extend(rijen)
        for opdracht, rijen in samen.values():
            sessie.execute(opdracht, rijen)


class Vuller:
    """The same number gives the same kind of rows every time, with other keys."""

    def __init__(self, huis: Huis, *, deel_open: float, kiem: int = 20261122) -> None:
        self.huis, self.deel_open, self.kans = huis, deel_open, random.Random(kiem)
        self.kernen = {g: list(huis.gemeente(g).kernen) for g in (GEMEENTE, ANDERE)}

    def vul(self, aantal: int, zeg: Callable[[str], None] = lambda _: None) -> None:
        """So many aanmeldingen, and a conversation for every ten."""
        for begin in range(0, aantal, BLOK):
            tot = min(BLOK, aantal - begin)
            blok = Verzamelaar()
            for _ in range(tot):
                self._aanmelding(blok)
            for _ in range(tot // 10):
                self._gesprek(blok)
            with self.huis.database.schrijven() as sessie:
                blok.schrijf(sessie)
            if (begin // BLOK) % 5 == 4:
                zeg(f"{begin + tot} van {aantal} aanmeldingen")

    def _aanmelding(self, blok: Verzamelaar) -> None:
        open_ = self.kans.random() < self.deel_open
        dagen = self.kans.uniform(0, DAGEN_OPEN) if open_ else self.kans.uniform(DAGEN_OPEN, DAGEN_DICHT)
        op = self.huis.klok() - timedelta(days=dagen)
        gemeente_id = GEMEENTE if self.kans.random() < 0.8 else ANDERE
        kern = self.kans.choice(self.kernen[gemeente_id])
        team = self.huis.gemeente(gemeente_id).team_van(kern.id)
        status = self.kans.choice(OPEN if open_ else DICHT)
        gevaar = GEVAAR if self.kans.random() < 0.05 else {}
        rij = AanmeldingRij(
            id=secrets.token_hex(16), kenmerk=nieuw_kenmerk(), code_merk=secrets.token_hex(32), gemeente=gemeente_id,
            kern=kern.id, team=team.id if team else None, status=status, ontvangen_op=op, contact_voor=contact_voor(op),
            foute_codes=0, **gevaar,
        )  # fmt: skip
        self._bezig(rij, op)
        velden = self._velden(kern.id)
        store.create_aanmelding(blok, self.huis.bos, rij, velden)  # type: ignore[arg-type]
        self._logboek(blok, rij, op)
        blok.add(self._levering(rij, op, self.huis.bos))

    def _bezig(self, rij: AanmeldingRij, op: datetime) -> None:
        """Who has it, how urgent it was found, and that a missed belofte was escalated already."""
        if rij.status != "ontvangen":
            rij.opgepakt_door = f"Medewerker {self.kans.randrange(20)}"
        if self.kans.random() < 0.1:
            rij.urgentie, rij.urgentie_door = self.kans.choice(("gewoon", "deze_week", "vandaag")), "Medewerker 1"
            rij.urgentie_op = op + timedelta(hours=2)
        if rij.contact_voor < self.huis.klok().date():
            rij.gemist_op = self.huis.klok()

    def _velden(self, kern: str) -> dict[str, Any]:
        velden = {
            "rol": "ouder", "naam": f"Ouder {self.kans.choice(NAMEN)}", "kern": kern,
            "kind_leeftijd": f"{self.kans.randrange(1, 17)} jaar", "zorg": ZORG.format(self.kans.randrange(1, 17)),
            "sinds": "een paar weken", "wens": "Iemand die met ons meedenkt.",
            "contact": {
                "telefoon": f"06 {self.kans.randrange(10**8):08}", "veilig_bellen": self.kans.random() < 0.95,
                "email": f"ouder{self.kans.randrange(10**6)}@voorbeeld.nl",
            },
        }  # fmt: skip
        return Velden.model_validate(velden).model_dump(mode="json", exclude_none=True)

    def _logboek(self, blok: Verzamelaar, rij: AanmeldingRij, op: datetime) -> None:
        if rij.status == "ontvangen":
            return
        for soort, tekst in (("opgepakt", None), ("notitie", "Teruggebeld, geen gehoor. Morgen weer.")):
            later = op + timedelta(hours=5)
            store.voeg_toe(blok, self.huis.bos, rij, wie=rij.opgepakt_door or "", soort=soort, op=later, tekst=tekst)  # type: ignore[arg-type]

    def _levering(self, rij: AanmeldingRij, op: datetime, bos: Sleutelbos) -> LeveringRij:
        sleutel = bos.nieuwe_sleutel(f"{rij.id}:openklant:aanmelding")
        return LeveringRij(
            aanmelding_id=rij.id, doel="openklant", soort="aanmelding", status="geleverd", pogingen=1, volgende_op=op,
            sleutel=sleutel,
        )  # fmt: skip

    def _gesprek(self, blok: Verzamelaar) -> None:
        op, id_ = self.huis.klok() - timedelta(days=self.kans.uniform(1, 25)), secrets.token_hex(16)
        sleutel = self.huis.bos.nieuwe_sleutel(id_)
        kluis = self.huis.bos.kluis(sleutel, id_)
        blok.add(
            Gesprek(
                id=id_, token_merk=secrets.token_hex(32), gemeente=GEMEENTE, begonnen_op=op, laatst_op=op,
                versie=BEURTEN, sleutel=sleutel, toestand=kluis.sluit(b"x" * 3000, "toestand"),
            )
        )  # fmt: skip
        antwoord = kluis.sluit(json.dumps({"berichten": ["x" * 1500]}).encode(), "antwoord")
        for nummer in range(1, BEURTEN + 1):
            blok.add(
                BeurtRij(
                    gesprek_id=id_, volgnummer=nummer, idempotentie=secrets.token_hex(32),
                    inhoud_merk=secrets.token_hex(32), op=op, status="beantwoord", route="kennis", onderwerp="slapen",
                    invoer=kluis.sluit(b"{}", "invoer"), antwoord=antwoord,
                )
            )  # fmt: skip
