"""The trail of who saw and did what: every line is there, and whoever takes one away or changes it is found out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from typer.testing import CliRunner

from api.balie import audit
from api.balie.rights import REGELS
from api.cli import app
from api.context import Huis
from api.database.engine import Database, DatabaseWeg
from api.database.tables import Inzage
from tests.api.balie.case import Zaak
from tests.api.balie.conftest import Stuur
from tests.api.conftest import Wijzerplaat
from tests.api.pages.browser import Browser

GEVAAR = "Het gaat niet goed. Mijn man slaat me en de kinderen zien het. Ik wil hulp."


def regels(huis: Huis, kenmerk: str) -> list[tuple[str, str]]:
    with huis.database.lezen() as sessie:
        rijen = list(sessie.scalars(select(Inzage).where(Inzage.kenmerk == kenmerk).order_by(Inzage.id)))
    assert all(rij.adres and "testclient" not in rij.adres and rij.gemeente for rij in rijen)
    return [(rij.wie, rij.wat) for rij in rijen]


def controle(huis: Huis, bekend: audit.Bekend | None = None) -> audit.Uitslag:
    with huis.database.lezen() as sessie:
        return audit.controleer(sessie, huis.bos, bekend)


def schrijf(huis: Huis, aantal: int) -> None:
    for nummer in range(aantal):
        with huis.database.schrijven() as sessie:
            audit.voeg_toe(
                sessie, huis.bos, wie="Ans", wat="gelezen", op=huis.klok(), kenmerk=f"VD-{nummer}", gemeente="kaag"
            )


class Inbreker:
    """Someone with all rights on the database, but without the master key."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, *opdrachten: str) -> None:
        sqlite = self._database.is_sqlite
        namen = ("inzage_niet_anders", "inzage_niet_weg")
        uit = [f"drop trigger {n}" for n in namen] if sqlite else ["alter table inzage disable trigger user"]
        with self._database.schrijven() as sessie:
            for opdracht in (*uit, *opdrachten):
                sessie.execute(text(opdracht))


@pytest.fixture
def breek(overal: Huis) -> Iterator[Inbreker]:
    schrijf(overal, 5)
    assert controle(overal).breuk is None
    yield Inbreker(overal.database)


