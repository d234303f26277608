"""Closing: alone where that is safe, with a second professional where it is not."""

from __future__ import annotations

from datetime import timedelta

from api.aanmelding import service
from api.context import Huis
from tests.api.balie.case import Zaak, familie, gezien, logboek, rij_van
from tests.api.balie.conftest import Stuur, meld_aan
from tests.api.conftest import Wijzerplaat
from tests.api.pages.browser import Browser

GEVAAR = "Mijn man slaat me en de kinderen zien het."


def probeer(ans: Browser, kenmerk: str, klok: Wijzerplaat, dagen: int) -> Zaak:
    """Taken up, and called on this many different days."""
    Zaak(ans, kenmerk).doe("oppakken")
    for _ in range(dagen):
        klok.verzet(days=1)
        Zaak(meld_aan(ans, "Ans"), kenmerk).doe("contact_geprobeerd", keuze="gebeld_geen_gehoor")
    return Zaak(ans, kenmerk)


def test_met_een_teken_van_gevaar_sluit_niemand_alleen_af(
    ans: Browser, bert: Browser, huis: Huis, stuur: Stuur
) -> None:
    kenmerk = stuur(zorg=GEVAAR)
    zaak = Zaak(ans, kenmerk)
    zaak.doe("oppakken")
    zaak.doe("afsluiten", keuze="advies", tekst="Gesproken, veilig bij oma")
    assert rij_van(huis, kenmerk).status == "opgepakt"
    assert "Je verzoek staat klaar" in ans.tekst and "Wacht op een collega" in ans.tekst
    assert not ans.heeft_form(f"{zaak.pad}/akkoord"), "niet met zichzelf"
    assert "Tweede professional nodig" in ans.open(zaak.pad).tekst
    van_bert = Zaak(bert, kenmerk)
    assert "Ans wil afsluiten: advies gegeven" in bert.tekst
    melding = bert.html[bert.html.index("melding--tweede") : bert.html.index("dossier__eerst")]
    assert "Gesproken, veilig bij oma" in melding, "waarom staat erbij"
    van_bert.doe("akkoord", tekst="Eens")
    rij = rij_van(huis, kenmerk)
    assert (rij.status, rij.uitkomst, rij.sluit_door) == ("afgesloten", "advies", None)
    assert ("Bert", "notitie", "Afgesloten door Ans en Bert samen.") in logboek(huis, kenmerk)
    gezin = familie(huis, kenmerk)
    assert "Advies gegeven" in gezin
    for woord in ("Ans", "Bert", "oma", "tweede", "Eens"):
        assert woord not in gezin


