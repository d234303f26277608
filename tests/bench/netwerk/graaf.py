"""The learnt weights as an ONNX graph in bytes of eight bits, the form in which the service reads them."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, checker, helper, load_from_string, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

MS = "com.microsoft"  # onnxruntime's own operators, fused for encoders; part of every build of it
KLEIN = 1e-12
ACHT, NUL, MAAT = "_quantized", "_zero_point", "_scale"  # what onnxruntime makes of a weight of eight bits


class _Graaf:
    """Nodes and weights, added in the order of reading."""

    def __init__(self, w: Mapping[str, np.ndarray], koppen: int) -> None:
        self.w, self.koppen = w, koppen
        self.knopen: list[NodeProto] = []
        self.vast: dict[str, np.ndarray] = {}

    def doe(self, soort: str, *in_: str, domein: str = "", **kenmerken: object) -> str:
        """One operator; the name of what comes out."""
        uit = f"x{len(self.knopen)}"
        self.knopen.append(helper.make_node(soort, list(in_), [uit], domain=domein, **kenmerken))
        return uit

    def gewicht(self, naam: str, *, omgekeerd: bool = False) -> str:
        """The name of a weight; torch keeps the matrix of a layer the other way round."""
        waarde = self.w[naam].astype(np.float32)
        self.vast[naam] = np.ascontiguousarray(waarde.T) if omgekeerd else waarde
        return naam

    def maal(self, x: str, naam: str) -> str:
        return self.doe("MatMul", x, self.gewicht(f"{naam}.weight", omgekeerd=True))

    def plus(self, x: str, naam: str) -> str:
        return self.doe("Add", self.maal(x, naam), self.gewicht(f"{naam}.bias"))

    def gelijk(self, x: str, erbij: str, naam: str, bias: str) -> str:
        """The sum of both and a bias, made comparable."""
        delen = [self.gewicht(deel) for deel in (f"{naam}.weight", f"{naam}.bias", bias)]
        return self.doe("SkipLayerNormalization", x, erbij, *delen, domein=MS, epsilon=KLEIN)

    def paren(self, x: str) -> str:
        """Two neighbouring pieces as one from here on."""
        self.vast["paren"] = np.array([1, -1, self.w["paar.weight"].shape[1]])
        return self.plus(self.doe("Reshape", x, "paren"), "paar")

    def laag(self, x: str, n: int) -> str:
        """One layer of the encoder: every piece looks at all others, then by itself."""
        p = f"lagen.{n}."
        gewichten = self.gewicht(f"{p}qkv.weight", omgekeerd=True), self.gewicht(f"{p}qkv.bias")
        kijkt = self.doe("Attention", x, *gewichten, domein=MS, num_heads=self.koppen)
        x = self.gelijk(x, self.maal(kijkt, f"{p}ao"), f"{p}aln", f"{p}ao.bias")
        breed = self.doe("BiasGelu", self.maal(x, f"{p}fi"), self.gewicht(f"{p}fi.bias"), domein=MS)
        return self.gelijk(x, self.maal(breed, f"{p}fo"), f"{p}oln", f"{p}fo.bias")


def graaf(w: Mapping[str, np.ndarray], lagen: int, paren_na: int, koppen: int) -> ModelProto:
    """From piece numbers (int64, 1 by n, n even) to the columns (danger, 112, kinds; 1 by columns)."""
    g = _Graaf(w, koppen)
    g.vast |= {"nul": np.array([0]), "een": np.array([1]), "twee": np.array(2, dtype=np.float32)}
    aantal = g.doe("Slice", g.doe("Shape", "stukken"), "een", "twee_geheel")
    g.vast["twee_geheel"] = np.array([2])
    plek = g.doe("Slice", g.gewicht("pos"), "nul", aantal)
    x = g.doe("Add", g.doe("Gather", g.gewicht("tabel"), "stukken"), plek)
    x = g.doe("LayerNormalization", x, g.gewicht("ln.weight"), g.gewicht("ln.bias"), axis=-1, epsilon=KLEIN)
    for n in range(lagen):
        x = g.laag(g.paren(x) if n == paren_na else x, n)
    sterkst = g.doe("ReduceMax", g.doe("Relu", g.plus(x, "sterk")), axes=[1], keepdims=0)
    gemiddeld = g.doe("Mul", g.doe("ReduceMean", x, axes=[1], keepdims=0), "twee")
    uit = g.plus(g.doe("Concat", gemiddeld, sterkst, axis=-1), "uit")
    erin = helper.make_tensor_value_info("stukken", TensorProto.INT64, [1, "n"])
    eruit = helper.make_tensor_value_info(uit, TensorProto.FLOAT, [1, None])
    vast = [numpy_helper.from_array(waarde, naam) for naam, waarde in g.vast.items()]
    versies = [helper.make_opsetid("", 17), helper.make_opsetid(MS, 1)]
    model = helper.make_model(
        helper.make_graph(g.knopen, "netwerk", [erin], [eruit], vast), opset_imports=versies, ir_version=9
    )
    checker.check_model(model)
    return model


def klein(model: ModelProto) -> bytes:
    """The same graph with weights of eight bits, of which one is spare so that every processor adds them up alike."""
    with tempfile.TemporaryDirectory() as map_:
        groot, uit = Path(map_) / "groot.onnx", Path(map_) / "klein.onnx"
        groot.write_bytes(model.SerializeToString())
        zet = {"DefaultTensorType": TensorProto.FLOAT}  # what comes out of the operators of onnxruntime
        quantize_dynamic(
            groot, uit, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, extra_options=zet
        )
        return uit.read_bytes()


def gewichten(graaf: bytes) -> dict[str, np.ndarray]:
    """The opposite of `graaf` and `klein`: the weights under the names of torch, as exact as eight bits are."""
    vast = {deel.name: numpy_helper.to_array(deel) for deel in load_from_string(graaf).graph.initializer}
    uit = {
        naam: waarde for naam, waarde in vast.items() if naam == "pos" or (waarde.dtype == np.float32 and "." in naam)
    }
    uit = {naam: waarde for naam, waarde in uit.items() if not naam.endswith(MAAT)}
    for naam in (n.removesuffix(ACHT) for n in vast if n.endswith(ACHT)):
        waarde = (vast[naam + ACHT].astype(np.float32) - vast[naam + NUL].astype(np.float32)) * vast[naam + MAAT]
        uit[naam] = waarde if naam == "tabel" else np.ascontiguousarray(waarde.T)
    return uit


def koppen(graaf: bytes) -> int:
    """In how many parts each layer of this graph looks."""
    kijkt = next(stap for stap in load_from_string(graaf).graph.node if stap.op_type.endswith("Attention"))
    return int(next(deel.i for deel in kijkt.attribute if deel.name == "num_heads"))
