"""What is told in passing lands in its own slot; what only looks like it does not."""

from __future__ import annotations

from typing import Any

import pytest

from actions.heard import gehoord_in


@pytest.mark.parametrize(
    ("tekst", "slots"),
    [
        ("de mentor en de huisarts kijken al mee", {"wie_helpt_al": "de mentor en de huisarts kijken al mee"}),
        ("hij slaat, maar oma past vaak op", {"wie_helpt_al": "oma past vaak op"}),
        ("hij loopt bij de kinderarts", {"wie_helpt_al": "hij loopt bij de kinderarts"}),
        ("we krijgen al hulp van het wijkteam", {"wie_helpt_al": "we krijgen al hulp van het wijkteam"}),
        ("niemand helpt ons", {"wie_helpt_al": "niemand helpt ons"}),
        ("ik hoop dat het weer rustig wordt", {"wens": "ik hoop dat het weer rustig wordt"}),
        ("wij zoeken handvatten voor thuis", {"wens": "wij zoeken handvatten voor thuis"}),
        ("mijn tante staat achter me", {"steunfiguur": "tante"}),
        ("mijn opa steunt mij hierin maar hij weet er nog niks van", {"steunfiguur": "opa (weet er nog niet van)"}),
        (
            "we hebben al een vaste medewerker bij jullie",
            {"vaste_medewerker": "we hebben al een vaste medewerker bij jullie"},
        ),
        ("mijn ex mag niet weten dat ik bel", {"wie_weten_ervan": "mijn ex mag niet weten dat ik bel"}),
        ("kan iemand met mij videobellen in plaats van gewoon bellen", {"vorm": "beeldbellen"}),
        ("kunnen jullie bij ons thuis langskomen", {"vorm": "huisbezoek"}),
        ("liever niet bellen maar kunnen jullie mij mailen", {"vorm": "mail"}),
        ("je mag de voicemail inspreken", {"voicemail_ok": True}),
        ("geen voicemail inspreken alsjeblieft", {"voicemail_ok": False}),
        ("bel me niet als mijn man thuis is", {"veilig_bellen": False}),
        ("mijn vrouw spreekt alleen Pools", {"tolk": "pools"}),
        ("ik heb een tolk nodig", {"tolk": "ja"}),
    ],
)
def test_wat_verteld_wordt_komt_in_zijn_eigen_veld(tekst: str, slots: dict[str, Any]) -> None:
    assert gehoord_in(tekst, {}) == slots


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "oma is vorig jaar overleden",
        "de huisarts zegt dat het vanzelf over gaat",
        "mijn man helpt nooit mee",
        "kan de huisarts hierbij helpen",
        "ik wil weten hoe ik hem in bed krijg",
        "ik wil iemand spreken",
        "hij wil niet luisteren",
        "mijn vader steunt me niet",
        "ik weet het ook niet meer",
        "mijn dochter wil niet videobellen met haar vader",
        "de juf mailt elke dag",
        "mijn zoon leert geen Engels op school",
        "geen tolk nodig",
    ],
)
def test_wat_er_alleen_op_lijkt_vult_niets(tekst: str) -> None:
    assert gehoord_in(tekst, {}) == {}


def test_wie_er_later_bij_komt_staat_eronder_en_dezelfde_maar_een_keer() -> None:
    eerder = {"wie_helpt_al": "oma past op"}
    assert gehoord_in("oma past op", eerder) == {}
    assert gehoord_in("de buurvrouw helpt ook", eerder)["wie_helpt_al"] == "oma past op\nde buurvrouw helpt ook"
