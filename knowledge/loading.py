"""From files to models. Every file is read, so that an editor sees all mistakes at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from knowledge.errors import KennisFout, Melding, plek
from knowledge.models import Aanvulling, Artikel, Contactpersoon, Gemeente, Hulplijn, Onderwerp, Team, Voorziening
from knowledge.seekwords import Begrip
from knowledge.stroomschema import Stroomschema
from knowledge.yaml_file import bouw, lees_yaml

B = TypeVar("B")
T = TypeVar("T")
KOP = re.compile(r"^## +(.+?)\s*$", re.MULTILINE)
GEMEENTEDELEN: dict[str, tuple[str, str, Any]] = {
    "teams": ("teams.yml", "teams", list[Team]),
    "sociale_kaart": ("sociale_kaart.yml", "voorzieningen", list[Voorziening]),
    "contactpersonen": ("contactpersonen.yml", "contactpersonen", list[Contactpersoon]),
}


def lees_alles(bestanden: Iterable[B], lees: Callable[[B], T]) -> list[T]:
    """Every file, or group of files, through `lees`; raises one KennisFout with the mistakes of all of them together."""
    gelezen: list[T] = []
    meldingen: list[Melding] = []
    for bestand in bestanden:
        try:
            gelezen.append(lees(bestand))
        except KennisFout as fout:
            meldingen.extend(fout.meldingen)
    if meldingen:
        raise KennisFout(meldingen)
    return gelezen


def lees_artikelen(basis: Path, map_: Path) -> list[Artikel]:
    """All articles below this folder, in order of their address."""
    return lees_alles(sorted(map_.glob("*/*.md")), lambda bestand: lees_artikel(bestand, basis))


def lees_artikel(bestand: Path, basis: Path) -> Artikel:
    """One article; its address is the folder and the file name."""
    naam, inhoud = _open(bestand, basis)
    voor, tekst, data = _kop_en_tekst(naam, inhoud)
    if los := KOP.split(tekst)[0].strip():
        regel = inhoud.count("\n", 0, inhoud.index(los, len(voor))) + 1
        raise KennisFout(
            [Melding(naam, regel, "", "deze tekst staat boven de eerste kop (## ...), waar niemand hem ziet")]
        )
    data |= {"id": f"{bestand.parent.name}/{bestand.stem}", "blokken": _blokken(tekst)}
    artikel = bouw(Artikel, data, tekst=voor, bestand=naam, eerste_regel=2)
    if artikel.onderwerp != bestand.parent.name:
        raise KennisFout([Melding(naam, 2, "onderwerp", f"het bestand staat in de map '{bestand.parent.name}'")])
    return artikel


def lees_aanvulling(bestand: Path, basis: Path) -> Aanvulling:
    """What a gemeente adds: in `<onderwerp>/<slug>.md` to that article, in `<onderwerp>.md` to every article of the topic."""
    naam, inhoud = _open(bestand, basis)
    voor, tekst, data = _kop_en_tekst(naam, inhoud)
    bij = bestand.stem if bestand.parent.name == "artikelen" else f"{bestand.parent.name}/{bestand.stem}"
    return bouw(Aanvulling, data | {"bij": bij, "tekst": tekst}, tekst=voor, bestand=naam, eerste_regel=2)


def _kop_en_tekst(naam: str, inhoud: str) -> tuple[str, str, dict[str, Any]]:
    """The front matter as it stands, the text below it, and the front matter as data."""
    delen = re.match(r"---\n(.*?\n)---\n(.*)\Z", inhoud, re.DOTALL)
    if delen is None:
        raise KennisFout([Melding(naam, 1, "", "het bestand begint niet met een kop tussen twee regels ---")])
    voor, tekst = delen.groups()
    data = lees_yaml(voor, naam, eerste_regel=2)
    if not isinstance(data, dict):
        raise KennisFout([Melding(naam, 2, "", "de kop bestaat niet uit velden met een naam en een waarde")])
    return voor, tekst, data


def _blokken(tekst: str) -> list[dict[str, str]]:
    delen = KOP.split(tekst)[1:]
    return [{"kop": kop, "tekst": inhoud.strip()} for kop, inhoud in zip(delen[::2], delen[1::2], strict=True)]


def lees_voorbeeldvragen(map_: Path, basis: Path) -> dict[str, tuple[str, ...]]:
    """The loose example questions of every topic: a text file for each, a question on a line, remarks after `#`."""
    vragen: dict[str, tuple[str, ...]] = {}
    for bestand in sorted(map_.glob("*.txt")):
        regels = (regel.strip() for regel in _open(bestand, basis)[1].splitlines())
        vragen[bestand.stem] = tuple(regel for regel in regels if regel and not regel.startswith("#"))
    return vragen


def lees_onderwerpen(bestand: Path, basis: Path) -> list[Onderwerp]:
    """The topics with their themes, in the order of the file."""
    naam, tekst = _open(bestand, basis)
    themas = bouw(dict[str, dict[str, str]], lees_yaml(tekst, naam), tekst=tekst, bestand=naam)
    return [
        bouw(
            Onderwerp,
            {"slug": slug, "thema": thema, "omschrijving": wat},
            tekst=tekst,
            bestand=naam,
            onder=(thema, slug),
        )
        for thema, onderwerpen in themas.items()
        for slug, wat in onderwerpen.items()
    ]


def lees_stroomschema(bestand: Path, basis: Path) -> Stroomschema:
    """A route in steps, checked to hang together."""
    naam, tekst = _open(bestand, basis)
    return bouw(Stroomschema, lees_yaml(tekst, naam), tekst=tekst, bestand=naam)


def lees_hulplijnen(bestand: Path, basis: Path) -> list[Hulplijn]:
    """The national and regional help lines."""
    lijnen: list[Hulplijn] = _lees_lijst(bestand, basis, "hulplijnen", list[Hulplijn])
    return lijnen


def lees_begrippen(bestand: Path, basis: Path) -> list[Begrip]:
    """The words by which people look for help nearby."""
    begrippen: list[Begrip] = _lees_lijst(bestand, basis, "begrippen", list[Begrip])
    return begrippen


def lees_gemeente(map_: Path, basis: Path, *, demo: bool) -> Gemeente:
    """One gemeente from its folder; with `demo` the visibly false values of demo.yml fill what is empty."""
    bestand = map_ / "gemeente.yml"
    naam, tekst = _open(bestand, basis)
    data = bouw(dict[str, Any], lees_yaml(tekst, naam), tekst=tekst, bestand=naam)
    aanwezig = {veld: deel for veld, deel in GEMEENTEDELEN.items() if (map_ / deel[0]).exists()}
    delen = lees_alles(aanwezig.values(), lambda deel: _lees_lijst(map_ / deel[0], basis, *deel[1:]))
    data |= {veld: [] for veld in GEMEENTEDELEN} | dict(zip(aanwezig, delen, strict=True))
    data["aanvullingen"] = lees_alles(sorted(map_.glob("artikelen/**/*.md")), lambda pad: lees_aanvulling(pad, basis))
    if demo and (map_ / "demo.yml").exists():
        _vul_aan(data, *_open(map_ / "demo.yml", basis))
    return bouw(Gemeente, data, tekst=tekst, bestand=naam)


def _lees_lijst(bestand: Path, basis: Path, sleutel: str, soort: Any) -> Any:
    naam, tekst = _open(bestand, basis)
    data = lees_yaml(tekst, naam)
    if not isinstance(data, dict) or sleutel not in data:
        raise KennisFout([Melding(naam, 1, sleutel, "dit veld ontbreekt")])
    return bouw(soort, data[sleutel] or [], tekst=tekst, bestand=naam, onder=(sleutel,))


def _open(bestand: Path, basis: Path) -> tuple[str, str]:
    """The file's name and its text; raises KennisFout when it is not there or not text."""
    naam = plek(bestand, basis)
    try:
        return naam, bestand.read_text(encoding="utf-8-sig")
    except OSError as fout:
        raise KennisFout([Melding(naam, 1, "", "dit bestand is er niet of is niet te lezen")]) from fout
    except UnicodeDecodeError as fout:
        regel = fout.object.count(b"\n", 0, fout.start) + 1
        raise KennisFout([Melding(naam, regel, "", "hier staat een teken dat geen UTF-8 is")]) from fout


def _vul_aan(data: dict[str, Any], naam: str, tekst: str) -> None:
    """Demonstration values stand in only where the real field is empty."""
    demo = bouw(dict[str, Any], lees_yaml(tekst, naam), tekst=tekst, bestand=naam)
    per_team = demo.pop("teams", None) or {}
    data["teams"] = [
        bouw(
            Team,
            per_team.get(team.id, {}) | team.model_dump(exclude_defaults=True),
            tekst=tekst,
            bestand=naam,
            onder=("teams", team.id),
        )
        for team in data["teams"]
    ]
    extra = demo.pop("contactpersonen", None) or []
    mensen = bouw(list[Contactpersoon], extra, tekst=tekst, bestand=naam, onder=("contactpersonen",))
    data["contactpersonen"] = [*data["contactpersonen"], *mensen]
    data |= {veld: waarde for veld, waarde in demo.items() if not data.get(veld)} | {"demo": True}
