"""Finds who somebody is on the internet: e-mail addresses (also spelled out), handles, profile pages and IP addresses."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

from assistant.gate.finds import Vondst, vondsten
from assistant.gate.namelist import namenlijst, woordenschat
from assistant.gate.words import vouwen

LANGSTE_LOKAAL = 140
_NETWERK = (
    r"insta(?:gram)?|ig|snap(?:chat)?|tik\s?tok|discord|facebook|fb|roblox|twitch|telegram|psn|xbox|steam|twitter|youtube|fortnite"
    r"|playstation|signal|bereal|pinterest|threads|minecraft"
)
_VERBINDING = r"[(\[]?(?:punt|puntje|dot|underscore|streepje|liggend\sstreepje|laag\sstreepje|min|koppelteken)[)\]]?"
_AANBIEDER = (
    "gmail|hotmail|outlook|live|ziggo|kpnmail|icloud|yahoo|upcmail|protonmail|proton|telenet|skynet|xs4all|planet|msn"
)
_EINDE = r"(?:(?:\.|\s?[(\[]?\b(?:punt|puntje|dot)\b[)\]]?\s?|\s\.\s?)[a-z]{2,24}\b){1,4}"
_apenstaart = re.compile(
    r"@|\s@\s|\s?[(\[<{*]\s?(?:at|ad|apen?\s?staart(?:je)?|aapje)\s?[)\]>}*]\s?|\s(?:apen?\s?staart(?:je)?|aapje|at|ad)\s",
    re.I,
)
_lokaal = re.compile(rf"(?<![\w.+-])[\w.+-]{{1,64}}(?:\s{_VERBINDING}\s[\w.+-]{{1,64}}){{0,4}}\Z", re.I)
_domein = re.compile(
    rf"[\w-]{{1,63}}(?:\s{_VERBINDING}\s[\w-]{{1,63}}(?=\s?(?:[(\[]?punt|[(\[]?dot|\.)))?{_EINDE}|(?:{_AANBIEDER})(?![\w.-])",
    re.I,
)
_zonder_staart = re.compile(
    r"(?<![\w.+-])[\w+-]{1,40}(?:\.[\w+-]{1,40}){0,4}[\s,]{1,2}"
    rf"(?:{_AANBIEDER})(?:\.|\spunt\s)(?:com|nl|be|net)\b",
    re.I,
)
_ip4 = re.compile(
    r"(?<![\w.])(?<!06[-/ ])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w]|\.\d)"
)
_ip6 = re.compile(r"(?<![\w:.])[0-9a-f]{0,4}:[0-9a-f:]{1,36}(?:[0-9a-f]|::)(?![\w:])", re.I)
_handvat = re.compile(r"(?<![\w@.])@[A-Za-z0-9_][\w.-]{1,28}\w(?:#\d{4})?")
_met_streep = re.compile(r"(?<![\w@./\[-])[\w.-]*_[\w.-]*(?:#\d{4})?(?<![.-])")
_met_hekje = re.compile(r"(?<![\w@.])[^\W\d_][\w.]{1,30}#\d{3,5}\b")
_profiel = re.compile(
    r"\b(?:https?://)?(?:www\.)?(?:instagram|tiktok|facebook|snapchat|x|twitter|linkedin|twitch|youtube)\.com/[\w@./?=-]{2,60}",
    re.I,
)
_SOORT = (
    rf"(?:{_NETWERK}|gamertag|gamernaam|username|user|gebruikersnaam|account(?:naam)?|nickname|schermnaam|inlognaam)"
)
_account = re.compile(
    rf"\b{_SOORT}(?:\s?(?:naam|account|profiel|tag))?[^\w\x00]{{1,3}}(?:[^\W\d_]{{1,10}}[^\w\x00]{{1,2}}){{0,5}}?"
    r"((?=[\w.-]{0,30}(?:\d|[._]\w))[A-Za-z][\w.-]{2,30}(?<![.-])(?:#\d{4})?)",
    re.I,
)
_account_genoemd = re.compile(
    rf"\b{_SOORT}(?:\s?(?:naam|account|profiel|tag))?(?:\svan\s(?:mij|me|hem|haar|der|d'r|die\s\w{{2,12}}|mn\s\w{{2,12}}|mijn\s\w{{2,12}}))?"
    r"\s?(?:is|heet|:|=|heet\s(?:ik|hij|ze|zij))\s{0,2}([\w.-]{3,30}\w)",
    re.I,
)
_heet_op = re.compile(rf"\bheet\s(?:(?:ik|hij|ze|zij|die)\s)?([\w.-]{{3,30}}\w)\sop\s(?:{_NETWERK})\b", re.I)
_bezit_netwerk = re.compile(
    rf"\b(?:mijn|me|mn|m'n|haar|zijn|zn|z'n|der|d'r)\s(?:{_NETWERK})(?:\s?(?:naam|account|tag))?\s([\w.-]{{5,30}})(?![\w.-])",
    re.I,
)
_merkteken_op = re.compile(rf"(?<![\w@.-])((?=[\w-]{{0,30}}[.\d])[A-Za-z][\w.-]{{3,30}})\sop\s(?:{_NETWERK})\b", re.I)
_op_heet = re.compile(
    rf"\bop\s(?:{_NETWERK})\s(?:heet|ben|noem)\s(?:ik|hij|ze|zij|die)(?:\sme|\szich)?\s([\w.-]{{3,30}}\w)", re.I
)
_kent_als = re.compile(
    r"\b(?:ken|kent|kennen|kende|bekend|noemt\szich|noemt\szichzelf|onder\sde\snaam|online|gamet|speelt|streamt|post)\s"
    r"(?:(?:hem|haar|die|hij|zij|ze|daar|daarop|er|online|alleen|zich)\s){0,2}(?:als|onder)\s(?:de\snaam\s)?"
    r"((?=[\w.-]{0,30}(?:[\d_]|\w\.\w))[A-Za-z][\w.-]{2,30}(?<![.-]))",
    re.I,
)
_en_nog_een = re.compile(
    rf"\b(?:{_NETWERK}|account)(?:'?s)?\b[^\x00\n]{{0,20}}\x00*[^\x00\n]{{0,40}}?\b(?:en|of)\s([a-z][\w.-]{{5,30}}\w)\svoor\s",
    re.I,
)
_wie_gamet = re.compile(
    r"\b(?:ene|zekere|iemand|gast|gozer|speler|gamer|jongen|man|vent|meisje|user|gebruiker)\s(?:genaamd\s|met\s(?:de\s)?naam\s)?"
    r"([A-Za-z][A-Za-z._-]{2,24}\d{1,5})(?![\w-])"
)
_kamelen = re.compile(r"(?<![\w@./#-])((?:[A-Z][a-z]+){2,4}\d{1,5})(?![\w-])")
_als_op = re.compile(
    rf"\b(?:op|via|in)\s(?:{_NETWERK})\s(?:(?:ben|zit|heet|sta|speel|ga|is|staat|zit|actief|bekend|ik|hij|ze|zij)\s){{0,3}}(?:als|onder|genaamd|met\s(?:de\s)?naam)\s"
    r"(?:de\snaam\s)?([\w.-]{4,30})(?![\w-])",
    re.I,
)
_als_x_op = re.compile(rf"\b(?:als|onder)\s(?:de\snaam\s)?([\w.-]{{4,30}})\s(?:op|in|bij)\s(?:{_NETWERK})\b", re.I)
_punt = re.compile(r"\.|\b(?:punt|puntje|dot)\b", re.I)
_staartspoor = re.compile(r"@|apen?\s?st|aapje|\bat\b|\bad\b", re.I)


def zoek_email(tekst: str) -> Iterator[Vondst]:
    """E-mail addresses, also with "apenstaartje" and "punt" written out."""
    if _staartspoor.search(tekst):
        yield from _met_apenstaart(tekst)
    yield from vondsten("e-mail", tekst, _zonder_staart)


def _met_apenstaart(tekst: str) -> Iterator[Vondst]:
    for staart in _apenstaart.finditer(tekst):
        domein = _domein.match(tekst, staart.end())
        if domein and staart[0].strip().lower() in ("at", "ad") and not _punt.search(domein[0]):
            continue
        vanaf = max(0, staart.start() - LANGSTE_LOKAAL)
        lokaal = _lokaal.search(tekst[vanaf : staart.start()]) if domein else None
        if domein and lokaal:
            begin = vanaf + lokaal.start()
            yield Vondst("e-mail", tekst[begin : domein.end()], begin, domein.end())


def zoek_online(tekst: str) -> Iterator[Vondst]:
    """IP addresses, handles and profile pages."""
    yield from vondsten("ip", tekst, _ip4, mits=lambda treffer: not _is_versie(tekst, treffer.start()))
    yield from vondsten("ip", tekst, _ip6, mits=lambda treffer: _is_ip6(treffer[0]))
    heel = (_handvat, _profiel, _met_streep, _met_hekje)
    yield from vondsten("account", tekst, *heel, mits=lambda treffer: _is_handvat(treffer[0]))
    yield from vondsten("account", tekst, _als_op, _als_x_op, groep=1, mits=lambda treffer: _is_bijnaam(treffer[1]))
    genoemd = (_account, _merkteken_op, _account_genoemd, _heet_op, _op_heet, _bezit_netwerk, _kent_als, _en_nog_een)
    yield from vondsten(
        "account", tekst, *genoemd, _wie_gamet, _kamelen, groep=1, mits=lambda treffer: _is_account(treffer[1])
    )


def _is_versie(tekst: str, plek: int) -> bool:
    return re.search(r"\b(?:versie|version|v|update)\s?\Z", tekst[max(0, plek - 10) : plek], re.I) is not None


def _is_bijnaam(waarde: str) -> bool:
    """Whether this is a name one takes ("maanvosje"), and no word that says who or when ("moeder", "iemand")."""
    laag = vouwen(waarde)
    return not woordenschat().enkel(laag) and laag not in namenlijst().verzamelingen["geen_naam"]


def _is_handvat(waarde: str) -> bool:
    """Whether there are letters in it, and it is not the name of an organisation ("@ease")."""
    naam = vouwen(waarde.removeprefix("@"))
    if any(naam in namenlijst().verzamelingen[lijst] for lijst in ("achter_apenstaart", "rollen")):
        return False
    return sum(teken.isalnum() for teken in waarde) > 2 and any(teken.isalpha() for teken in waarde)


def _is_account(waarde: str) -> bool:
    """Whether this is no ordinary word or product ("roblox17" is, "gehackt" and "whatsapp" are not)."""
    delen = [deel for deel in re.split(r"[.\-\d]+", vouwen(waarde)) if deel]
    if "".join(delen) in namenlijst().verzamelingen["geen_naam"] | namenlijst().verzamelingen["bekend"]:
        return False
    gewoon = all(woordenschat().gewoon(deel) or deel in namenlijst().verzamelingen["geen_naam"] for deel in delen)
    met_teken = any(teken.isdigit() or teken == "_" for teken in waarde)
    return not gewoon or (
        met_teken and len(waarde) > 5 and not re.search(r"[a-z]\.[a-z]", waarde, re.I) and "-" not in waarde
    )


def _is_ip6(waarde: str) -> bool:
    try:
        return ipaddress.IPv6Address(waarde) is not None
    except ValueError:
        return False
