"""A browser without script: it follows links, keeps cookies, and sends the forms that are really on the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from fastapi.testclient import TestClient

KAAG = "/chat/kaag-en-braassem"
PAGINAS = (  # one of each kind that anyone may open
    "/demo/kaag-en-braassem",
    "/demo/ridderkerk",
    KAAG,
    "/chat/ridderkerk",
    "/chat/kaag-en-braassem/consult",
    "/aanmelding",
    "/hulplijnen",
    "/verantwoording",
    "/privacy",
    "/toegankelijkheid",
    "/meld-veiligheid",
    "/kennis",
    "/kennis/slapen",
    "/kennis/slapen/peuter-uit-bed",
    "/stroomschema",
    "/meldcode",
    "/balie/aanmelden",
)


@dataclass
class Form:
    """One form as it stands on the page."""

    action: str
    velden: list[tuple[str, str]] = field(default_factory=list)
    knoppen: list[tuple[str, str, str]] = field(default_factory=list)


class _Lezer(HTMLParser):
    """Collects forms, and the text that a person would read."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.tekst: list[str] = []
        self._form: Form | None = None
        self._vak: str | None = None
        self._keuze: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {naam: waarde or "" for naam, waarde in attrs}
        if tag == "form":
            self._form = Form(a["action"])
            self.forms.append(self._form)
        elif self._form is None:
            return
        elif tag == "input" and "name" in a:
            aan = a.get("type") not in ("radio", "checkbox") or "checked" in a
            if aan:
                self._form.velden.append((a["name"], a.get("value", "")))
        elif tag == "textarea":
            self._vak = a["name"]
            self._form.velden.append((self._vak, ""))
        elif tag == "select":
            self._keuze = a["name"]
        elif tag == "option" and self._keuze and "selected" in a:
            self._form.velden.append((self._keuze, a["value"]))
        elif tag == "button":
            self._form.knoppen.append((a.get("name", ""), a.get("value", ""), ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "textarea":
            self._vak = None
        elif tag == "select":
            self._keuze = None

    def handle_data(self, data: str) -> None:
        if self._vak is not None and self._form is not None:
            naam, waarde = self._form.velden[-1]
            self._form.velden[-1] = (naam, waarde + data)
        elif data.strip():
            self.tekst.append(data.strip())


class Browser:
    """One visitor with one page open."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.status = 0
        self.html = ""
        self.pad = ""
        self.koppen: Any = {}

    def open(self, pad: str, **koppen: str) -> Browser:
        return self._neem(self.client.get(pad, headers={k.replace("_", "-"): v for k, v in koppen.items()}))

    def stuur(
        self, action: str, knop: tuple[str, str] | None = None, koppen: dict[str, str] | None = None, **velden: Any
    ) -> Browser:
        """Send the form with this action as it stands, with these fields filled in (None: left out)."""
        form = self.form(action)
        anders = {naam: waarde if isinstance(waarde, list) else [waarde] for naam, waarde in velden.items()}
        data = [(naam, waarde) for naam, waarde in form.velden if naam not in anders]
        data += [(naam, w) for naam, waarden in anders.items() for w in waarden if w is not None]
        data += [knop] if knop else []
        return self.post(action, data, koppen)

    def post(self, pad: str, data: list[tuple[str, str]], koppen: dict[str, str] | None = None) -> Browser:
        gebundeld: dict[str, list[str]] = {}
        for naam, waarde in data:
            gebundeld.setdefault(naam, []).append(waarde)
        return self._neem(self.client.post(pad, data=gebundeld, headers=koppen))

    def _neem(self, antwoord: Any) -> Browser:
        self.status, self.html, self.koppen = antwoord.status_code, antwoord.text, antwoord.headers
        self.pad = antwoord.url.path
        return self

    @property
    def _gelezen(self) -> _Lezer:
        lezer = _Lezer()
        lezer.feed(self.html)
        return lezer

    @property
    def tekst(self) -> str:
        return " ".join(self._gelezen.tekst)

    def form(self, action: str) -> Form:
        gevonden = [form for form in self._gelezen.forms if form.action == action]
        assert gevonden, f"geen formulier naar {action} op {self.pad}: {[f.action for f in self._gelezen.forms]}"
        return gevonden[-1]

    def heeft_form(self, action: str) -> bool:
        return any(form.action == action for form in self._gelezen.forms)

    def begin(self, vraag: str = "") -> Browser:
        """Start a conversation in Kaag en Braassem."""
        return self.open(KAAG).stuur(f"{KAAG}/begin", tekst=vraag)
