"""Starting, killing and asking whether it is ready: the server as the client's side knows it, a port and a process number."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from api.settings import ROOT

START_S = 120
OMGEVING = os.environ | {"PYTHONWARNINGS": "ignore", "TF_CPP_MIN_LOG_LEVEL": "3"}
OPDRACHT = (sys.executable, "-m", "tests.bench.kill.server")


class Kweker:
    """A process that has read the content and forks servers; with `vers` every server is a new process instead."""

    def __init__(self, *, vers: bool = False) -> None:
        self.vers = vers
        self._kinderen: list[subprocess.Popen[str]] = []
        if not vers:
            self._p = _start(*OPDRACHT)
            assert self._p.stdout is not None
            assert self._p.stdout.readline() == "klaar\n", "de kweker startte niet"

    def start(self, opdracht: dict[str, Any]) -> int:
        """A new server; its process number."""
        if self.vers:
            with Path(opdracht["logboek"]).open("a") as logboek:
                self._kinderen.append(_start(*OPDRACHT, "--vers", json.dumps(opdracht), uit=logboek))
            return self._kinderen[-1].pid
        assert self._p.stdin is not None and self._p.stdout is not None
        self._p.stdin.write(json.dumps(opdracht) + "\n")
        self._p.stdin.flush()
        return int(self._p.stdout.readline())

    def wacht_op_dood(self, pid: int) -> None:
        """Until the system has taken the process away."""
        for kind in self._kinderen:
            if kind.pid == pid:
                kind.wait(30)
        for _ in range(3000):
            if not Path(f"/proc/{pid}").exists():
                return
            threading.Event().wait(0.01)
        raise TimeoutError(pid)

    def sluit(self) -> None:
        if not self.vers:
            assert self._p.stdin is not None
            self._p.stdin.close()
            self._p.wait(30)


def _start(*woorden: str, uit: Any = subprocess.PIPE) -> subprocess.Popen[str]:
    return subprocess.Popen(
        woorden, cwd=ROOT, env=OMGEVING, stdin=subprocess.PIPE, stdout=uit, stderr=subprocess.DEVNULL, text=True
    )


def vrije_poort() -> int:
    """A port that nobody listens on."""
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return int(proef.getsockname()[1])


@dataclass
class Server:
    """One address, behind which one process after another lives."""

    kweker: Kweker
    settings: dict[str, Any]
    logboek: Path
    vooruit: int = 0
    """Seconds that the clock of the next process is ahead."""
    poort: int = field(default_factory=vrije_poort)
    op: threading.Event = field(default_factory=threading.Event)
    pid: int = 0

    @property
    def adres(self) -> str:
        return f"http://127.0.0.1:{self.poort}"

    def start(self) -> None:
        """A new process; it need not be ready yet."""
        opdracht = {"settings": self.settings, "poort": self.poort, "vooruit": self.vooruit}
        self.pid = self.kweker.start(opdracht | {"logboek": str(self.logboek)})

    def wacht_tot_klaar(self) -> None:
        """Until it says so itself."""
        eind = time.monotonic() + START_S
        while time.monotonic() < eind:
            try:
                if httpx.get(f"{self.adres}/gezond/klaar", timeout=10).status_code == 200:
                    self.op.set()
                    return
            except httpx.TransportError:
                pass
            threading.Event().wait(0.02)
        raise TimeoutError(f"de server was niet op tijd klaar; zie {self.logboek}")

    def dood(self) -> None:
        """kill -9."""
        self.op.clear()
        os.kill(self.pid, signal.SIGKILL)
        self.kweker.wacht_op_dood(self.pid)


@contextmanager
def kweek(*, vers: bool = False) -> Iterator[Kweker]:
    kweker = Kweker(vers=vers)
    try:
        yield kweker
    finally:
        kweker.sluit()