def test_lezen_afdrukken_en_elke_stap_staan_in_het_logboek(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    zaak = Zaak(ans, kenmerk)
    zaak.doe("oppakken")
    zaak.doe("notitie", tekst="Bekend van vorig jaar")
    ans.open(f"{zaak.pad}/print")
    wat = ["gelezen", "oppakken", "gelezen", "notitie", "gelezen", "afgedrukt"]
    assert regels(huis, kenmerk) == [("Ans", een) for een in wat]
    assert controle(huis).breuk is None


def test_een_stap_die_niet_doorgaat_staat_er_niet_als_gedaan(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    zaak = Zaak(ans, kenmerk)
    zaak.doe("notitie", tekst="")
    assert {wat for _, wat in regels(huis, kenmerk)} == {"gelezen"}


def test_wie_iets_probeert_te_openen_dat_niet_mag_staat_erin(
    als: Callable[..., Browser], huis: Huis, stuur: Stuur
) -> None:
    kenmerk = stuur()
    als("coordinator", gemeente="ridderkerk").open(f"/balie/aanmeldingen/{kenmerk}")
    assert [wat for _, wat in regels(huis, kenmerk)] == ["geweigerd"]


def test_elke_route_die_een_aanmelding_opent_schrijft_een_regel(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    paden = [pad for methode, pad in REGELS if methode == "GET" and "aanmeldingen/{kenmerk}" in pad]
    for nummer, pad in enumerate(paden, 1):
        ans.open(pad.format(kenmerk=kenmerk))
        assert len(regels(huis, kenmerk)) == nummer, pad


def test_een_hele_keten_klopt(overal: Huis) -> None:
    assert controle(overal) == audit.Uitslag(0, "")
    schrijf(overal, 3)
    uit = controle(overal)
    assert (uit.aantal, uit.breuk, len(uit.keten)) == (3, None, 64)
    schrijf(overal, 2)
    assert controle(overal, audit.Bekend(uit.aantal, uit.keten)).breuk is None


@pytest.mark.parametrize("opdracht", ["update inzage set wie = 'Bert' where nummer = 3", "delete from inzage"])
def test_de_database_weigert_veranderen_en_weggooien(overal: Huis, opdracht: str) -> None:
    schrijf(overal, 3)
    with pytest.raises((DBAPIError, DatabaseWeg)), overal.database.schrijven() as sessie:
        sessie.execute(text(opdracht))
    assert controle(overal) == audit.Uitslag(3, controle(overal).keten)


@pytest.mark.parametrize("veld", ["wie = 'Bert'", "wat = 'x'", "kenmerk = 'VD-9'", "gemeente = null", "adres = 'x'"])
def test_een_veranderde_regel_valt_op(overal: Huis, breek: Inbreker, veld: str) -> None:
    breek(f"update inzage set {veld} where nummer = 3")
    uit = controle(overal)
    assert (uit.breuk, uit.bij) == ("veranderd", 3)


def test_een_ander_tijdstip_valt_op(overal: Huis, breek: Inbreker, klok: Wijzerplaat) -> None:
    breek()
    with overal.database.schrijven() as sessie:
        sessie.scalars(select(Inzage).where(Inzage.nummer == 2)).one().op = klok() - timedelta(hours=1)
    assert controle(overal).bij == 2


def test_een_regel_die_weg_is_valt_op(overal: Huis, breek: Inbreker) -> None:
    breek("delete from inzage where nummer = 2")
    assert (controle(overal).breuk, controle(overal).bij) == ("ontbreekt", 2)


def test_weg_en_omgenummerd_valt_op(overal: Huis, breek: Inbreker) -> None:
    breek(
        "delete from inzage where nummer = 2",
        *(f"update inzage set nummer = {n - 1} where nummer = {n}" for n in (3, 4, 5)),
        "update inzage_kop set nummer = 4",
    )
    assert (controle(overal).breuk, controle(overal).bij) == ("veranderd", 2)


@pytest.mark.parametrize(
    "kop", ["", "update inzage_kop set nummer = 4, keten = (select keten from inzage where nummer = 4)"]
)
def test_de_laatste_regels_weg_valt_op_ook_met_een_aangepaste_kop(overal: Huis, breek: Inbreker, kop: str) -> None:
    breek("delete from inzage where nummer = 5", *([kop] if kop else []))
    assert (controle(overal).breuk, controle(overal).bij) == ("einde", 5)


def test_een_ingevoegde_regel_valt_op(overal: Huis, breek: Inbreker) -> None:
    breek("insert into inzage (op, wie, wat, kenmerk) values ('2026-11-20 12:00:00', 'Bert', 'gelezen', 'VD-1')")
    assert controle(overal).breuk == "los"


def test_een_heel_vervangen_logboek_valt_op_als_iemand_het_merk_bewaarde(
    overal: Huis, breek: Inbreker, klok: Wijzerplaat
) -> None:
    eerder = controle(overal)
    klok.verzet(hours=1)
    breek("delete from inzage", "update inzage_kop set nummer = 0, keten = '', merk = ''")
    schrijf(overal, 6)
    assert controle(overal).breuk is None, "daarom laat de controle het merk zien"
    uit = controle(overal, audit.Bekend(eerder.aantal, eerder.keten))
    assert (uit.breuk, uit.bij) == ("bekend", 5)


def test_regels_van_voor_de_keten_worden_het_begin_ervan(overal: Huis, klok: Wijzerplaat) -> None:
    with overal.database.schrijven() as sessie:
        sessie.add_all(Inzage(op=klok(), wie="Ans", wat="gelezen", kenmerk=f"VD-{n}") for n in range(3))
    assert controle(overal).breuk is None
    schrijf(overal, 1)
    assert (controle(overal).aantal, controle(overal).breuk) == (4, None)


def test_veel_tegelijk_uit_twee_processen_blijft_een_keten(overal: Huis) -> None:
    ander = (
        Database(overal.database.url.render_as_string(hide_password=False)) if not overal.database.is_sqlite else None
    )
    fouten: list[BaseException] = []

    def een(database: Database) -> None:
        try:
            for _ in range(10):
                with database.schrijven() as sessie:
                    audit.voeg_toe(sessie, overal.bos, wie="Ans", wat="gelezen", op=overal.klok())
        except BaseException as fout:
            fouten.append(fout)

    draden = [threading.Thread(target=een, args=(db,)) for db in (overal.database, ander or overal.database) * 3]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert fouten == []
    assert (controle(overal).aantal, controle(overal).breuk) == (60, None)
    if ander:
        ander.sluit()


def test_wat_niet_doorging_laat_geen_gat(overal: Huis) -> None:
    schrijf(overal, 1)
    with pytest.raises(RuntimeError), overal.database.schrijven() as sessie:
        audit.voeg_toe(sessie, overal.bos, wie="Ans", wat="gelezen", op=overal.klok())
        raise RuntimeError
    schrijf(overal, 1)
    assert (controle(overal).aantal, controle(overal).breuk) == (2, None)


# At the command line ---------------------------------------------------------------------------------------------------


def test_de_opdracht_zegt_of_het_logboek_klopt(overal: Huis, breek: Inbreker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOORDEUR_DATABASE_URL", overal.settings.database)
    monkeypatch.setenv("VOORDEUR_DATA", str(overal.settings.data))
    doe = CliRunner()
    goed = doe.invoke(app, ["beheer", "logboek", "controleer"])
    assert goed.exit_code == 0, goed.output
    bekend = goed.stdout.split("--bekend ")[1].strip()
    schrijf(overal, 1)
    assert doe.invoke(app, ["beheer", "logboek", "controleer", "--bekend", bekend]).exit_code == 0
    assert doe.invoke(app, ["beheer", "logboek", "controleer", "--bekend", "vijf"]).exit_code == 1
    breek("update inzage set wie = 'Bert' where nummer = 3")
    fout = doe.invoke(app, ["beheer", "logboek", "controleer"])
    assert fout.exit_code == 1
    assert "regel 3 is veranderd" in fout.output


# For the administrator -------------------------------------------------------------------------------------------------


def test_de_beheerder_zoekt_op_kenmerk_naam_en_dag_en_leest_niets_uit_een_aanmelding(
    als: Callable[..., Browser], ans: Browser, stuur: Stuur, klok: Wijzerplaat
) -> None:
    kenmerk, ander = stuur(), stuur(zorg=GEVAAR)
    Zaak(ans, kenmerk)
    klok.verzet(days=1)
    beheerder = als("beheerder").open(f"/balie/logboek?zoek={kenmerk[3:].lower()}")
    assert "1 regel" in beheerder.tekst and kenmerk in beheerder.tekst and "zaterdag" not in beheerder.tekst
    assert "slaapt" not in beheerder.html
    assert ander not in beheerder.tekst
    assert kenmerk in beheerder.open("/balie/logboek?zoek=ans").tekst
    assert kenmerk in beheerder.open("/balie/logboek?zoek=&van=2026-11-20&tot=2026-11-20").tekst
    assert kenmerk not in beheerder.open("/balie/logboek?van=2026-11-21&tot=").tekst
    assert "Geen regels" in beheerder.open("/balie/logboek?zoek=niemand").tekst
    assert beheerder.open("/balie/logboek?van=gisteren").status == 422
    assert beheerder.open("/balie/logboek?zoek=%25_%27--").status == 200


def test_de_beheerder_ziet_alleen_de_eigen_gemeente_en_wordt_zelf_ook_opgeschreven(
    als: Callable[..., Browser], ans: Browser, stuur: Stuur, huis: Huis
) -> None:
    kenmerk = stuur()
    Zaak(ans, kenmerk)
    elders = als("beheerder", gemeente="ridderkerk")
    assert kenmerk not in elders.open("/balie/logboek").tekst
    assert "logboek gelezen" in elders.tekst


def test_een_lang_logboek_komt_in_bladen(als: Callable[..., Browser], huis: Huis) -> None:
    for _ in range(101):
        with huis.database.schrijven() as sessie:
            audit.voeg_toe(
                sessie, huis.bos, wie="Zus", wat="gelezen", op=huis.klok(), kenmerk="VD-1", gemeente="kaag-en-braassem"
            )
    beheerder = als("beheerder").open("/balie/logboek?zoek=zus")
    assert "101 regels" in beheerder.tekst
    assert beheerder.open("/balie/logboek?zoek=zus&blad=2").html.count("VD-1<") == 1
