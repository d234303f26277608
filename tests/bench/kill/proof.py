"""Looking afterwards, in the database, over HTTP and at the receiver: everything acknowledged is there, and nothing twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import httpx
from sqlalchemy import select, text

from api.aanmelding.schemas import Velden
from api.crypto import Sleutelbos
from api.database.engine import Database
from api.database.tables import AanmeldingRij, BeurtRij, Gesprek, LeveringRij
from tests.api.levering.fake_openklant import OpenKlant
from tests.bench.kill.load import Daad, Verslag


def gebreken(
    verslag: Verslag, database: Database, bos: Sleutelbos, openklant: OpenKlant, adres: str | None = None
) -> list[str]:
    """Everything that is wrong; empty when all is well. The clients are done; with `adres` the server is up."""
    return [
        *verslag.vreemd,
        *(f"nooit beantwoord: {daad.soort}" for daad in verslag.daden if daad.antwoord is None),
        *_beurten(verslag, database, bos),
        *_aanmeldingen(verslag, database),
        *(_over_http(verslag.bevestigd("aanmelding"), adres) if adres else ()),
        *_afgeleverd(verslag, database, openklant),
        *_heel(database),
    ]


def _beurten(verslag: Verslag, database: Database, bos: Sleutelbos) -> Iterator[str]:
    with database.lezen() as sessie:
        rijen = sessie.execute(select(BeurtRij.gesprek_id, BeurtRij.idempotentie, BeurtRij.volgnummer)).all()
        versies = {rij.id: rij.versie for rij in sessie.execute(select(Gesprek.id, Gesprek.versie))}
    aantal = Counter((rij.gesprek_id, rij.idempotentie) for rij in rijen)
    for daad in verslag.bevestigd("beurt"):
        keer = aantal.pop((daad.gesprek, bos.merk(daad.sleutel)), 0)
        if keer != 1:
            yield f"een bevestigde beurt staat er {keer} keer"
    if aantal:
        yield f"{len(aantal)} beurten die niemand stuurde"
    for gesprek, versie in versies.items():
        nummers = sorted(rij.volgnummer for rij in rijen if rij.gesprek_id == gesprek)
        if nummers != list(range(1, versie + 1)):
            yield "een gesprek met een gat of een dubbel nummer"


def _aanmeldingen(verslag: Verslag, database: Database) -> Iterator[str]:
    with database.lezen() as sessie:
        kenmerken = Counter(sessie.scalars(select(AanmeldingRij.kenmerk)))
    bevestigd = Counter(daad.antwoord["kenmerk"] for daad in verslag.bevestigd("aanmelding"))
    if any(keer > 1 for keer in bevestigd.values()):
        yield "twee sleutels met hetzelfde kenmerk"
    yield from (f"een bevestigde aanmelding is weg: {kenmerk}" for kenmerk in bevestigd - kenmerken)
    yield from (f"een aanmelding die niemand kreeg: {kenmerk}" for kenmerk in kenmerken - bevestigd)


def _over_http(daden: list[Daad], adres: str) -> Iterator[str]:
    """The family opens it with the code it was given, and reads what it sent."""
    with httpx.Client(base_url=f"{adres}/api/v1/aanmeldingen", timeout=40) as http:
        for daad in daden:
            kenmerk, code = daad.antwoord["kenmerk"], daad.antwoord["code"]
            toegang = http.post(f"/{kenmerk}/toegang", json={"code": code})
            if toegang.status_code != 200:
                yield f"{toegang.status_code} met de code van {kenmerk}"
                continue
            uit = http.get(f"/{kenmerk}", headers={"Authorization": f"Bearer {toegang.json()['token']}"}).json()
            gestuurd = Velden.model_validate(daad.inhoud["velden"]).model_dump(mode="json", exclude_none=True)
            if uit["velden"] != gestuurd:
                yield f"{kenmerk} is niet wat het gezin stuurde"
            if [regel["soort"] for regel in uit["logboek"]] != ["ontvangen"]:
                yield f"het logboek van {kenmerk} klopt niet"


def onderweg(database: Database) -> int:
    """How many deliveries have not ended yet."""
    with database.lezen() as sessie:
        return len(sessie.scalars(select(LeveringRij.id).where(LeveringRij.status.in_(("wacht", "bezig")))).all())


def _afgeleverd(verslag: Verslag, database: Database, openklant: OpenKlant) -> Iterator[str]:
    with database.lezen() as sessie:
        standen = Counter(sessie.execute(select(AanmeldingRij.kenmerk, LeveringRij.status).join(LeveringRij)).all())
    verwacht = {daad.antwoord["kenmerk"] for daad in verslag.bevestigd("aanmelding")}
    if Counter({(kenmerk, "geleverd"): 1 for kenmerk in verwacht}) != standen:
        yield f"leveringen: {Counter(stand for _, stand in standen.elements())}, verwacht {len(verwacht)} geleverd"
    bij = {soort: Counter(_kenmerken(openklant, soort)) for soort in ("klantcontacten", "internetaken", "betrokkenen")}
    bij["digitaleadressen"] = Counter(
        stuk["referentie"].removesuffix("-telefoonnummer") for stuk in openklant.alle("digitaleadressen")
    )
    for soort, aantal in bij.items():
        if aantal != Counter(verwacht):
            dubbel = sum(keer > 1 for keer in aantal.values())
            yield f"Open Klant, {soort}: {dubbel} dubbel, {len(verwacht - aantal.keys())} niet aangekomen"
    merken = Counter(actor["actoridentificator"]["objectId"] for actor in openklant.alle("actoren"))
    if any(keer > 1 for keer in merken.values()):
        yield "Open Klant: een team staat er dubbel"


def _kenmerken(openklant: OpenKlant, soort: str) -> Iterator[str]:
    """For each piece the kenmerk of the aanmelding that it is about."""
    van: dict[str, Any] = {
        over["klantcontact"]["uuid"]: over["onderwerpobjectidentificator"]["objectId"]
        for over in openklant.alle("onderwerpobjecten")
    }
    naar = {"klantcontacten": None, "internetaken": "aanleidinggevendKlantcontact", "betrokkenen": "hadKlantcontact"}
    for stuk in openklant.alle(soort):
        verwijzing = naar[soort]
        yield van.get(stuk["uuid"] if verwijzing is None else stuk[verwijzing]["uuid"], "onbekend")


def _heel(database: Database) -> Iterator[str]:
    """SQLite's own opinion of the file."""
    if not database.is_sqlite:
        return
    with database.lezen() as sessie:
        oordeel = sessie.execute(text("pragma integrity_check")).scalars().all()
        wezen = sessie.execute(text("pragma foreign_key_check")).all()
    if oordeel != ["ok"] or wezen:
        yield f"SQLite: {oordeel[:3]}, {len(wezen)} verwijzingen naar niets"
