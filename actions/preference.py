"""How someone wants to be reached, said in passing: in which form, and whether calling and voicemail are safe."""

from __future__ import annotations

import re
from typing import Any

from actions.clauses import delen, stukken

KORT = 3  # words in a message that only names a form
VORMEN = {
    "beeldbellen": re.compile(
        r"\b(?:(?:beeld|video) ?-?bel\w*|video ?call\w*|facetime\w*|skype\w*|zoom(?:en|gesprek)?|(?:via|met|"
        r"over) (?:teams|beeld|video|camera))\b",
        re.I,
    ),
    "huisbezoek": re.compile(
        r"\b(?:huisbezoek|aan huis|thuis (?:langs\w*|afspreken|praten|komen)|(?:bij (?:ons|mij|me)|"
        r"hier) (?:thuis )?(?:langs\w*|afspreken|komen praten)|"
        r"langs(?: te)?komen bij (?:ons|mij)|bij (?:ons|mij|me) thuis|langs(?: te)? ?kom(?:t|en))\b",
        re.I,
    ),
    "op school": re.compile(
        r"\bop (?:\w+ )?school (?:\w+ ){0,2}(?:afspreken|praten|spreken|gesprek|komen|"
        r"kletsen|langs\w*)|\b(?:afspreken|praten|spreken|gesprek|kletsen) (?:\w+ ){0,2}op (?:\w+ )?school\b",
        re.I,
    ),
    "mail": re.compile(r"\b(?:mail(?:en|tje|t)?|e-?mail(?:en|tje|t)?|mailcontact)\b", re.I),
    "bellen": re.compile(
        r"\b(?:telefonisch|door de telefoon|gewoon (?:\w+ )?(?:bellen|gebeld)|(?:liever|liefst|"
        r"alleen)(?: \w+){0,3}? (?:bellen|gebeld|telefoon))\b",
        re.I,
    ),
}
_LIEVER_NIET = re.compile(
    r"\b(?:in plaats van|ipv|i\.p\.v\.|liever niet|niet|geen|en niet|maar niet)(?: \w+){0,2}? "
    r"(?:\w*bellen|\w*gebeld|\w*belletje|telefonisch|mailen|mail|thuis|huisbezoek|langskomen|op school|"
    r"facetimen|skypen|appen)\b",
    re.I,
)
_WENST = re.compile(
    r"\b(?:liever|liefst|graag|wil|willen|wilt|kan|kun|kunnen|kunt|mag|mogen|zou|zouden|alleen|voorkeur|"
    r"prefereer|fijner|fijn|makkelijker|prettiger|in plaats van|ipv|"
    r"dan maar|maar|het best\w*)\b",
    re.I,
)
_TEAM = re.compile(
    r"\b(?:jullie|u|je|iemand|team|jgt|me|mij|ons|we|wij|ik|contact|afspreken|gesprek|"
    r"langskomen)\b",
    re.I,
)
_VAN_ANDEREN = re.compile(
    r"\b(?:zijn|haar|hun|m'n|mijn|onze) (?:vader|moeder|ouders|ex|vriend\w*|oma|opa|vrienden)\b|\b(?:hij|ze|zij|"
    r"zoon|dochter|kind|school) (?:\w+ ){0,2}(?:wil|gaat|doet|zit|belt|kan|mag)\b",
    re.I,
)


def vorm_in(tekst: str, *, gevraagd: bool) -> str | None:
    """The form that is asked for; `gevraagd` when contact is what the message or the conversation is about."""
    for stuk in delen(tekst):
        wel = _LIEVER_NIET.sub(" ", stuk)
        if _VAN_ANDEREN.search(stuk) or not (_WENST.search(stuk) or len(stuk.split()) <= KORT):
            continue
        if not (gevraagd or _TEAM.search(wel)):
            continue
        gevonden = next((vorm for vorm, patroon in VORMEN.items() if patroon.search(wel)), None)
        if gevonden and (gevraagd or gevonden not in ("bellen", "mail")):
            return gevonden
    return None


