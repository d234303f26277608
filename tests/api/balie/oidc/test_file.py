"""A mistake in the file of providers stops the start, and says where it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.api.balie.oidc.conftest import HIER, instellen


@pytest.mark.parametrize(
    ("anders", "zegt"),
    [
        ({"issuer": "http://elders.example"}, "geen issuer"),
        ({"issuer": "https://elders.example?x=1"}, "geen issuer"),
        ({"issuer": "elders"}, "geen issuer"),
        ({"id_claim": "email"}, "bij een persoon blijft"),
        ({"id_claim": "preferred_username"}, "bij een persoon blijft"),
        ({"rollen": []}, "te weinig regels"),
        ({"rollen": [{"waarde": "x", "rol": "baas"}]}, "deze waarde mag hier niet"),
        ({"scopes": ["profile"]}, "openid moet erbij staan"),
        ({"client_geheim_bestand": "/bestaat/niet"}, "niet te lezen"),
        ({"client_geheim_env": "VOORDEUR_GEHEIM"}, "een van de twee"),
        ({"tikfout": "x"}, "tikfout in de naam"),
    ],
)
def test_een_fout_in_het_bestand_houdt_de_start_tegen_en_zegt_waar(
    tmp_path: Path, anders: dict[str, Any], zegt: str
) -> None:
    goed = {"gemeente": HIER, "issuer": "https://login.example", "client_id": "v", "rollen": [
        {"waarde": "x", "rol": "beheerder"}]}  # fmt: skip
    from api.settings import Settings

    assert Settings(data=tmp_path, oidc_bestand=instellen(tmp_path, goed)).aanbieders[HIER].client_id == "v"
    with pytest.raises(ValueError, match=zegt):
        Settings(data=tmp_path, oidc_bestand=instellen(tmp_path, goed | anders))


def test_met_live_geen_aanbieder_zonder_tls_en_elke_gemeente_een_keer(tmp_path: Path) -> None:
    from api.settings import Settings

    een = {
        "gemeente": HIER,
        "issuer": "http://127.0.0.1:1",
        "client_id": "v",
        "rollen": [{"waarde": "x", "rol": "beheerder"}],
    }
    with pytest.raises(ValueError, match="https"):
        Settings(data=tmp_path, live=True, oidc_bestand=instellen(tmp_path, een))
    with pytest.raises(ValueError, match="twee keer"):
        Settings(data=tmp_path, oidc_bestand=instellen(tmp_path, een, een))
    with pytest.raises(ValueError, match="niet te lezen"):
        Settings(data=tmp_path, oidc_bestand=tmp_path / "weg.yml")


def test_het_geheim_mag_ook_uit_de_omgeving_komen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from api.balie.oidc.config import Aanbieder

    monkeypatch.setenv("GEHEIM_HIER", " uit-de-kluis ")
    een = Aanbieder(
        gemeente=HIER, issuer="https://login.example", client_id="v", client_geheim_env="GEHEIM_HIER",
        rollen=({"waarde": "x", "rol": "beheerder"},),
    )  # fmt: skip
    assert een.geheim.get_secret_value() == "uit-de-kluis"
    assert "uit-de-kluis" not in repr(een)
