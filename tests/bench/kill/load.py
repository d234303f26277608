"""The clients: each says things with a key, and goes on saying the same with the same key until there is an answer."""

from __future__ import annotations

import json
import random
import secrets
import threading
from dataclasses import dataclass, field
from typing import Any, Literal

import httpx

OPNIEUW = (409, 503)  # the server says itself: not now, try again
GEMEENTEN = {"kaag-en-braassem": ("kaag", "leimuiden", "rijpwetering"), "ridderkerk": ("bolnes", "rijsoord")}
ZINNEN = ("hoi", "mijn zoon van 3 slaapt slecht", "dank je", "hij is bijna 4", "nee", "hoe leer ik hem delen")


@dataclass
class Daad:
    """One POST that must have one effect; `antwoord` is there once it was acknowledged."""

    soort: Literal["beurt", "aanmelding"]
    pad: str
    sleutel: str
    inhoud: dict[str, Any]
    kop: dict[str, str] = field(default_factory=dict)
    gesprek: str = ""
    antwoord: Any = None
    pogingen: int = 0


@dataclass
class Verslag:
    """What the clients know together."""

    daden: list[Daad] = field(default_factory=list)
    afgebroken: int = 0
    vreemd: list[str] = field(default_factory=list)
    """Answers that nobody may get, and second answers that are not the first."""
    _slot: threading.Condition = field(default_factory=threading.Condition)

    def bevestigd(self, soort: str = "") -> list[Daad]:
        return [d for d in self.daden if d.antwoord is not None and soort in ("", d.soort)]

    def klaar(self) -> None:
        with self._slot:
            self._slot.notify_all()

    def wacht_op(self, aantal: int, seconden: float) -> bool:
        """Until so many have been acknowledged."""
        with self._slot:
            return self._slot.wait_for(lambda: len(self.bevestigd()) >= aantal, seconden)


class Klant:
    """One client with its own chance and its own conversations."""

    def __init__(self, http: httpx.Client, op: threading.Event, verslag: Verslag, kiem: int) -> None:
        self.http, self.op, self.verslag, self.kans = http, op, verslag, random.Random(kiem)
        self.gesprekken: list[tuple[str, dict[str, str]]] = []
        self.eigen: list[Daad] = []

    def draai(self, einde: threading.Event) -> None:
        """Until the end; what was begun is finished."""
        open_: Daad | None = None
        while open_ is not None or not einde.is_set():
            if not self.op.wait(1):
                continue
            try:
                open_ = self._een(open_)
            except httpx.TransportError:
                self.verslag.afgebroken += 1

    def _een(self, open_: Daad | None) -> Daad | None:
        """A step; what is left without an answer comes back."""
        if open_ is None and self.eigen and self.kans.random() < 0.15:
            self.herhaal(self.kans.choice(self.eigen))
            return None
        if open_ is None and (not self.gesprekken or self.kans.random() < 0.08):
            self._begin()
            return None
        daad = open_ or self._bedenk()
        try:
            return None if self._stuur(daad) else daad
        except httpx.TransportError:
            self.verslag.afgebroken += 1
            return daad

    def _begin(self) -> None:
        """A conversation has no key: one that was not acknowledged may be there, and nobody holds it."""
        nieuw = self.http.post("/api/v1/gesprekken", json={"gemeente": self.kans.choice(list(GEMEENTEN))})
        if nieuw.status_code == 201:
            kop = {"Authorization": f"Bearer {nieuw.json()['token']}"}
            self.gesprekken = [*self.gesprekken[-2:], (nieuw.json()["id"], kop)]
        elif nieuw.status_code not in OPNIEUW:
            self.verslag.vreemd.append(f"{nieuw.status_code} op een nieuw gesprek")

    def _bedenk(self) -> Daad:
        sleutel = secrets.token_hex(8)
        if self.kans.random() < 0.4:
            daad = Daad("aanmelding", "/api/v1/aanmeldingen", sleutel, self._aanmelding())
        else:
            gesprek, kop = self.kans.choice(self.gesprekken)
            pad = f"/api/v1/gesprekken/{gesprek}/berichten"
            daad = Daad("beurt", pad, sleutel, {"tekst": self.kans.choice(ZINNEN)}, kop, gesprek)
        self.verslag.daden.append(daad)
        return daad

    def _aanmelding(self) -> dict[str, Any]:
        gemeente = self.kans.choice(list(GEMEENTEN))
        velden = {
            "rol": "ouder",
            "naam": f"Ouder {self.kans.randrange(10**6)}",
            "kern": self.kans.choice(GEMEENTEN[gemeente]),
            "zorg": f"{self.kans.choice(ZINNEN)}.\n\nZo gaat het al {self.kans.randrange(2, 99)} weken.",
            "contact": {"telefoon": f"06 0000{self.kans.randrange(10**4):04}", "veilig_bellen": True},
        }
        return {"gemeente": gemeente, "velden": velden, "toestemming": {"versturen": True}}

    def _stuur(self, daad: Daad) -> bool:
        """Whether it was acknowledged."""
        daad.pogingen += 1
        antwoord = self._post(daad)
        if antwoord.status_code in (200, 201):
            daad.antwoord = antwoord.json()
            self.eigen.append(daad)
            self.verslag.klaar()
            return True
        if antwoord.status_code not in OPNIEUW:
            self.verslag.vreemd.append(f"{antwoord.status_code} op {daad.soort}")
            return True
        threading.Event().wait(0.05)
        return False

    def herhaal(self, daad: Daad) -> None:
        """The same with the same key, long after its answer: the answer must be the first one."""
        antwoord = self._post(daad)
        if antwoord.status_code in OPNIEUW:
            return
        if antwoord.status_code not in (200, 201) or antwoord.json() != daad.antwoord:
            self.verslag.vreemd.append(f"{antwoord.status_code}, een ander antwoord op dezelfde sleutel ({daad.soort})")

    def _post(self, daad: Daad) -> httpx.Response:
        kop = daad.kop | {"Idempotency-Key": daad.sleutel, "Content-Type": "application/json"}
        return self.http.post(daad.pad, content=json.dumps(daad.inhoud), headers=kop)
