"""Rasa on a supervised thread of its own: slow or broken, it never takes the rest of the process with it."""

from __future__ import annotations

import asyncio
import concurrent.futures
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import structlog

if TYPE_CHECKING:  # Rasa and TensorFlow are imported on the brain's own thread only
    from assistant.brain.processor import BrainProcessor, Reactie

log = structlog.get_logger()
Stand = Literal["laadt", "gereed", "gestopt"]
HERSTARTS = 5


class BreinWeg(Exception):
    """Rasa cannot answer this beurt; `reden` is one of laadt, te_traag, actie, toestand, fout."""

    def __init__(self, reden: str) -> None:
        super().__init__(reden)
        self.reden = reden


@dataclass(frozen=True)
class Vraag:
    """One message for Rasa: redacted text (or a button), the stored state, and the facts that travel with it.

    `ongehoord` is what was said while the gate answered in Rasa's place; it becomes part of the visitor's own story.
    """

    gesprek: str
    tekst: str
    toestand: bytes | None
    metadata: dict[str, Any]
    slots: dict[str, Any]
    ongehoord: tuple[str, ...] = ()


class _Leven:
    """One life of the thread: a loop and a processor. After a crash or a hang it is left behind and a new one begins."""

    def __init__(self, laad: Callable[[], BrainProcessor]) -> None:
        self._laad = laad
        self.gereed = threading.Event()
        self.voorbij = threading.Event()
        self.loop = asyncio.new_event_loop()
        self.beurt = asyncio.Lock()
        self.begin = time.monotonic()
        self.processor: BrainProcessor | None = None
        self.fout: BaseException | None = None

    def draai(self) -> None:
        """Load, then serve until stopped; whatever is raised ends this life only."""
        try:
            asyncio.set_event_loop(self.loop)
            self.processor = self._laad()
            self.gereed.set()
            self.loop.run_forever()
        except BaseException as fout:  # noqa: BLE001 - SystemExit too: Rasa raises it on damaged data
            self.fout = fout
        finally:
            self.voorbij.set()
            self.gereed.clear()


class Brein:
    """The door to Rasa. `beurt` may be called from any thread; messages are handled one at a time."""

    def __init__(self, laad: Callable[[], BrainProcessor], *, termijn: float = 10.0) -> None:
        self._laad, self._termijn = laad, termijn
        self._slot = threading.Lock()
        self._leven: _Leven | None = None
        self._herstarts = 0
        self._gestopt = False

    def start(self) -> None:
        """Begin loading in the background; returns at once."""
        with self._slot:
            self._begin()

    def _begin(self) -> None:
        leven = _Leven(self._laad)
        self._leven = leven
        threading.Thread(target=self._bewaak, args=(leven,), name="brein", daemon=True).start()

    def _bewaak(self, leven: _Leven) -> None:
        leven.draai()
        if leven.fout is not None:
            self._gevallen(leven, leven.fout)

    def _gevallen(self, leven: _Leven, fout: BaseException) -> None:
        log.error("brein_gevallen", soort=type(fout).__name__, na_s=round(time.monotonic() - leven.begin, 1))
        self._vervang(leven)

    def _vervang(self, leven: _Leven) -> None:
        """Start a new life after this one, unless that was done already, or it happened too often in a row."""
        with self._slot:
            if self._gestopt or leven is not self._leven:
                return
            leven.gereed.clear()
            leven.loop.call_soon_threadsafe(leven.loop.stop)  # a hanging thread ends when it comes back
            self._herstarts += 1
            if self._herstarts > HERSTARTS:
                log.error("brein_opgegeven", herstarts=HERSTARTS)
                return
            self._begin()

    @property
    def stand(self) -> Stand:
        """Whether Rasa is loading, ready or stopped."""
        if self._gestopt:
            return "gestopt"
        return "gereed" if self._leven and self._leven.gereed.is_set() else "laadt"

    def wacht(self, seconden: float) -> bool:
        """Block until Rasa is ready or the time is up; True when ready."""
        eind = time.monotonic() + seconden
        while (leven := self._leven) is not None:
            if leven.gereed.wait(min(0.05, seconden)):  # in small steps: a life may be replaced meanwhile
                return True
            if time.monotonic() >= eind:
                break
        return False

    def beurt(self, vraag: Vraag) -> Reactie:
        """Rasa's answer to one message; raises BreinWeg when there is none, and never waits beyond the deadline."""
        leven = self._leven
        if leven is None or not leven.gereed.is_set():
            raise BreinWeg("laadt")
        toekomst = asyncio.run_coroutine_threadsafe(self._beurt(leven, vraag), leven.loop)
        eind = time.monotonic() + self._termijn
        while True:
            try:
                reactie = toekomst.result(timeout=min(0.25, max(0.0, eind - time.monotonic())))
                self._herstarts = 0
                return reactie
            except concurrent.futures.TimeoutError:
                if leven.voorbij.is_set() or time.monotonic() >= eind:
                    toekomst.cancel()
                    self._vervang(leven)
                    raise BreinWeg("fout" if leven.voorbij.is_set() else "te_traag") from None
            except concurrent.futures.CancelledError:
                raise BreinWeg("fout") from None

    async def _beurt(self, leven: _Leven, vraag: Vraag) -> Reactie:
        from assistant.brain.processor import ActieFout
        from assistant.brain.state import OnleesbareToestand, Toestand

        if leven.processor is None:
            raise BreinWeg("laadt")
        try:
            toestand = Toestand.uit_bytes(vraag.toestand)
            toestand = toestand.met(vraag.slots, vraag.ongehoord)
            async with leven.beurt:
                return await leven.processor.beurt(vraag.gesprek, vraag.tekst, toestand, vraag.metadata)
        except OnleesbareToestand as fout:
            raise BreinWeg("toestand") from fout
        except ActieFout as fout:
            log.error("actie_mislukt", soort=type(fout.__cause__).__name__)
            raise BreinWeg("actie") from fout
        except Exception as fout:
            log.error("brein_fout", soort=type(fout).__name__)
            raise BreinWeg("fout") from fout
        except (SystemExit, KeyboardInterrupt) as fout:  # never to the caller's thread: there it would end the process
            self._gevallen(leven, fout)
            raise BreinWeg("fout") from fout

    def stop(self) -> None:
        """End the thread; later beurten go to fallback."""
        with self._slot:
            self._gestopt = True
            leven = self._leven
        if leven is not None and not leven.voorbij.is_set():
            leven.loop.call_soon_threadsafe(leven.loop.stop)
