"""The brain's thread: slow or broken, it is replaced, and the caller always gets an answer in time. Without Rasa's model."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from assistant.brain.brain import HERSTARTS, Brein, BreinWeg, Vraag
from assistant.brain.processor import ActieFout, Reactie
from assistant.brain.state import Toestand

RUIM = 20.0


class Namaak:
    """Stands in for Rasa: the text of the message says what happens."""

    def __init__(self) -> None:
        self.los = threading.Event()
        self.tegelijk: list[int] = []
        self.bezig = 0
        self.gezien: list[Toestand] = []
        self.draad: threading.Thread | None = None

    async def beurt(self, gesprek: str, tekst: str, toestand: Toestand, metadata: dict[str, Any]) -> Reactie:
        self.draad = threading.current_thread()
        self.bezig += 1
        self.tegelijk.append(self.bezig)
        self.gezien.append(toestand)
        try:
            await asyncio.sleep(0)
            self._doe(tekst)
            await asyncio.sleep(0)
        finally:
            self.bezig -= 1
        return Reactie([], toestand, tekst, 1.0)

    def _doe(self, tekst: str) -> None:
        match tekst:
            case "hang":
                self.los.wait(RUIM)
            case "exit":
                raise SystemExit(1)
            case "actie":
                raise ActieFout("KeyError") from KeyError("x")
            case "fout":
                raise ValueError("stuk")


class Kweek:
    """Makes brains that load at once and are stopped after the test; counts how often one loaded."""

    def __init__(self) -> None:
        self.processors: list[Namaak] = []
        self._breinen: list[Brein] = []

    def brein(self, *, laad: Callable[[], Any] | None = None, termijn: float = RUIM) -> Brein:
        brein = Brein(laad or self._laad, termijn=termijn)
        self._breinen.append(brein)
        return brein

    def _laad(self) -> Any:
        self.processors.append(Namaak())
        return self.processors[-1]

    def ruim_op(self) -> None:
        for brein in self._breinen:
            brein.stop()
        for processor in self.processors:
            processor.los.set()


@pytest.fixture
def kweek() -> Iterator[Kweek]:
    kweek = Kweek()
    yield kweek
    kweek.ruim_op()


def _vraag(tekst: str, toestand: bytes | None = None, **slots: Any) -> Vraag:
    return Vraag("g", tekst, toestand, {}, slots)


def _weg(brein: Brein, tekst: str, toestand: bytes | None = None) -> str:
    with pytest.raises(BreinWeg) as weg:
        brein.beurt(_vraag(tekst, toestand))
    return weg.value.reden


def _klaar(brein: Brein) -> Brein:
    brein.start()
    assert brein.wacht(RUIM)
    return brein


def test_een_bericht_wordt_beantwoord(kweek: Kweek) -> None:
    brein = _klaar(kweek.brein())
    assert brein.stand == "gereed"
    assert brein.beurt(_vraag("hallo")).intent == "hallo"


def test_slots_van_de_aanroeper_gaan_mee_over_de_toestand_heen(kweek: Kweek) -> None:
    brein = _klaar(kweek.brein())
    oud = Toestand({"rol": "ouder", "artikel": "a/b"}, "concept_formulier").naar_bytes()
    reactie = brein.beurt(_vraag("hallo", oud, rol="jongere"))
    assert reactie.toestand == Toestand({"rol": "jongere", "artikel": "a/b"}, "concept_formulier")


def test_voor_de_start_en_tijdens_het_laden_is_er_geen_brein_maar_wel_meteen_antwoord(kweek: Kweek) -> None:
    los = threading.Event()

    def laad() -> Any:
        los.wait(RUIM)
        return Namaak()

    brein = kweek.brein(laad=laad)
    assert _weg(brein, "hallo") == "laadt"
    brein.start()
    assert (brein.stand, brein.wacht(0)) == ("laadt", False)
    assert _weg(brein, "hallo") == "laadt"
    los.set()
    assert brein.wacht(RUIM)
    assert brein.beurt(_vraag("hallo")).intent == "hallo"


def test_een_beurt_die_hangt_wordt_losgelaten_en_de_volgende_gaat_op_een_nieuw_leven(kweek: Kweek) -> None:
    brein = _klaar(kweek.brein(termijn=0.3))
    assert _weg(brein, "hang") == "te_traag"
    assert brein.wacht(RUIM)
    assert brein.beurt(_vraag("hallo")).intent == "hallo"
    assert len(kweek.processors) == 2


def test_een_draad_die_bleef_hangen_stopt_als_hij_los_komt(kweek: Kweek) -> None:
    brein = _klaar(kweek.brein(termijn=0.3))
    assert _weg(brein, "hang") == "te_traag"
    draad = kweek.processors[0].draad
    assert draad is not None
    kweek.processors[0].los.set()
    draad.join(RUIM)
    assert not draad.is_alive()


def test_systemexit_op_de_draad_kost_een_beurt_en_niet_het_brein(kweek: Kweek) -> None:
    brein = _klaar(kweek.brein())
    assert _weg(brein, "exit") == "fout"
    assert brein.wacht(RUIM)
    assert brein.beurt(_vraag("hallo")).intent == "hallo"


@pytest.mark.parametrize(("tekst", "reden"), [("actie", "actie"), ("fout", "fout")])
def test_een_fout_in_een_beurt_is_alleen_van_die_beurt(kweek: Kweek, tekst: str, reden: str) -> None:
    brein = _klaar(kweek.brein())
    assert _weg(brein, tekst) == reden
    assert brein.stand == "gereed"
    assert brein.beurt(_vraag("hallo")).intent == "hallo"
    assert len(kweek.processors) == 1


def test_een_beschadigde_toestand_komt_niet_bij_rasa(kweek: Kweek) -> None:
    brein = _klaar(kweek.brein())
    assert _weg(brein, "hallo", b"kapot") == "toestand"
    assert kweek.processors[0].gezien == []


def test_berichten_worden_een_voor_een_behandeld(kweek: Kweek) -> None:
    brein = _klaar(kweek.brein())
    draden = [threading.Thread(target=brein.beurt, args=(_vraag(f"nr {i}"),)) for i in range(12)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(RUIM)
    assert kweek.processors[0].tegelijk == [1] * 12


def test_wie_wacht_achter_een_beurt_die_hangt_krijgt_ook_op_tijd_antwoord(kweek: Kweek) -> None:
    brein = _klaar(kweek.brein(termijn=0.4))
    redenen: list[str] = []
    draden = [
        threading.Thread(target=lambda t=tekst: redenen.append(_weg(brein, t))) for tekst in ("hang", "hallo", "hoi")
    ]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(RUIM)
    assert set(redenen) <= {"te_traag", "laadt"}
    assert len(redenen) == 3
    assert brein.wacht(RUIM)
    assert len(kweek.processors) == 2, "een hapering geeft een nieuw leven, niet drie"


def test_wie_niet_kan_laden_wordt_een_paar_keer_geprobeerd_en_dan_opgegeven(kweek: Kweek) -> None:
    pogingen, genoeg = [], threading.Event()

    def laad() -> Any:
        pogingen.append(1)
        if len(pogingen) > HERSTARTS:
            genoeg.set()
        raise FileNotFoundError("geen model")

    brein = kweek.brein(laad=laad)
    brein.start()
    assert genoeg.wait(RUIM)
    assert not brein.wacht(0.2)
    assert len(pogingen) == HERSTARTS + 1
    assert _weg(brein, "hallo") == "laadt"


def test_wie_bij_het_laden_struikelt_en_dan_wel_laadt_is_gewoon_klaar(kweek: Kweek) -> None:
    pogingen: list[int] = []

    def laad() -> Any:
        pogingen.append(1)
        if len(pogingen) < 3:
            raise OSError("even niet")
        return Namaak()

    brein = _klaar(kweek.brein(laad=laad))
    assert brein.beurt(_vraag("hallo")).intent == "hallo"


def test_wie_na_een_val_weer_antwoordt_wordt_niet_opgegeven(kweek: Kweek) -> None:
    brein = _klaar(kweek.brein())
    for _ in range(HERSTARTS + 2):
        assert _weg(brein, "exit") == "fout"
        assert brein.wacht(RUIM)
        assert brein.beurt(_vraag("hallo")).intent == "hallo"


def test_na_stoppen_is_er_geen_brein_meer(kweek: Kweek) -> None:
    brein = _klaar(kweek.brein())
    brein.stop()
    assert brein.stand == "gestopt"
    assert _weg(brein, "hallo") in ("laadt", "fout")
    assert len(kweek.processors) == 1