ONVEILIG = re.compile(
    r"\b(?:niet veilig|onveilig) (?:\w+ ){0,4}(?:bel\w*|te bellen|gebeld)\b|\b(?:bel\w*|"
    r"gebeld)\b[^.!?]{0,25}\b(?:niet veilig|onveilig|gevaarlijk)\b|"
    r"\b(?:bel|belt|bellen)\b[^.!?]{0,15}\b(?:niet|nooit)\b[^.!?]{0,30}\b(?:als|wanneer|want|zolang) (?:mijn|"
    r"m'n|mn|hij|zij|ze|de)\b|"
    r"\bluister(?:t|en) (?:\w+ ){0,3}mee\b|"
    r"\b(?:man|vrouw|ex|partner|vriend|vader|moeder|ouders|pa|ma|broer|stief\w+) (?:kijk|lees)(?:t|en)? (?:\w+ ){0,3}mee\b|"
    r"\b(?:kijk|lees)(?:t|en)? (?:\w+ ){0,2}mee (?:\w+ )?(?:in|op|met) (?:mijn|m'n|mn|me) \w+|"
    r"\b(?:mag|mogen) (?:\w+ ){0,3}?(?:niet|niks) (?:\w+ ){0,3}?(?:horen|"
    r"meeluisteren|merken)\b|"
    r"\bcontroleert (?:\w+ ){0,2}(?:mijn )?(?:telefoon|mobiel)\b",
    re.I,
)
VEILIG = re.compile(
    r"\b(?:veilig|prima|gerust|rustig|vrijuit)\b[^.!?]{0,20}\b(?:bellen|gebeld|"
    r"praten aan de telefoon)\b|\bbellen (?:is|kan) (?:\w+ )?(?:veilig|gerust)\b",
    re.I,
)
VOICEMAIL = re.compile(
    r"\b(?:voice-?mail\w*|antwoordapparaat|(?:bericht|"
    r"boodschap)(?:je)? (?:\w+ ){0,2}(?:achterlaten|inspreken)|in ?spreken|spreek (?:\w+ ){0,3}in)\b",
    re.I,
)
_NIET = re.compile(r"\b(?:niet|geen|nooit|liever niet)\b", re.I)
GEEN_TOLK = re.compile(r"\b(?:geen|niet) (?:\w+ )?tolk\b", re.I)
TOLK = re.compile(r"\btolk\b", re.I)
TAAL = re.compile(
    r"\b(?:arabisch|turks|pools|engels|frans|duits|spaans|portugees|italiaans|russisch|oekra[iï]ens|farsi|"
    r"perzisch|dari|pasjtoe|tigrinya|somalisch|berbers|tamazight|"
    r"tarifit|koerdisch|chinees|mandarijn|vietnamees|thais|hindi|urdu|papiaments|roemeens|bulgaars|hongaars|"
    r"servisch|kroatisch|bosnisch|albanees|grieks|swahili|"
    r"amhaars|gebarentaal|armeens|georgisch)\b",
    re.I,
)
GEEN_NEDERLANDS = re.compile(
    r"\b(?:spreek|spreekt|spreken|praat|praten|versta|verstaat|kan|kent) (?:\w+ ){0,3}?(?:geen|weinig|"
    r"niet(?: zo)?(?: goed)?|slecht|alleen) (?:\w+ )?nederlands|"
    r"\bnederlands (?:is|spreekt?|gaat|lukt) (?:\w+ ){0,3}?(?:niet|slecht|moeilijk)|\b(?:spreekt|spreek|"
    r"spreken) alleen\b",
    re.I,
)


def veilig_in(tekst: str) -> dict[str, Any]:
    """`veilig_bellen`, `voicemail_ok` and `tolk` as far as this says something about them."""
    gevonden: dict[str, Any] = {}
    for stuk, _ in stukken(tekst):
        if ONVEILIG.search(stuk):
            gevonden["veilig_bellen"] = False
        elif VEILIG.search(stuk) and not _NIET.search(stuk):
            gevonden["veilig_bellen"] = True
        if VOICEMAIL.search(stuk):
            gevonden["voicemail_ok"] = not _NIET.search(stuk)
    tolk = tolk_in(tekst)
    return gevonden | ({"tolk": tolk} if tolk else {})


def tolk_in(tekst: str) -> str | None:
    """The language of the interpreter that is needed, 'ja' when that is not said, None when none is needed."""
    taal = TAAL.search(tekst)
    if TOLK.search(tekst) and not GEEN_TOLK.search(tekst):
        return taal[0].lower() if taal else "ja"
    return taal[0].lower() if taal and GEEN_NEDERLANDS.search(tekst) else None
