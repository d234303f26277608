import { html, nothing, type TemplateResult } from 'lit';
import { formulier as teksten } from '../gegenereerd/teksten-formulier.js';
import { type Deel, link, platteTekst, telefoon, voorbeeld } from '../kaarten/delen.js';
import { losseKaart } from '../kaarten/kaart.js';
import { geefBestand, OORSPRONG } from '../kern/kleding.js';
import type { Kaart, Leestip, Ontvangst } from '../kern/typen.js';
import { datumInWoorden, momentInWoorden, vul } from '../kern/woorden.js';

const AGENDA = { naam: 'herinnering.ics', soort: 'text/calendar;charset=utf-8' };

/** The confirmation: what to keep, and what happens next. */
export function bevestiging(ontvangst: Ontvangst, demo: boolean, print: () => void): TemplateResult {
  const { kenmerk, code, contact_voor, eerst_gelezen, agenda } = ontvangst;
  return html`<p class="alinea">${teksten.klaar_tekst}</p>
    <p class="alinea belofte">${vul(teksten.contact_voor, { datum: datumInWoorden(contact_voor, true) })}</p>
    ${eerst_gelezen ? platteTekst(vul(teksten.eerst_gelezen, { wanneer: momentInWoorden(eerst_gelezen) })) : nothing}
    <dl class="bewijs">
      <dt>${teksten.kenmerk}</dt>
      <dd><strong class="bewijs__teken">${kenmerk}</strong> ${teksten.kenmerk_uitleg}</dd>
      <dt>${teksten.code}</dt>
      <dd><strong class="bewijs__teken">${code}</strong> ${teksten.code_uitleg}</dd>
    </dl>
    <p class="knoppen">
      <button type="button" class="knop" @click=${print}>${teksten.print}</button>
      ${agenda ? html`<button type="button" class="knop" @click=${() => geefBestand(agenda, AGENDA)}>${teksten.agenda}</button>` : nothing}
    </p>
    <p class="klein let-op-print">${teksten.print_let_op}${agenda ? ` ${teksten.agenda_uitleg}` : ''}</p>
    ${hierna(ontvangst)} ${zelfBellen(ontvangst, demo)}`;
}

/** What can help meanwhile and who stands beside you; not on paper, which others may read. */
export function erbij({ intussen, rechten = [] }: Ontvangst): TemplateResult {
  const { artikelen = [], plekken = [] } = intussen ?? {};
  return html`<div class="niet-afdrukken">
    ${artikelen.length + plekken.length > 0 ? kop(teksten.intussen, plekken, artikelen) : nothing}
    ${rechten.length > 0 ? kop(teksten.rechten, rechten, [], teksten.rechten_uitleg) : nothing}
  </div>`;
}

function kop(titel: string, kaarten: readonly Kaart[], tips: readonly Leestip[], uitleg?: string): TemplateResult {
  return html`<h3 class="deel__titel">${titel}</h3>
    ${uitleg ? platteTekst(uitleg) : nothing}
    ${tips.length > 0 ? html`<ul class="bronnen">${tips.map((tip) => html`<li>${link(OORSPRONG + tip.adres, tip.titel)}</li>`)}</ul>` : nothing}
    ${kaarten.map(losseKaart)}`;
}

function hierna({ team }: Ontvangst): TemplateResult {
  const stappen = [teksten.hierna_lezen, teksten.hierna_bellen, teksten.hierna_samen, teksten.hierna_toestemming];
  return html`<h3 class="deel__titel">${teksten.hierna}</h3>
    <ol class="hierna">${stappen.map((stap) => html`<li>${vul(stap, { team: team ?? teksten.jgt })}</li>`)}</ol>`;
}

function zelfBellen({ telefoon: nummer, uren }: Ontvangst, demo: boolean): Deel {
  if (!nummer) return nothing;
  return html`<h3 class="deel__titel">${teksten.bellen}${voorbeeld(demo)}</h3>
    <p class="knoppen">${telefoon(nummer)}</p>
    ${uren ? html`<p class="klein">${vul(teksten.uren, { uren })}</p>` : nothing}`;
}
