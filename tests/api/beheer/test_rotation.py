"""Another master key: everything stays readable, on the way too; the old one is of no use afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import LargeBinary

from api import rotation
from api.aanmelding import service
from api.aanmelding.reference import nieuwe_code
from api.aanmelding.store import open_velden
from api.balie import audit, totp
from api.balie.accounts import find_medewerker, maak_medewerker
from api.chat import store
from api.context import Huis
from api.crypto import Sleutelbos, SleutelFout
from api.database.tables import MeldingRij, Tabel
from api.levering.job import Klus
from api.levering.store import list_van, zet_klaar
from api.veiligheid.store import create_melding
from tests.api.balie.case import rij_van
from tests.api.balie.conftest import WACHTWOORD, Stuur
from tests.api.beheer.conftest import Beheer, gesprek


@pytest.fixture
def gevuld(huis: Huis, stuur: Stuur) -> list[str]:
    """Something in every column that holds a key; gives the kenmerken."""
    kenmerken = [stuur() for _ in range(3)]
    gesprek(huis)
    maak_medewerker(huis, "Ans", WACHTWOORD, "kaag-en-braassem")
    nu = huis.klok()
    melding = MeldingRij(
        kenmerk="M-1", op=nu, van="bezoeker", soort="gemist", eigenaar="x", antwoord_voor=nu.date(), status="open"
    )
    with huis.database.schrijven() as sessie:
        ans = find_medewerker(sessie, "Ans")
        assert ans is not None
        ans.totp_sleutel = huis.bos.nieuwe_sleutel(totp.naam_van(ans))
        create_melding(sessie, huis.bos, melding, "Een zin.")
        melding.uitkomst_sleutel = huis.bos.nieuwe_sleutel("M-1")
        zet_klaar(sessie, huis.bos, rij_van(huis, kenmerken[0]), soort="aanmelding", doelen=["webhook"], op=nu)
    return kenmerken


def na(huis: Huis) -> Huis:
    """The house as a process that starts now sees it."""
    return replace(huis, bos=Sleutelbos.open(None, huis.settings.data))


def test_elke_kolom_met_een_sleutel_gaat_mee() -> None:
    kolommen = {
        (naam, kolom.name)
        for naam, tabel in Tabel.metadata.tables.items()
        for kolom in tabel.columns
        if "sleutel" in kolom.name and isinstance(kolom.type, LargeBinary)
    }
    assert kolommen == {(plek.tabel.__tablename__, plek.kolom) for plek in rotation.PLEKKEN}


def test_nieuw_herstart_wissel_klaar(huis: Huis, opdracht: Beheer, gevuld: list[str]) -> None:
    oud, alles = Sleutelbos.open(None, huis.settings.data), rotation.tel(huis).nieuw
    assert alles == 3 + 3 + 1 + 1 + 2 + 1
    with huis.database.lezen() as sessie:
        levering = list_van(sessie, rij_van(huis, gevuld[0]).id)[0]
    merk = Klus.begin(huis, levering).merk
    assert "geen oude hoofdsleutel" in opdracht("sleutel", "wissel", einde=1).output
    opdracht("sleutel", "nieuw")
    onderweg = na(huis)
    assert open_velden(rij_van(onderweg, gevuld[0]), onderweg.bos)["naam"] == "Sanne", "de oude opent nog"
    vers = gesprek(onderweg)
    assert rotation.tel(onderweg).oud == alles
    assert "al een wisseling" in opdracht("sleutel", "nieuw", einde=1).output
    assert "nog" in opdracht("sleutel", "klaar", einde=1).output
    assert f"Opnieuw ingepakt: {alles}. Al goed: 1." in opdracht("sleutel", "wissel").output
    opdracht("sleutel", "klaar")
    assert not (huis.settings.data / "hoofdsleutel.oud").exists()
    klaar = na(huis)
    assert [open_velden(rij_van(klaar, kenmerk), klaar.bos)["naam"] for kenmerk in gevuld] == ["Sanne"] * 3
    with klaar.database.lezen() as sessie:
        rij = store.get_gesprek(sessie, vers)
        assert rij is not None and not store.open_stand(rij, klaar.bos).beschadigd
        assert audit.controleer(sessie, klaar.bos).breuk is None, "de keten van het logboek klopt nog"
        levering = list_van(sessie, rij_van(huis, gevuld[0]).id)[0]
    assert Klus.begin(klaar, levering).merk == merk, "een ontvanger herkent dezelfde gebeurtenis"
    with pytest.raises(SleutelFout):
        open_velden(rij_van(klaar, gevuld[0]), oud)


def test_de_code_van_een_gezin_werkt_ook_na_de_wissel(huis: Huis, opdracht: Beheer, stuur: Stuur) -> None:
    kenmerk, code = stuur(), nieuwe_code()
    with huis.database.schrijven() as sessie:
        sessie.merge(rij_van(huis, kenmerk)).code_merk = huis.bos.merk(code)
    for woord in ("nieuw", "wissel", "klaar"):
        opdracht("sleutel", woord)
    klaar = na(huis)
    assert service.geef_toegang(klaar, kenmerk=kenmerk, code=code).token


def test_afgebroken_halverwege_blijft_alles_leesbaar_en_gaat_het_verder(
    huis: Huis, opdracht: Beheer, gevuld: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotation, "PER_KEER", 1)
    opdracht("sleutel", "nieuw")
    onderweg, heel, keer = na(huis), rotation._pak_om, iter(range(100))

    def valt_om(*deel: object, **ook: object) -> None:
        if next(keer) == 4:
            raise KeyboardInterrupt
        heel(*deel, **ook)  # type: ignore[arg-type]

    monkeypatch.setattr(rotation, "_pak_om", valt_om)
    with pytest.raises(KeyboardInterrupt):
        rotation.wissel(onderweg, wie="test")
    monkeypatch.setattr(rotation, "_pak_om", heel)
    stand = rotation.tel(onderweg)
    assert (stand.nieuw, stand.oud) == (4, 7)
    for kenmerk in gevuld:
        assert open_velden(rij_van(onderweg, kenmerk), onderweg.bos)
    assert "Opnieuw ingepakt: 7. Al goed: 4." in opdracht("sleutel", "wissel").output
    assert "Opnieuw ingepakt: 0. Al goed: 11." in opdracht("sleutel", "wissel").output


def test_een_sleutel_die_niet_van_ons_is_blijft_staan_en_wordt_gezegd(
    huis: Huis, opdracht: Beheer, gevuld: list[str]
) -> None:
    vreemd = b"x" * 60
    with huis.database.schrijven() as sessie:
        sessie.merge(rij_van(huis, gevuld[1])).sleutel = vreemd
    opdracht("sleutel", "nieuw")
    assert "1 sleutels zijn met geen van beide" in opdracht("sleutel", "wissel", einde=1).output
    assert rij_van(huis, gevuld[1]).sleutel == vreemd
    opdracht("sleutel", "klaar", einde=1)
    assert (huis.settings.data / "hoofdsleutel.oud").exists()


def test_uit_de_kluis_wordt_de_nieuwe_getoond_en_een_losse_geweigerd(
    huis: Huis, opdracht: Beheer, monkeypatch: pytest.MonkeyPatch, gevuld: list[str]
) -> None:
    oud = (huis.settings.data / "hoofdsleutel").read_text()
    monkeypatch.setenv("VOORDEUR_MASTER_KEY", oud)
    nieuw = opdracht("sleutel", "nieuw").stdout.split()[0]
    los = Sleutelbos(b"1" * 32).volgende()
    with pytest.raises(SleutelFout, match="hoort niet bij de oude"):
        Sleutelbos.open(los, huis.settings.data, oud)
    monkeypatch.setenv("VOORDEUR_MASTER_KEY", nieuw)
    monkeypatch.setenv("VOORDEUR_MASTER_KEY_OUD", oud)
    opdracht("sleutel", "wissel")
    assert "Haal VOORDEUR_MASTER_KEY_OUD weg" in opdracht("sleutel", "klaar").output
    alleen = Sleutelbos.open(nieuw, huis.settings.data)
    assert open_velden(rij_van(huis, gevuld[0]), alleen)["naam"] == "Sanne"
