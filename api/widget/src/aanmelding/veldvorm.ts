import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formulier as teksten } from '../gegenereerd/teksten-formulier.js';
import { velden as veldteksten } from '../gegenereerd/teksten-velden.js';
import { vul } from '../kern/woorden.js';
import type { Optie, Veld, Waarde } from './velden.js';

/** What a field shows now and where its changes go. */
export interface Stand {
  waarde: Waarde | undefined;
  fout: string | undefined;
  opties: readonly Optie[];
  zet: (waarde: Waarde) => void;
  verlaten: () => void;
}

/** One field with its label, hint, reason and, beside it in words, its error. */
export function toonVeld(veld: Veld, stand: Stand): TemplateResult {
  const isGroep = veld.soort === 'een' || veld.soort === 'meer';
  return isGroep ? groep(veld, stand) : enkel(veld, stand);
}

function enkel(veld: Veld, stand: Stand): TemplateResult {
  return html`<div class=${klasse(stand)}>
    <label class="veld__label" for=${veld.id}>${veldteksten[veld.id].label}${optioneel(veld)}</label>
    ${uitleg(veld)} ${foutmelding(veld, stand)} ${invoer(veld, stand)}
  </div>`;
}

function invoer(veld: Veld, stand: Stand): TemplateResult {
  const waarde = typeof stand.waarde === 'string' ? stand.waarde : '';
  const zet = (gebeurtenis: Event): void => stand.zet((gebeurtenis.target as HTMLInputElement).value);
  const ongeldig = stand.fout ? 'true' : nothing;
  const beschreven = beschrijving(veld, stand);
  if (veld.soort === 'tekst') {
    return html`<textarea class="veld__invoer" id=${veld.id} name=${veld.id} rows="3" aria-describedby=${beschreven} aria-invalid=${ongeldig}
      ?required=${veld.verplicht} autocomplete="off" .value=${live(waarde)} @input=${zet} @blur=${stand.verlaten}></textarea>`;
  }
  if (veld.soort === 'lijst') return keuzelijst(veld, stand);
  const soort = veld.soort === 'tel' || veld.soort === 'email' ? veld.soort : 'text';
  return html`<input class="veld__invoer" id=${veld.id} name=${veld.id} type=${soort} aria-describedby=${beschreven} aria-invalid=${ongeldig}
    ?required=${veld.verplicht} autocomplete=${veld.autocomplete ?? 'off'} .value=${live(waarde)} @input=${zet} @blur=${stand.verlaten} />`;
}

/** The options may come later than the value: whoever draws this sets the value afterwards. */
function keuzelijst(veld: Veld, stand: Stand): TemplateResult {
  const zet = (gebeurtenis: Event): void => stand.zet((gebeurtenis.target as HTMLSelectElement).value);
  return html`<select class="veld__invoer" id=${veld.id} name=${veld.id} ?required=${veld.verplicht}
    aria-describedby=${beschrijving(veld, stand)} aria-invalid=${stand.fout ? 'true' : nothing} @change=${zet} @blur=${stand.verlaten}>
    <option value="">${teksten.kies}</option>
    ${stand.opties.map((optie) => html`<option value=${optie.waarde}>${optie.label}</option>`)}
  </select>`;
}

function groep(veld: Veld, stand: Stand): TemplateResult {
  return html`<fieldset class=${klasse(stand)} id=${veld.id} role=${veld.soort === 'een' ? 'radiogroup' : 'group'}
    aria-describedby=${beschrijving(veld, stand)} aria-invalid=${stand.fout ? 'true' : nothing}
    aria-required=${veld.verplicht && veld.soort === 'een' ? 'true' : nothing} @focusout=${(gebeurtenis: FocusEvent) => groepVerlaten(gebeurtenis, stand)}>
    <legend class="veld__label">${veldteksten[veld.id].label}${optioneel(veld)}</legend>
    ${uitleg(veld)} ${foutmelding(veld, stand)}
    <div class="veld__keuzes">${stand.opties.map((optie) => aankruisen(veld, optie, stand))}</div>
  </fieldset>`;
}

function aankruisen(veld: Veld, optie: Optie, stand: Stand): TemplateResult {
  const meer = veld.soort === 'meer';
  const nu = Array.isArray(stand.waarde) ? stand.waarde : [];
  const aan = meer ? nu.includes(optie.waarde) : stand.waarde === optie.waarde;
  const zet = (): void => stand.zet(meer ? wissel(nu, optie.waarde) : optie.waarde);
  return html`<label class="kruisje">
    <input type=${meer ? 'checkbox' : 'radio'} name=${veld.id} value=${optie.waarde} .checked=${live(aan)} @change=${zet} />
    <span>${optie.label}</span>
  </label>`;
}

function wissel(nu: string[], waarde: string): string[] {
  return nu.includes(waarde) ? nu.filter((ander) => ander !== waarde) : [...nu, waarde];
}

function groepVerlaten(gebeurtenis: FocusEvent, stand: Stand): void {
  const groep = gebeurtenis.currentTarget as HTMLElement;
  if (!groep.contains(gebeurtenis.relatedTarget as Node | null)) stand.verlaten();
}

function uitleg(veld: Veld): TemplateResult {
  const { label, hint, waarom } = veldteksten[veld.id];
  return html`<p class="veld__hint" id="${veld.id}-hint">${hint}</p>
    <details class="waarom">
      <summary class="waarom__knop">${teksten.waarom}<span class="onzichtbaar"> ${vul(teksten.waarom_over, { label })}</span></summary>
      <p class="waarom__tekst">${waarom}</p>
    </details>`;
}

function foutmelding(veld: Veld, { fout }: Stand): TemplateResult | typeof nothing {
  if (!fout) return nothing;
  return html`<p class="veld__fout" id="${veld.id}-fout"><strong>${teksten.fout}</strong> ${fout}</p>`;
}

function optioneel(veld: Veld): TemplateResult | typeof nothing {
  const nodig = veld.verplicht || veld.id === 'telefoon' || veld.id === 'email';
  return nodig ? nothing : html` <span class="veld__extra">${teksten.niet_verplicht}</span>`;
}

function beschrijving(veld: Veld, stand: Stand): string {
  return stand.fout ? `${veld.id}-fout ${veld.id}-hint` : `${veld.id}-hint`;
}

function klasse(stand: Stand): string {
  return stand.fout ? 'veld veld--fout' : 'veld';
}
