"""Who may do what at the balie: the one place that decides. A route without a rule is refused to everyone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from api.balie.session import Aangemeld
    from api.database.consult_tables import ConsultRij
    from api.database.tables import AanmeldingRij, Medewerker

Rol = Literal["medewerker", "coordinator", "redacteur", "beheerder"]
Teams = frozenset[str | None]  # None in it: of no team
ROLLEN: tuple[Rol, ...] = get_args(Rol)
INHOUD: frozenset[str] = frozenset({"medewerker", "coordinator"})  # who may read an aanmelding
MELDINGEN = INHOUD | {"redacteur"}
OPENBAAR, NA_WACHTWOORD = frozenset({"openbaar"}), frozenset({"na het wachtwoord"})
IEDER = frozenset[str](ROLLEN)

_DOSSIER = "/balie/aanmeldingen/{kenmerk}"
REGELS: Mapping[tuple[str, str], frozenset[str]] = {
    ("GET", "/balie/aanmelden"): OPENBAAR,
    ("POST", "/balie/aanmelden"): OPENBAAR,
    ("GET", "/balie/oidc/{gemeente}"): OPENBAAR,
    ("GET", "/balie/oidc/{gemeente}/terug"): OPENBAAR,
    ("GET", "/balie/oidc/{gemeente}/afmelden"): OPENBAAR,
    ("GET", "/balie/tweede-stap"): NA_WACHTWOORD,
    ("POST", "/balie/tweede-stap"): NA_WACHTWOORD,
    ("POST", "/balie/afmelden"): IEDER,
    ("GET", "/balie"): INHOUD,
    ("POST", "/balie/zoek"): INHOUD,
    ("GET", _DOSSIER): INHOUD,
    ("GET", f"{_DOSSIER}/print"): INHOUD,
    ("GET", f"{_DOSSIER}/nieuwe-code"): INHOUD,
    ("POST", f"{_DOSSIER}/nieuwe-code"): INHOUD,
    ("POST", f"{_DOSSIER}/wisverzoek"): INHOUD,
    ("POST", f"{_DOSSIER}/{{stap}}"): INHOUD,
    ("GET", "/balie/consulten"): INHOUD,
    ("GET", "/balie/consulten/{kenmerk}"): INHOUD,
    ("POST", "/balie/consulten/{kenmerk}/{stap}"): INHOUD,
    ("GET", "/balie/veiligheid"): MELDINGEN,
    ("POST", "/balie/veiligheid"): MELDINGEN,
    ("GET", "/balie/veiligheid/{kenmerk}"): MELDINGEN,
    ("POST", "/balie/veiligheid/{kenmerk}"): MELDINGEN,
    ("GET", "/balie/leveringen"): frozenset({"coordinator", "beheerder"}),
    ("POST", "/balie/leveringen/{nummer}"): frozenset({"coordinator", "beheerder"}),
    ("GET", "/balie/gebruikers"): frozenset({"beheerder"}),
    ("POST", "/balie/gebruikers/{nummer}/tweede-stap"): frozenset({"beheerder"}),
    ("GET", "/balie/terugblik"): frozenset({"coordinator", "beheerder"}),
    ("GET", "/balie/noodstop"): frozenset({"coordinator", "beheerder"}),
    ("POST", "/balie/noodstop/uit"): frozenset({"coordinator", "beheerder"}),
    ("POST", "/balie/noodstop/aan"): frozenset({"coordinator", "beheerder"}),
    ("GET", "/balie/logboek"): frozenset({"beheerder"}),
}
BEGIN: Mapping[str, str] = {"redacteur": "/balie/veiligheid", "beheerder": "/balie/gebruikers"}


class GeenRecht(Exception):
    """This role may not come here; `begin` is where it may."""

    def __init__(self, rol: str) -> None:
        super().__init__(rol)
        self.begin = BEGIN.get(rol, "/balie")


def mag(rol: str, methode: str, pad: str) -> bool:
    """Whether this role may use this route, named by its path as written in the code."""
    return rol in REGELS.get((methode, pad), frozenset())


def controleer(rol: str, methode: str, pad: str) -> None:
    """Raises GeenRecht unless this role may use this route."""
    if not mag(rol, methode, pad):
        raise GeenRecht(rol)


def teams_van(wie: Aangemeld | Medewerker) -> Teams | None:
    """Whose aanmeldingen this person may see; None is all teams of the gemeente, an empty set none.

    A medewerker sees the own team. A coordinator sees the own team and what has no team yet; without a team, all."""
    if wie.rol == "coordinator":
        return frozenset({wie.team, None}) if wie.team else None
    return frozenset({wie.team}) if wie.rol == "medewerker" and wie.team else frozenset()


def mag_aanmelding(wie: Aangemeld, rij: AanmeldingRij | ConsultRij) -> bool:
    """Whether this person may open this aanmelding or consult."""
    teams = teams_van(wie)
    return wie.mag(rij.gemeente) and (teams is None or rij.team in teams)
