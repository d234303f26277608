import { html, nothing, type TemplateResult } from 'lit';
import { chat as teksten } from '../gegenereerd/teksten-chat.js';
import { type Deel, link } from '../kaarten/delen.js';
import { alsAlineas } from '../kaarten/woordelijk.js';
import { isVeiligheidsantwoord } from '../kern/antwoorden.js';
import type { Regel } from '../kern/stand.js';
import type { Voorlezer } from '../kern/voorlezer.js';

/** Under a safety answer the way to say that it was wrong; the address does not say what the gesprek was about. */
export function gemistOfVals(antwoord: readonly Regel[], server: string, gemeente: string): Deel {
  if (!isVeiligheidsantwoord(antwoord)) return nothing;
  const adres = `${server}/meld-veiligheid?gemeente=${encodeURIComponent(gemeente)}`;
  return html`<p class="klein onder">${link(adres, teksten.gemist)}</p>`;
}

/** Under the last answer: read it aloud, or stop; nothing where this device has no voice for it. */
export function leesVoor(beurten: readonly Regel[][], voorlezer: Voorlezer): Deel {
  const antwoord = beurten[beurten.length - 1] ?? [];
  if (!voorlezer.kan || !isVoorTeLezen(antwoord)) return nothing;
  return html`<p class="onder">${voorlezer.bezig ? stop(voorlezer) : begin(antwoord, voorlezer)}</p>`;
}

function begin(antwoord: readonly Regel[], voorlezer: Voorlezer): TemplateResult {
  return knop(teksten.lees_voor, 'M4 9v6h4l5 5V4L8 9H4Zm12-1a5.5 5.5 0 0 1 0 8', () => voorlezer.lees(teLezen(antwoord)));
}

function stop(voorlezer: Voorlezer): TemplateResult {
  return knop(teksten.stop_lezen, 'M6 6h12v12H6Z', () => voorlezer.zwijg());
}

function knop(tekst: string, vorm: string, doe: () => void): TemplateResult {
  return html`<button type="button" class="knop knop--klein knop--stil" @click=${doe}>
    <svg class="teken" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d=${vorm} fill="currentColor" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" />
    </svg>
    ${tekst}
  </button>`;
}

/** A Dutch voice would make nothing of another language. */
function isVoorTeLezen(antwoord: readonly Regel[]): boolean {
  return antwoord[0]?.van === 'voordeur' && antwoord.every(({ taal }) => !taal) && teLezen(antwoord).length > 0;
}

function teLezen(antwoord: readonly Regel[]): string[] {
  return antwoord.flatMap(({ kaart }) => alsAlineas(kaart, false)).map(({ tekst }) => tekst);
}
