import { html, nothing, type TemplateResult } from 'lit';
import { kaart as teksten } from '../gegenereerd/teksten-kaart.js';
import type { AanmeldingKaart, ConsultKaart, EigenKaart, Kaart, Keuzes } from '../kern/typen.js';
import { artikelKaart } from './artikel.js';
import { type Deel, platteTekst } from './delen.js';
import { contactKaart, hulplijnKaart, noodlijnen, voorzieningKaart } from './plekken.js';

/** What a card needs to know of its place in the gesprek, and what its buttons do. */
export interface Omgeving {
  /** Whether the visitor may still act on this card. */
  actief: boolean;
  gekozen?: string | undefined;
  aangemeld: boolean;
  taal?: string | undefined;
  kies: (keuze: string, label: string) => void;
  openAanmelding: () => void;
  /** Where the plain pages are; the page itself when the server is that of the site. */
  oorsprong?: string | undefined;
}

/** A card as the visitor sees it; a card of a newer server is shown by its text, when it has one. */
export function toonKaart(kaart: Kaart | EigenKaart, omgeving: Omgeving): Deel {
  switch (kaart.soort) {
    case 'tekst':
      return html`<div class="bel">${platteTekst(kaart.tekst, omgeving.taal)}</div>`;
    case 'artikel':
      return artikelKaart(kaart);
    case 'voorziening':
      return voorzieningKaart(kaart);
    case 'hulplijn':
      return hulplijnKaart(kaart);
    case 'keuzes':
      return keuzesKaart(kaart, omgeving);
    case 'contact':
      return contactKaart(kaart);
    case 'consult':
      return consultKaart(kaart, omgeving);
    case 'aanmelding':
      return aanmeldingKaart(kaart, omgeving);
    case 'melding':
      return html`<div class="melding">${platteTekst(kaart.tekst)}</div>`;
    case 'noodlijnen':
      return noodlijnen();
    default:
      return onbekend(kaart);
  }
}

function onbekend(kaart: { tekst?: unknown }): Deel {
  return typeof kaart.tekst === 'string' ? html`<div class="bel">${platteTekst(kaart.tekst)}</div>` : nothing;
}

/** A card outside the gesprek, where nothing can be answered. */
export function losseKaart(kaart: Kaart): Deel {
  const niets = (): void => undefined;
  if (kaart.soort === 'keuzes') return nothing;
  return toonKaart(kaart, { actief: false, aangemeld: true, kies: niets, openAanmelding: niets });
}

function keuzesKaart(kaart: Keuzes, { actief, gekozen, kies }: Omgeving): TemplateResult {
  const voorbij = !actief || gekozen !== undefined;
  return html`<ul class="keuzes" aria-label=${teksten.keuzes}>
    ${kaart.keuzes.map(
      ({ label, keuze }) => html`<li>
        <button
          type="button"
          class=${gekozen === keuze ? 'knop knop--keuze knop--gekozen' : 'knop knop--keuze'}
          ?disabled=${voorbij}
          @click=${() => kies(keuze, label)}
        >
          ${label}${gekozen === keuze ? html`<span class="onzichtbaar"> ${teksten.gekozen}</span>` : nothing}
        </button>
      </li>`,
    )}
  </ul>`;
}

/** A page of its own: a professional fills it in apart from this gesprek, and nothing of it comes along. */
function consultKaart({ gemeente, onderwerp, kern }: ConsultKaart, { oorsprong = '' }: Omgeving): TemplateResult {
  const mee = new URLSearchParams({ onderwerp: onderwerp ?? '', kern: kern ?? '' });
  const adres = `${oorsprong}/chat/${encodeURIComponent(gemeente)}/consult?${mee}`;
  return html`<section class="kaart kaart--aanmelding" aria-label=${teksten.consult_titel}>
    <h3 class="kaart__titel">${teksten.consult_titel}</h3>
    ${platteTekst(teksten.consult_uitleg)}
    <p class="knoppen">
      <a class="knop knop--hoofd" href=${adres} target="_blank" rel="noopener">${teksten.consult_open}<span class="onzichtbaar"> ${teksten.nieuw_venster}</span></a>
    </p>
  </section>`;
}

function aanmeldingKaart(kaart: AanmeldingKaart, { actief, aangemeld, openAanmelding }: Omgeving): TemplateResult {
  if (aangemeld || !actief) return html`<p class="klein">${aangemeld ? teksten.aanmelding_verstuurd : teksten.aanmelding_verder}</p>`;
  const leeg = Object.keys(kaart.velden).length === 0;
  return html`<section class="kaart kaart--aanmelding" aria-label=${teksten.aanmelding_titel}>
    <h3 class="kaart__titel">${teksten.aanmelding_titel}</h3>
    ${platteTekst(leeg ? teksten.aanmelding_leeg : teksten.aanmelding_uitleg)}
    <p class="knoppen">
      <button type="button" class="knop knop--hoofd" @click=${openAanmelding}>${teksten.aanmelding_open}</button>
    </p>
  </section>`;
}