def test_ook_met_een_nagemaakt_formulier_is_men_niet_zelf_de_tweede(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur(zorg=GEVAAR)
    zaak = Zaak(ans, kenmerk)
    zaak.doe("oppakken")
    zaak.doe("afsluiten", keuze="advies")
    rij = rij_van(huis, kenmerk)
    csrf = dict(ans.form(f"{zaak.pad}/laat_open").velden)["csrf"]
    assert ans.post(f"{zaak.pad}/akkoord", [("csrf", csrf), ("gezien", gezien(huis, kenmerk, "akkoord"))]).status == 409
    assert rij.sluit_door == "Ans" and rij_van(huis, kenmerk).status == "opgepakt"


def test_niet_bereikt_kan_pas_na_drie_verschillende_dagen(
    ans: Browser, bert: Browser, huis: Huis, stuur: Stuur, klok: Wijzerplaat
) -> None:
    kenmerk = stuur()
    zaak = probeer(ans, kenmerk, klok, 2)
    zaak.doe("contact_geprobeerd", keuze="voicemail")
    zaak.doe("afsluiten", keuze="geen_contact", tekst="Ik geef het op")
    assert ans.status == 422
    assert "op 3 verschillende dagen. Nu: 2." in ans.tekst
    assert "Ik geef het op" in ans.html
    klok.verzet(days=1)
    zaak = Zaak(meld_aan(ans, "Ans"), kenmerk)
    zaak.doe("contact_geprobeerd", keuze="langs_geweest")
    zaak.doe("afsluiten", keuze="geen_contact")
    assert rij_van(huis, kenmerk).status == "contact_geprobeerd", "ook dan niet alleen"
    Zaak(meld_aan(bert, "Bert"), kenmerk).doe("akkoord")
    assert (rij_van(huis, kenmerk).status, rij_van(huis, kenmerk).uitkomst) == ("afgesloten", "geen_contact")


def test_hoeveel_dagen_staat_bij_de_gemeente(
    ans: Browser, huis: Huis, stuur: Stuur, klok: Wijzerplaat, monkeypatch: object
) -> None:
    kenmerk = stuur()
    strenger = huis.gemeente("kaag-en-braassem").model_copy(update={"dagen_niet_bereikt": 5})
    monkeypatch.setattr(type(huis), "gemeente", lambda zelf, naam: strenger)  # type: ignore[attr-defined]
    zaak = probeer(ans, kenmerk, klok, 3)
    zaak.doe("afsluiten", keuze="geen_contact")
    assert ans.status == 422 and "op 5 verschillende dagen. Nu: 3." in ans.tekst


def test_na_heropenen_tellen_de_oude_pogingen_niet_meer(
    ans: Browser, huis: Huis, stuur: Stuur, klok: Wijzerplaat
) -> None:
    kenmerk = stuur()
    zaak = probeer(ans, kenmerk, klok, 3)
    zaak.doe("afsluiten", keuze="gestopt")
    zaak.doe("heropenen", tekst="Moeder belde terug")
    assert rij_van(huis, kenmerk).uitkomst is None
    zaak.doe("afsluiten", keuze="geen_contact")
    assert ans.status == 422 and "Nu: 0." in ans.tekst


def test_een_collega_kan_nee_zeggen_en_contact_haalt_het_verzoek_weg(
    ans: Browser, bert: Browser, huis: Huis, stuur: Stuur
) -> None:
    kenmerk = stuur(zorg=GEVAAR)
    zaak = Zaak(ans, kenmerk)
    zaak.doe("oppakken")
    zaak.doe("afsluiten", keuze="advies")
    Zaak(bert, kenmerk).doe("laat_open", tekst="Eerst school bellen")
    rij = rij_van(huis, kenmerk)
    assert (rij.status, rij.sluit_door, rij.sluit_uitkomst) == ("opgepakt", None, None)
    assert ("Bert", "notitie", "Eerst school bellen") in logboek(huis, kenmerk)
    zaak = Zaak(ans, kenmerk)
    zaak.doe("afsluiten", keuze="advies")
    zaak.doe("contact_gelukt", keuze="telefoon")
    assert rij_van(huis, kenmerk).sluit_door is None


def test_de_tweede_leest_eerst_wat_het_gezin_intussen_schreef(
    ans: Browser, bert: Browser, huis: Huis, stuur: Stuur, klok: Wijzerplaat
) -> None:
    kenmerk = stuur(zorg=GEVAAR)
    zaak = Zaak(ans, kenmerk)
    zaak.doe("oppakken")
    zaak.doe("afsluiten", keuze="advies")
    van_bert = Zaak(bert, kenmerk)
    klok.verzet(minutes=5)
    service.schrijf_bij(huis, rij_van(huis, kenmerk), "Hij is terug.")
    assert van_bert.doe("akkoord").status == 409
    assert "Hij is terug." in bert.tekst
    assert rij_van(huis, kenmerk).status == "opgepakt"
    bert.stuur(f"{van_bert.pad}/akkoord")
    assert rij_van(huis, kenmerk).status == "afgesloten"


def test_trekt_het_gezin_in_dan_is_het_verzoek_weg_en_sluiten_er_nog_steeds_twee(
    ans: Browser, bert: Browser, huis: Huis, stuur: Stuur
) -> None:
    kenmerk = stuur(zorg=GEVAAR)
    zaak = Zaak(ans, kenmerk)
    zaak.doe("oppakken")
    zaak.doe("afsluiten", keuze="advies")
    service.trek_in(huis, rij_van(huis, kenmerk))
    assert rij_van(huis, kenmerk).sluit_door is None
    Zaak(ans, kenmerk).doe("afsluiten", keuze="gestopt")
    Zaak(bert, kenmerk).doe("akkoord")
    assert rij_van(huis, kenmerk).status == "afgesloten"


def test_zonder_gevaar_en_met_contact_sluit_een_mens_alleen_af(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    zaak = Zaak(ans, kenmerk)
    zaak.doe("oppakken")
    zaak.doe("afsluiten", keuze="sociale_basis")
    assert (rij_van(huis, kenmerk).status, rij_van(huis, kenmerk).uitkomst) == ("afgesloten", "sociale_basis")


def test_uitkomst_en_verzoek_zijn_geen_tekst_van_iemand(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur(zorg=GEVAAR)
    zaak = Zaak(ans, kenmerk)
    zaak.doe("oppakken")
    zaak.doe("afsluiten", keuze="advies", tekst="Gesproken met oma")
    rij = rij_van(huis, kenmerk)
    assert rij.sluit_op is not None and huis.klok() - rij.sluit_op < timedelta(seconds=1)
    assert "oma" not in f"{rij.sluit_uitkomst}{rij.sluit_door}"
