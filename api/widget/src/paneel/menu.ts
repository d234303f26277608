import { html, type TemplateResult } from 'lit';
import { chat as teksten } from '../gegenereerd/teksten-chat.js';

/** What the menu knows, and what its buttons do. */
export interface Menu {
  /** Whether wiping has been asked once and waits for yes. */
  zeker: boolean;
  kanWissen: boolean;
  kanBewaren: boolean;
  melding: string;
  bewaar: () => void;
  wis: () => void;
}

/** What this chat is, and what can be done with the gesprek: keep it, print it, wipe it. */
export function menu({ zeker, kanWissen, kanBewaren, melding, bewaar, wis }: Menu): TemplateResult {
  return html`<details class="over">
    <summary class="over__knop">${teksten.over}</summary>
    <p class="alinea">${teksten.over_computer}</p>
    <p class="alinea">${teksten.over_vlucht}</p>
    <p class="alinea">${teksten.over_wissen}</p>
    <p class="knoppen">
      <button type="button" class="knop" ?disabled=${!kanBewaren} @click=${bewaar}>${teksten.bewaar}</button>
      <button type="button" class="knop" ?disabled=${!kanWissen} @click=${wis}>${zeker ? teksten.wis_zeker : teksten.wis}</button>
    </p>
    <p class="klein" role="status">${melding}</p>
  </details>`;
}
