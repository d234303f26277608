"""The network as torch sees it; its weights have the names that graaf.py reads."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from tests.bench.netwerk.wiel import Wiel

LAGEN = 6  # of twelve: the lower half
PAREN_NA = 2  # layers; from there on two neighbouring pieces go on as one, which halves the work of the others
LANGST, STERKST, KLEIN = 128, 256, 1e-12
STUK_UITVAL, KOP_UITVAL = 0.1, 0.2
BEGIN, OPVUL, ONBEKEND = 0, 1, 3  # the pieces for begin, for nothing, and for what was left out
VER = -1e4  # what is added to what may not be looked at


class Laag(nn.Module):
    """One layer of the encoder, with the weights of the base model."""

    def __init__(self, wiel: Wiel, nummer: int) -> None:
        super().__init__()
        self._wiel, self._naam, breed = wiel, f"l{nummer}.", wiel.breed
        self.koppen = wiel.koppen
        delen = [self._lineair(deel, breed, breed) for deel in "qkv"]
        self.qkv = _gevuld([d.weight for d in delen], [d.bias for d in delen])
        self.ao, self.fi, self.fo = (
            self._lineair(*vorm) for vorm in (("ao", breed, breed), ("fi", wiel.diep, breed), ("fo", breed, wiel.diep))
        )
        self.aln, self.oln = (_norm(wiel, f"{self._naam}{deel}") for deel in ("aln", "oln"))
        del self._wiel

    def _lineair(self, deel: str, uit: int, in_: int) -> nn.Linear:
        naam = self._naam + deel
        return _gevuld([_t(self._wiel.matrix(f"{naam}.w", uit, in_))], [_t(self._wiel.rij(f"{naam}.b", uit))])

    def forward(self, x: Tensor, zicht: Tensor) -> Tensor:
        aantal, lengte, breed = x.shape
        vorm = (aantal, lengte, 3, self.koppen, breed // self.koppen)
        q, k, v = self.qkv(x).view(vorm).permute(2, 0, 3, 1, 4)
        let_op = torch.softmax(q @ k.transpose(2, 3) * vorm[-1] ** -0.5 + zicht, -1).to(v.dtype)
        x = self.aln(x + self.ao((let_op @ v).transpose(1, 2).reshape(x.shape)))
        return self.oln(x + self.fo(functional.gelu(self.fi(x))))


class Net(nn.Module):
    """Pieces of texts in, the columns of each text out (danger, 112, kinds)."""

    def __init__(self, wiel: Wiel, stukken: Sequence[int], kolommen: int) -> None:
        super().__init__()
        breed = wiel.breed
        self.tabel = nn.Parameter(_t(wiel.matrix("emb.word", len(wiel.stukken), breed)[list(stukken)]))
        plek = wiel.rij("emb.pos", LANGST * breed).reshape(LANGST, breed)
        self.pos = nn.Parameter(_t(plek + wiel.rij("emb.type", breed)))
        self.ln = _norm(wiel, "emb.ln")
        self.lagen = nn.ModuleList(Laag(wiel, nummer) for nummer in range(LAGEN))
        self.paar = nn.Linear(2 * breed, breed)
        self.paar.weight = nn.Parameter(torch.eye(breed).repeat(1, 2) / 2)  # begins as the mean of both
        self.sterk, self.uit = nn.Linear(breed, STERKST), nn.Linear(breed + STERKST, kolommen)

    def forward(self, nummers: Sequence[Sequence[int]]) -> Tensor:
        """One row for each text, of an even number of pieces; in learning some pieces and some numbers fall out."""
        rijen = [torch.tensor(rij) for rij in nummers]
        stukken = nn.utils.rnn.pad_sequence(rijen, batch_first=True, padding_value=OPVUL)
        er = torch.arange(stukken.shape[1])[None] < torch.tensor([len(rij) for rij in rijen])[:, None]
        if self.training:
            stukken = stukken.masked_fill((torch.rand(stukken.shape) < STUK_UITVAL) & er & (stukken != BEGIN), ONBEKEND)
        x = self.ln(functional.embedding(stukken, self.tabel) + self.pos[: stukken.shape[1]])
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training):
            for laag in self.lagen[:PAREN_NA]:
                x = laag(x, self._zicht(er))
            x, er = self.paar(x.reshape(len(x), -1, 2 * x.shape[-1])), er[:, ::2]
            for laag in self.lagen[PAREN_NA:]:
                x = laag(x, self._zicht(er))
        x, masker = x.float(), er[..., None]
        gemiddeld = (x * masker).sum(1) / masker.sum(1)
        sterkst = functional.relu(self.sterk(x)).masked_fill(~masker, 0).max(1).values
        return self.uit(functional.dropout(torch.cat([gemiddeld * 2, sterkst], -1), KOP_UITVAL, self.training))

    def _zicht(self, er: Tensor) -> Tensor:
        """What is added to every look: nothing for what is there, very little sight of the rest."""
        zicht = torch.zeros(er.shape).masked_fill(~er, VER)[:, None, None, :]
        return zicht.bfloat16() if self.training else zicht


def _t(waarde: np.ndarray) -> Tensor:
    return torch.tensor(waarde, dtype=torch.float32)


def _gevuld(gewichten: Sequence[Tensor], biassen: Sequence[Tensor]) -> nn.Linear:
    """One linear layer of these stacked."""
    gewicht, bias = torch.cat(list(gewichten)).detach(), torch.cat(list(biassen)).detach()
    laag = nn.Linear(gewicht.shape[1], gewicht.shape[0])
    laag.weight, laag.bias = nn.Parameter(gewicht), nn.Parameter(bias)
    return laag


def _norm(wiel: Wiel, naam: str) -> nn.LayerNorm:
    laag = nn.LayerNorm(wiel.breed, eps=KLEIN)
    laag.weight, laag.bias = (nn.Parameter(_t(wiel.rij(f"{naam}.{deel}", wiel.breed))) for deel in "wb")
    return laag
