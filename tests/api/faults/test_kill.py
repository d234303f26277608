"""kill -9 under load, in a short form; the long one is `python -m tests.bench.kill` (docs/meten.md)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from api.crypto import Sleutelbos
from api.database.engine import Database
from assistant.gate.danger import Gevaarlezer
from tests.bench.kill.machine import Kweker, kweek
from tests.bench.kill.proof import gebreken
from tests.bench.kill.rounds import Beproeving

pytestmark = [pytest.mark.timeout(300), pytest.mark.xdist_group("kill")]
RONDES = 3


@pytest.fixture(scope="module")
def kweker(gevaar: Gevaarlezer) -> Iterator[Kweker]:
    """Forks servers; the danger model is there before it begins."""
    with kweek() as kweker:
        yield kweker


def test_drie_keer_gedood_onder_last_en_wat_bevestigd_is_is_er_precies_een_keer(
    kweker: Kweker, database_url: str, tmp_path: Path
) -> None:
    proef = Beproeving(kweker, database_url, tmp_path)
    uitslag = proef.draai(RONDES)
    assert uitslag.gebreken == []
    assert uitslag.beurten and uitslag.aanmeldingen and uitslag.afgebroken, "er was last, en die werd afgebroken"
    _en_het_bewijs_ziet_wat_weg_of_dubbel_is(proef)


def _en_het_bewijs_ziet_wat_weg_of_dubbel_is(proef: Beproeving) -> None:
    database, bos = Database(proef.url), Sleutelbos.open(None, proef.data)

    def kijk() -> str:
        return " ".join(gebreken(proef.verslag, database, bos, proef.openklant))

    assert not kijk()
    with database.schrijven() as sessie:
        sessie.execute(text("delete from beurt where id = (select max(id) from beurt)"))
    assert "een bevestigde beurt staat er 0 keer" in kijk()
    taak = proef.openklant.alle("internetaken")[0]
    proef.openklant.bewaard["internetaken"]["nog een"] = taak
    assert "internetaken: 1 dubbel, 0 niet aangekomen" in kijk()
    with database.schrijven() as sessie:
        sessie.execute(text("update aanmelding set kenmerk = 'VD-WEG' where id = (select max(id) from aanmelding)"))
    assert "een bevestigde aanmelding is weg" in kijk()
    database.sluit()
