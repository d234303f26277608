"""Several processes on one database: nothing lost, nothing twice, also when one is killed."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import Counter

import pytest
from sqlalchemy import text

from api.chat.service import start_gesprek
from api.clock import nu
from api.settings import ROOT
from tests.api.conftest import Stilstaand, bouw

pytestmark = [pytest.mark.rasa, pytest.mark.timeout(300)]
ZINNEN = ("hoi", "mijn zoon van 3 slaapt slecht", "dank je", "hij is bijna 4", "nee", "hoe leer ik hem delen")


class Proces:
    """A worker process, with what it has answered so far."""

    def __init__(self, url, data, *modellen):
        self._p = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "tests.api.chat.worker", url, str(data), *map(str, modellen)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def wacht_tot_klaar(self):
        for regel in self._p.stdout:
            if regel == "klaar\n":
                return self
        raise AssertionError("de worker startte niet")

    def geef(self, opdracht):
        self._p.stdin.write(json.dumps(opdracht) + "\n")
        self._p.stdin.flush()

    def lees(self):
        regel = self._p.stdout.readline()
        return json.loads(regel) if regel else None

    def einde(self):
        self._p.stdin.close()
        antwoorden = [json.loads(regel) for regel in self._p.stdout]
        self._p.wait(60)
        return antwoorden

    def dood(self):
        self._p.kill()
        self._p.wait(30)
        self._p.stdin.close()
        return [json.loads(regel) for regel in self._p.stdout if regel.endswith("}\n")]


def maak_gesprekken(huis, aantal):
    gemaakt = [start_gesprek(huis, gemeente_id="ridderkerk", rol=None, adres="x") for _ in range(aantal)]
    return [{"gesprek": g["id"], "token": g["token"]} for g in gemaakt]


def opgeslagen(huis):
    with huis.database.lezen() as sessie:
        rijen = sessie.execute(text("select gesprek_id, volgnummer, idempotentie from beurt")).all()
        versies = dict(sessie.execute(text("select id, versie from gesprek")).all())
    return rijen, versies


@pytest.mark.postgres
def test_twee_processen_480_beurten_over_gedeelde_gesprekken(
    postgres_url, tmp_path, gereedschap, gevaar, brein, model_map
):
    huis = bouw(postgres_url, tmp_path, gereedschap, gevaar, Stilstaand(brein), nu)
    gesprekken = maak_gesprekken(huis, 12)
    processen = [Proces(postgres_url, tmp_path, model_map) for _ in range(2)]
    for proces in processen:
        proces.wacht_tot_klaar()
    for nummer in range(480):
        opdracht = gesprekken[nummer % 12] | {"sleutel": f"s{nummer}", "tekst": ZINNEN[nummer % 6]}
        processen[(nummer // 12) % 2].geef(opdracht)
    antwoorden = [antwoord for proces in processen for antwoord in proces.einde()]
    assert Counter(a["status"] for a in antwoorden) == {200: 480}
    rijen, versies = opgeslagen(huis)
    assert len({rij.idempotentie for rij in rijen}) == len(rijen) == 480
    for gesprek in gesprekken:
        nummers = sorted(rij.volgnummer for rij in rijen if rij.gesprek_id == gesprek["gesprek"])
        assert nummers == list(range(1, 41)) and versies[gesprek["gesprek"]] == 40
    huis.database.sluit()


def test_gedood_midden_in_het_schrijven_wat_bevestigd_is_is_er_en_niets_dubbel(
    database_url, tmp_path, gereedschap, gevaar, brein
):
    huis = bouw(database_url, tmp_path, gereedschap, gevaar, Stilstaand(brein), nu)
    gesprekken = maak_gesprekken(huis, 4)
    kans, bevestigd, nummer = random.Random(20261122), set(), 0
    for _ in range(2):
        proces = Proces(database_url, tmp_path).wacht_tot_klaar()
        for _ in range(40):
            proces.geef(gesprekken[nummer % 4] | {"sleutel": f"s{nummer}", "tekst": ZINNEN[nummer % 6]})
            nummer += 1
        for _ in range(kans.randint(5, 25)):
            bevestigd.add(proces.lees()["sleutel"])
        bevestigd |= {antwoord["sleutel"] for antwoord in proces.dood()}
    herstart = Proces(database_url, tmp_path).wacht_tot_klaar()
    for nummer_ in range(nummer):
        herstart.geef(gesprekken[nummer_ % 4] | {"sleutel": f"s{nummer_}", "tekst": ZINNEN[nummer_ % 6]})
    antwoorden = herstart.einde()
    rijen, versies = opgeslagen(huis)
    merken = {huis.bos.merk(sleutel) for sleutel in bevestigd}
    assert merken <= {rij.idempotentie for rij in rijen}, "wat bevestigd is, is er"
    assert Counter(a["status"] for a in antwoorden) == {200: nummer}, "alles kan opnieuw worden gestuurd"
    assert len(rijen) == len({rij.idempotentie for rij in rijen}) == nummer
    assert sum(versies.values()) == nummer
    huis.database.sluit()
