"""What an address is made of: the endings of street names, house numbers and what follows them."""

from __future__ import annotations

from assistant.gate.redact_dates import MAANDEN

STRAAT = (
    "straat|straatje|laan|laantje|weg|plein|hof|hofje|dijk|kade|gracht|singel|pad|dreef|steeg|plantsoen|boulevard|hove|vaart"
    r"|str\.?|strt|ln"
)
STRAATEIND = (
    f"{STRAAT}|wal|ring|erf|weide|akker|veld|kamp|donk|poort|zicht|sloot|tuin|park|burg|markt|oord|haven|brink|horst|meent"
    "|gaarde|rade|kwartier|wetering|einde|eind|buurt|molen|berg|werf|dorp|hoek|hout|bosch|bos|sluis|brug|tocht|ven|vliet|stee|stede|land|zijde"
    "|kouter|steen|vonder|terp|enk|esch|loo|krocht|staete|borch|burcht|hage|bleek|mors|linie|beemd|dries"
    "|zoom|rand|heuvel|kreek|gors|schans|oever|kerk|straatje|wijk|rak|drift|meer|waard|polder|duin|kolk|plas|dal|brink|acker|beek|veste"
)
LOS_EIND = "Straat|Laan|Weg|Dijk|Kade|Gracht|Singel|Vaart|Plein|Hof|Markt|Wal|Haven|Poort|Dreef|Steeg"
NUMMER = r"(?:,?\s?(?:op\s)?(?:huisnummer|nummer|nr\.?)\s?|\s?)\d{1,4}"
TOEVOEGING = (
    r"(?:\s?-?\s?[A-Za-z](?!\w)|\s?bis(?!\w)|\s?hs(?!\w)|\s?huis(?!\w)|\s(?:rood|zwart|boven|beneden|II|III|IV)(?!\w)"
    r"|\s?[-/]\s?[A-Za-z0-9]{1,4}(?!\w))?"
    r"(?:,?\s\(?(?:(?:nr|no|nummer|bus|bte|app(?:artement)?|kamer|unit|etage|verdieping|toev|ark|wb|wa|woonboot|woonark|steiger|ligplaats"
    r"|kavel|chalet|box|blok)\.?\s?\d{1,4}[a-zA-Z]?|ark|wb|woonboot|woonark|achterhuis|voorhuis"
    r"|\d{1,2}\s?(?:e|de|ste|\u00e8me)\s(?:etage|verdieping|verd|woonlaag|hoog)|(?:\d|I{1,3})\s?hoog|(?:bel|eerste|tweede|derde)\s?-?\s?etage"
    r"|begane\sgrond|gelijkvloers|souterrain|bel-etage|huis(?=\W*\Z))(?!\w)\)?){0,2}"
)
EENHEID = (
    r"(?!\s?(?:uur|jaar|jr|keer|x\b|weken|week|dagen|dag|maanden|euro|minuten|min|kinderen|kids|procent|%|km|meter|ste|graden"
    rf"|de\b|e\b|:\d|\.\d|,\d|kilo|mg|gram|punten|nachten|mensen|(?:{MAANDEN})\b|[-/]\d\d?[-/]))"
)
