import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { kaart as teksten } from '../gegenereerd/teksten-kaart.js';
import { alineas, datumInWoorden, domein, rondNummers, telAdres, vul, webAdres } from '../kern/woorden.js';
import { markdown } from './markdown.js';

export type Deel = TemplateResult | typeof nothing;

/** Paragraphs of plain text in the direction that the words themselves ask for. */
export function platteTekst(tekst: string, taal?: string): TemplateResult {
  return html`${alineas(tekst).map((alinea) => html`<p class="alinea" dir="auto" lang=${taal ?? nothing}>${rondNummers(alinea).map(heel)}</p>`)}`;
}

function heel(deel: string, plek: number): string | TemplateResult {
  return plek % 2 === 0 ? deel : html`<span class="heel">${deel}</span>`;
}

/** Article text; the nodes are made once for each text. */
export function opgemaakt(tekst: string): unknown {
  return guard([tekst], () => markdown(tekst));
}

/** The mark that a value is made up for the demonstration. */
export function voorbeeld(demo: boolean | undefined): Deel {
  return demo ? html` <span class="label label--voorbeeld">${teksten.voorbeeld}</span>` : nothing;
}

/** A link that leaves the page safely and says so; plain text when it is no web address. */
export function link(adres: string | null | undefined, naam?: string): Deel {
  const doel = webAdres(adres);
  if (!doel) return naam ? html`${naam}` : nothing;
  return html`<a class="link" href=${doel} target="_blank" rel="noopener noreferrer"
    >${naam ?? domein(doel)}<span class="onzichtbaar"> ${teksten.nieuw_venster}</span></a
  >`;
}

/** A telephone number that can be tapped. */
export function telefoon(nummer: string | null | undefined, demo?: boolean): Deel {
  const adres = nummer ? telAdres(nummer) : null;
  if (!nummer || !adres) return nothing;
  return html`<a class="knop knop--bel" href=${adres}>${telefoonTeken}${vul(teksten.bel, { nummer })}</a>${voorbeeld(demo)}`;
}

export function nagekeken(datum: string): TemplateResult {
  return html`<p class="klein">${vul(teksten.nagekeken, { datum: datumInWoorden(datum) })}</p>`;
}

const telefoonTeken = html`<svg class="teken" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
  <path
    d="M6.6 2.5 9.4 3l1.5 4.6-2.2 2a13 13 0 0 0 5.7 5.7l2-2.2 4.6 1.5.5 2.8c.2 1.6-1 3.1-2.7 3.1A16.8 16.8 0 0 1 3.5 5.2c0-1.7 1.5-3 3.1-2.7Z"
    fill="currentColor"
  />
</svg>`;
