"""The network as torch sees it; its weights have the names that assistant/gate/danger_net.py reads."""

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

BREEDTES = ((2, 0, 2), (3, 1, 2), (5, 2, 2))  # how wide, how many pieces before, and how often
EENHEID, STERKST, KLEIN = 8.0, 256, 1e-12
UITVAL, STUK_UITVAL = 0.3, 0.12
ONBEKEND = 0  # the piece that stands for what was left out
NIEUW = ("w_sterk", "w_sterk_b", "w_uit", "w_uit_b")


def begin(basis: Mapping[str, np.ndarray], tabel: np.ndarray, kolommen: int) -> dict[str, Tensor]:
    """The weights to start from: the base model, and a new last layer with this many columns."""
    uit = {"tabel": tabel, "w_schaal_alles": basis["ln_g"], "w_plek_alles": basis["ln_b"]}
    uit |= {"w_zin": basis["cnn_W"], "w_zin_b": basis["cnn_b"]}
    uit |= {f"w_{naam}": basis[naam] for naam in ("d0", "d1", "d2", "d3", "p1", "p3")}
    for n, _, lagen in BREEDTES:
        uit |= {f"w_in{n}": basis[f"proj{n}"], f"w_in{n}_b": basis[f"proj_b{n}"]}
        uit |= {f"w_schaal_{n}": basis[f"ln_g{n}"], f"w_plek_{n}": basis[f"ln_b{n}"]}
        for laag in range(1, lagen + 1):
            uit |= {f"w_{laag}_{n}": basis[f"w{laag}_{n}"], f"w_{laag}_{n}_b": basis[f"b{laag}_{n}"]}
    gewichten = {naam: torch.tensor(np.asarray(waarde, dtype=np.float32)) for naam, waarde in uit.items()}
    diep, zin = gewichten["w_zin"].shape
    gewichten |= _nieuw("w_sterk", diep, STERKST) | _nieuw("w_uit", zin + STERKST, kolommen)
    return {naam: waarde.requires_grad_() for naam, waarde in gewichten.items()}


def _nieuw(naam: str, van: int, naar: int) -> dict[str, Tensor]:
    laag = torch.nn.Linear(van, naar)
    return {naam: laag.weight.detach().T.contiguous(), f"{naam}_b": laag.bias.detach()}


def lees(w: Mapping[str, Tensor], nummers: Sequence[Sequence[int]], *, leert: bool = False) -> Tensor:
    """The columns of each text (danger, 112, kinds), n by columns; in learning some pieces and some numbers fall out."""
    rijen = [torch.tensor(rij) for rij in nummers]
    stukken = torch.nn.utils.rnn.pad_sequence(rijen, batch_first=True)
    er = torch.arange(stukken.shape[1])[None] < torch.tensor([len(rij) for rij in rijen])[:, None]
    if leert:
        stukken = stukken.masked_fill((torch.rand(stukken.shape) < STUK_UITVAL) & er, ONBEKEND)
    masker = er[..., None].float()
    woorden = functional.embedding(stukken, w["tabel"])
    delen = [woorden, *(_reeksen(w, woorden, masker, *breedte) for breedte in BREEDTES)]
    diep = _gelijk(w, torch.cat(delen, -1), "alles") * masker
    sterk = functional.relu(functional.dropout(diep, UITVAL, leert) @ w["w_sterk"] + w["w_sterk_b"])
    samen = torch.cat([_gemiddeld(w, diep, masker.sum(1)), sterk.masked_fill(~er[..., None], 0).max(1).values], -1)
    return functional.dropout(samen, UITVAL, leert) @ w["w_uit"] + w["w_uit_b"]


def _reeksen(w: Mapping[str, Tensor], woorden: Tensor, masker: Tensor, breed: int, ervoor: int, lagen: int) -> Tensor:
    x = _gelijk(w, woorden @ w[f"w_in{breed}"] + w[f"w_in{breed}_b"], str(breed)) * masker
    for laag in range(1, lagen + 1):
        ruim = functional.pad(x.transpose(1, 2), (ervoor, breed - 1 - ervoor))
        kern = w[f"w_{laag}_{breed}"].view(breed, x.shape[-1], -1).permute(2, 1, 0)
        x = (functional.relu(functional.conv1d(ruim, kern, w[f"w_{laag}_{breed}_b"]).transpose(1, 2)) + x) * masker
    return x


def _gelijk(w: Mapping[str, Tensor], x: Tensor, naam: str) -> Tensor:
    return functional.layer_norm(x, x.shape[-1:], w[f"w_schaal_{naam}"], w[f"w_plek_{naam}"], KLEIN)


def _gemiddeld(w: Mapping[str, Tensor], diep: Tensor, aantal: Tensor) -> Tensor:
    som = (diep.sum(1) @ w["w_zin"] + aantal * w["w_zin_b"]) / aantal.sqrt()
    een = functional.relu(som @ w["w_p1"] + functional.relu(som @ w["w_d0"]) @ w["w_d1"])
    zin = torch.tanh(een @ w["w_p3"] + functional.relu(een @ w["w_d2"]) @ w["w_d3"])
    return functional.normalize(zin, dim=-1) * EENHEID
