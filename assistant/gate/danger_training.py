"""Learning the danger model from messages that people wrote for it, only when something it learns from has changed."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import structlog
from pydantic import Field
from scipy.sparse import diags

from assistant.gate import danger_model, typing_errors
from assistant.gate.danger_model import TEKENS, WOORDEN, Gevaarmodel, Gewichten
from assistant.gate.danger_net import NETWERK, Netwerk
from assistant.gate.rulefiles import Categorie, lees
from knowledge import learning, words
from knowledge.array_file import lees_of_maak
from knowledge.base import MAP as KENNIS
from knowledge.learning import leer_lineair
from knowledge.loading import lees_voorbeeldvragen
from knowledge.models import Model, Status, Zin
from knowledge.words import Kenmerken
from knowledge.yaml_file import lees_yaml

DATA = Path(__file__).parents[2] / "nlu_data/gevaar"
NLU = DATA.parent / "nlu"
NAAM = "gevaarmodel"
ZELDZAAM = 0.1  # added to every count, so that a feature of one side only does not weigh without end
MARKERING = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})")  # Rasa's mark of an entity in an example
log = structlog.get_logger()
GEWOON = ""  # the class of messages without danger, beside the categories
C, NIVEAU_C = 0.25, 0.5


class Instelling(Model):
    """`model.yml`: who signed the model, from which margin it speaks, and which ordinary questions it learns to leave alone."""

    eigenaar: Zin
    status: Status
    versie: int = Field(ge=1)
    alarm: float
    twijfel: float
    flauw: float
    samen: float
    terug: float
    stil: float
    stil_112: float
    stil_vraag: float
    vast_vraag: float
    alarm_112: float
    nood_vanaf: float
    soort: float
    gewoon_als: Mapping[Categorie, Zin]
    vraag_als: Mapping[Categorie, Zin]
    gewoon_onder: float
    gewone_onderwerpen: frozenset[Zin]
    per_rol: Mapping[str, dict[Categorie, Categorie]]
    categorieen: dict[Categorie, Categorie]
    gevoelige_onderwerpen: tuple[Zin, ...]
    gevoelige_intents: tuple[Zin, ...]


class Bericht(Model):
    """One message to learn from; without category there is no danger in it."""

    text: Zin
    category: Categorie | None = None
    urgency: Zin | None = None


def instelling(map_: Path = DATA) -> Instelling:
    """What `model.yml` says."""
    return lees(map_ / "model.yml", Instelling)


def gevaarmodel(bewaar_in: Path | None, map_: Path = DATA) -> Gevaarmodel:
    """The model of these data: read from `bewaar_in` when it is there, else learnt and put there; the network beside it."""
    model = lees_of_maak(bewaar_in, NAAM, _delen(map_), Gevaarmodel.uit_data, lambda: leer(*voorbeelden(map_)))
    try:
        return model.met(lees_netwerk(map_ / NETWERK))
    except ValueError as fout:  # a kind of danger that was added after the network learnt
        log.error("gevaarnetwerk_weg", soort=type(fout).__name__)
        return model


def lees_netwerk(pad: Path) -> Netwerk | None:
    """The network of this file; without it rules and words go on alone, and the log says so."""
    try:
        return Netwerk.open(pad)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as fout:
        log.error("gevaarnetwerk_weg", soort=type(fout).__name__)
        return None


def _delen(map_: Path) -> Iterator[bytes]:
    """What the model is made from: the code, the messages and the ordinary questions."""
    code = [Path(str(module.__file__)) for module in (danger_model, learning, typing_errors, words)]
    for pad in [*code, Path(__file__), map_ / "model.yml", *_bronnen(map_)]:
        yield pad.read_bytes()


def _bronnen(map_: Path) -> list[Path]:
    """The files with the messages that are learnt from."""
    mappen = ((map_, "*.jsonl"), (KENNIS / "voorbeeldvragen", "*.txt"), (NLU, "*.yml"))
    return [pad for waar, soort in mappen for pad in sorted(waar.glob(soort))]


def vingerafdruk(map_: Path = DATA) -> str:
    """Of the messages as they are now; another one than the network has means that they changed since it learnt."""
    return hashlib.sha256(b"".join(pad.read_bytes() for pad in _bronnen(map_))).hexdigest()[:16]


def leer(gevaar: Sequence[Bericht], gewoon: Sequence[str]) -> Gevaarmodel:
    """A linear model that separates danger from what only looks like it, and names category and level."""
    kenmerken = Kenmerken(tekens=TEKENS, woorden=WOORDEN, min_df=2, woord_min_df=2)
    teksten = [*(bericht.text for bericht in gevaar), *gewoon]
    matrix = kenmerken.leer(teksten)
    is_gevaar = np.arange(matrix.shape[0]) < len(gevaar)
    schaal = sprekend(matrix, is_gevaar)
    geschaald = matrix @ diags(schaal)
    soorten = np.array([*(str(b.category) for b in gevaar), *([GEWOON] * len(gewoon))])
    acuut = np.array([*(b.urgency == "112" for b in gevaar), *([False] * len(gewoon))])
    gelijk = {True: 1.0, False: 1.0}
    algemeen, nu = (leer_lineair(geschaald, doel, c=C, gewichten=gelijk) for doel in (is_gevaar, acuut))
    onder_gevaar = leer_lineair(matrix[: len(gevaar)], acuut[: len(gevaar)], c=NIVEAU_C, gewichten="balanced")
    niet_nu = np.flatnonzero(~acuut[: len(gevaar)])
    lang = [gevaar[n].urgency == "binnenkort" for n in niet_nu]
    slepend = leer_lineair(matrix[niet_nu], lang, c=NIVEAU_C, gewichten="balanced")
    soort = leer_lineair(geschaald, soorten, c=C)
    wel = [n for n, naam in enumerate(soort.classes_) if naam != GEWOON]
    delen = [algemeen.coef_ * schaal, nu.coef_ * schaal, onder_gevaar.coef_, slepend.coef_, soort.coef_[wel] * schaal]
    gewichten = np.vstack(delen).T.astype(np.float16).astype(np.float32)
    bias = np.concatenate([*(d.intercept_ for d in (algemeen, nu, onder_gevaar, slepend)), soort.intercept_[wel]])
    namen = tuple(str(soort.classes_[n]) for n in wel)
    return Gevaarmodel(
        kenmerken,
        Gewichten(namen, np.ascontiguousarray(gewichten), bias.astype(np.float32)),
        typing_errors.tel(teksten),
    )


def sprekend(matrix: Any, is_gevaar: Any) -> Any:
    """How much each feature counts in learning: more when it is seen far oftener on one side (NB-SVM, Wang and Manning 2012)."""
    wel, niet = (np.asarray(matrix[kant].sum(axis=0)).ravel() + ZELDZAAM for kant in (is_gevaar, ~is_gevaar))
    verschil = np.abs(np.log((wel / wel.sum()) / (niet / niet.sum())))
    return 1 + verschil / (2 * verschil.mean())


def voorbeelden(map_: Path) -> tuple[list[Bericht], list[str]]:
    """What is danger, with our own category names, and what is not: look-alikes, ordinary questions and ordinary replies."""
    zet = instelling(map_)
    regels = list(lees_berichten(sorted(map_.glob("*.jsonl"))))
    eigen = zet.categorieen
    gevaar = [r.model_copy(update={"category": eigen.get(str(r.category), r.category)}) for r in regels if r.urgency]
    vragen = lees_voorbeeldvragen(KENNIS / "voorbeeldvragen", KENNIS)
    gewoon = [vraag for naam, lijst in vragen.items() if naam not in zet.gevoelige_onderwerpen for vraag in lijst]
    return gevaar, [*(r.text for r in regels if not r.urgency), *gewoon, *_antwoorden(zet)]


def _antwoorden(zet: Instelling) -> Iterator[str]:
    """What people say in an ordinary conversation, from Rasa's training data."""
    for pad in sorted(NLU.glob("*.yml")):
        for blok in lees_yaml(pad.read_text(encoding="utf-8"), pad.name)["nlu"]:
            onderwerp = blok.get("metadata", {}).get("onderwerp")
            if blok.get("intent") not in (None, *zet.gevoelige_intents) and onderwerp not in zet.gevoelige_onderwerpen:
                yield from (MARKERING.sub(r"\1", regel[2:]) for regel in blok["examples"].splitlines())


def lees_berichten(bestanden: Iterable[Path]) -> Iterator[Bericht]:
    """The messages of these files, one JSON object on a line."""
    for bestand in bestanden:
        for regel in bestand.read_text(encoding="utf-8").splitlines():
            data = json.loads(regel)
            yield Bericht(text=data.get("text"), category=data.get("category"), urgency=data.get("urgency"))
