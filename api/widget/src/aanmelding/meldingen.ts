import { html, nothing } from 'lit';
import { formulier as teksten } from '../gegenereerd/teksten-formulier.js';
import { type Deel, platteTekst } from '../kaarten/delen.js';
import { losseKaart } from '../kaarten/kaart.js';
import { noodlijnen } from '../kaarten/plekken.js';
import type { Kaart } from '../kern/typen.js';

/** Why the aanmelding could not be sent, and who can be called meanwhile. */
export interface Weigering {
  tekst: string;
  berichten: Kaart[];
  nood: boolean;
}

/** What answers danger in the form stands above everything else; folded, but still there, once the visitor went on. */
export function eerstLezen(kaarten: readonly Kaart[], open: boolean): Deel {
  if (kaarten.length === 0) return nothing;
  return html`<div class="eerst" role="alert">
    <details class="uitklap" ?open=${open}>
      <summary class="uitklap__knop">${teksten.gevaar_titel}</summary>
      ${kaarten.map(losseKaart)}
    </details>
  </div>`;
}

/** That sending failed, in words, with the help lines where waiting may be too long. */
export function foutmelding(fout: Weigering | null): Deel {
  if (!fout) return nothing;
  const { tekst, berichten, nood } = fout;
  return html`<div class="melding" role="alert">${platteTekst(tekst)}</div>
    ${berichten.map(losseKaart)} ${nood && berichten.length === 0 ? noodlijnen() : nothing}`;
}
