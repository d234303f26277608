"""What happens to a consult in time: its text goes when its term is over, also from a back-up, and the count stays."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select, update

from api import rotation
from api.consult.store import find_consult, open_consult
from api.context import Huis
from api.crypto import Sleutelbos
from api.database.consult_tables import ConsultRij
from api.database.tables import Inzage
from api.retention import list_verlopen, wis_verlopen
from api.wiping import list_gewist, wis_opnieuw
from tests.api.conftest import Wijzerplaat
from tests.api.consult.conftest import Vraag


def rij_van(huis: Huis, kenmerk: str) -> ConsultRij:
    with huis.database.lezen() as sessie:
        rij = find_consult(sessie, kenmerk)
    assert rij is not None
    return rij


def zet_gedaan(huis: Huis, kenmerk: str) -> None:
    with huis.database.schrijven() as sessie:
        sessie.execute(
            update(ConsultRij).where(ConsultRij.kenmerk == kenmerk).values(status="gedaan", laatst_op=huis.klok())
        )


def test_na_de_termijn_is_de_tekst_weg_en_de_telling_over(huis: Huis, klok: Wijzerplaat, vraag: Vraag) -> None:
    klaar, open_ = vraag().json()["kenmerk"], vraag().json()["kenmerk"]
    zet_gedaan(huis, klaar)
    klok.verzet(days=huis.settings.bewaar_consult_dagen - 1)
    assert wis_verlopen(huis) == 0
    klok.verzet(days=2)
    assert [(telling.soort.een, telling.aantal) for telling in list_verlopen(huis)] == [("consult", 1)]
    assert wis_verlopen(huis) == 1
    rij = rij_van(huis, klaar)
    assert (rij.sleutel, rij.velden, open_consult(rij, huis.bos)) == (None, None, {})
    assert (rij.onderwerp, rij.functie) == ("pesten", "intern_begeleider")
    assert open_consult(rij_van(huis, open_), huis.bos), "wat nog open is, wordt nooit vanzelf gewist"
    with huis.database.lezen() as sessie:
        assert "gewist na termijn: 1 consult" in list(sessie.scalars(select(Inzage.wat)))


def test_een_teruggezette_back_up_wordt_opnieuw_gewist(huis: Huis, klok: Wijzerplaat, vraag: Vraag) -> None:
    kenmerk = vraag().json()["kenmerk"]
    zet_gedaan(huis, kenmerk)
    oud = rij_van(huis, kenmerk)
    klok.verzet(days=huis.settings.bewaar_consult_dagen + 1)
    wis_verlopen(huis)
    with huis.database.schrijven() as sessie:
        lijst = [(gewist.soort, gewist.id) for gewist in list_gewist(sessie)]
        terug = {"sleutel": oud.sleutel, "velden": oud.velden}
        sessie.execute(update(ConsultRij).where(ConsultRij.id == oud.id).values(**terug))
    assert lijst == [("consult", oud.id)]
    with huis.database.schrijven() as sessie:
        assert wis_opnieuw(sessie, lijst, huis.klok()) == 1
    assert open_consult(rij_van(huis, kenmerk), huis.bos) == {}


def test_een_nieuwe_hoofdsleutel_opent_ook_het_consult(huis: Huis, vraag: Vraag) -> None:
    kenmerk = vraag().json()["kenmerk"]
    nieuw = huis.bos.volgende()
    oud = (huis.settings.data / "hoofdsleutel").read_text().strip()
    huis.bos = Sleutelbos.open(nieuw, huis.settings.data, oud)
    rotation.wissel(huis, wie="beheer")
    assert rotation.tel(huis).oud == 0
    huis.bos = Sleutelbos.open(nieuw, huis.settings.data)
    assert open_consult(rij_van(huis, kenmerk), huis.bos)["naam"] == "Kim"


def test_het_bewaarde_antwoord_gaat_na_een_dag_weg(huis: Huis, klok: Wijzerplaat, vraag: Vraag) -> None:
    eerste = vraag(sleutel="s").json()["kenmerk"]
    klok.verzet(hours=25)
    wis_verlopen(huis)
    assert vraag(sleutel="s").json()["kenmerk"] != eerste
    assert klok() - rij_van(huis, eerste).ontvangen_op == timedelta(hours=25)
