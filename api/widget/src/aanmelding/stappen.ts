import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { formulier as teksten } from '../gegenereerd/teksten-formulier.js';
import { velden as veldteksten } from '../gegenereerd/teksten-velden.js';
import { type Deel, platteTekst } from '../kaarten/delen.js';
import type { Gemeente, Velden } from '../kern/typen.js';
import { vul } from '../kern/woorden.js';
import type { Fouten } from './keuring.js';
import { alsRegels } from './omzetten.js';
import { BEREIKEN, DELEN, JIJ, MEER, type Optie, type Veld, type VeldId, VRAAG, type Waarde, type Waarden } from './velden.js';
import { toonVeld } from './veldvorm.js';

/** Everything that the first step shows, and what its parts do. */
export interface Invulling {
  waarden: Waarden;
  fouten: Fouten;
  gemeente: Gemeente | null;
  kernenMislukt: boolean;
  /** The life areas that the conversation noticed; only these can be sent, and each can be left out. */
  leefgebieden: readonly string[];
  meerOpen: boolean;
  /** The part that is shown, where each is a step of its own; null when all stand on one page. */
  alleen: number | null;
  zet: (id: VeldId, waarde: Waarde) => void;
  verlaten: (id: VeldId) => void;
  haalKernen: () => void;
  verder: (gebeurtenis: Event) => void;
  vorige: () => void;
}

/** The fields, the required ones first. */
export function invullen(stap: Invulling): TemplateResult {
  const delen = [
    html`${deel(teksten.groep_jij, JIJ, stap)} ${stap.kernenMislukt ? kernenMislukt(stap) : nothing}`,
    deel(teksten.groep_vraag, VRAAG, stap),
    deel(teksten.groep_bereiken, BEREIKEN, stap, teksten.bereiken_uitleg),
    meer(stap),
  ];
  return html`${stap.alleen ? nothing : html`<p class="inleiding">${teksten.intro}</p>`}
    <form novalidate @submit=${stap.verder}>
      ${stap.alleen === null ? delen : keyed(stap.alleen, delen[stap.alleen])} ${foutenlijst(stap.fouten)} ${knoppen(stap)}
    </form>`;
}

function meer(stap: Invulling): TemplateResult {
  return html`<section class="deel">
    <h3 class="deel__titel">${teksten.groep_meer}</h3>
    <p class="inleiding">${teksten.meer_uitleg}</p>
    <details class="uitklap" ?open=${stap.meerOpen}>
      <summary class="uitklap__knop">${teksten.meer_open}</summary>
      ${MEER.filter((veld) => veld.id !== 'leefgebieden' || stap.leefgebieden.length > 0).map((veld) => eenVeld(veld, stap))}
    </details>
  </section>`;
}

function knoppen({ alleen, vorige }: Invulling): TemplateResult {
  const isLaatste = alleen === null || alleen === DELEN.length - 1;
  return html`<p class="knoppen">
    <button class="knop knop--hoofd">${isLaatste ? teksten.verder : teksten.volgende}</button>
    ${alleen ? html`<button type="button" class="knop" @click=${vorige}>${teksten.vorige}</button>` : nothing}
  </p>`;
}

function deel(titel: string, velden: readonly Veld[], stap: Invulling, uitleg?: string): TemplateResult {
  return html`<section class="deel">
    <h3 class="deel__titel">${titel}</h3>
    ${uitleg ? html`<p class="inleiding">${uitleg}</p>` : nothing} ${velden.map((veld) => eenVeld(veld, stap))}
  </section>`;
}

function eenVeld(veld: Veld, stap: Invulling): TemplateResult {
  return toonVeld(veld, {
    waarde: stap.waarden[veld.id],
    fout: stap.fouten[veld.id],
    opties: optiesVan(veld, stap),
    zet: (waarde) => stap.zet(veld.id, waarde),
    verlaten: () => stap.verlaten(veld.id),
  });
}

function optiesVan(veld: Veld, { gemeente, waarden, leefgebieden }: Invulling): readonly Optie[] {
  if (veld.id === 'leefgebieden') return leefgebieden.map((waarde) => ({ waarde, label: waarde }));
  if (veld.id !== 'kern') return veld.opties ?? [];
  if (gemeente) return gemeente.kernen.map(({ id, naam }) => ({ waarde: id, label: naam }));
  return typeof waarden.kern === 'string' ? [{ waarde: waarden.kern, label: waarden.kern }] : [];
}

function kernenMislukt({ haalKernen }: Invulling): TemplateResult {
  return html`<div class="melding" role="alert">
    <p class="alinea">${teksten.kernen_mislukt}</p>
    <button type="button" class="knop" @click=${haalKernen}>${teksten.kernen_opnieuw}</button>
  </div>`;
}

function foutenlijst(fouten: Fouten): Deel {
  const ids = Object.keys(fouten) as VeldId[];
  if (ids.length === 0) return nothing;
  const velden = ids.map((id) => veldteksten[id].label).join(', ');
  return html`<p class="veld__fout"><strong>${teksten.fout_titel}.</strong> ${vul(teksten.fouten, { velden })}</p>`;
}

/** What the second step shows. */
export interface Nakijken {
  velden: Velden;
  gemeente: Gemeente | null;
  bezig: boolean;
  aanpassen: () => void;
  versturen: () => void;
}

/** Step 2: word for word what goes out, to whom, and for how long. */
export function nakijken({ velden, gemeente, bezig, aanpassen, versturen }: Nakijken): TemplateResult {
  const team = teamNaam(gemeente, velden.kern);
  return html`<p class="inleiding">${teksten.nakijken_uitleg}</p>
    <dl class="overzicht">
      ${alsRegels(velden, gemeente).map(({ id, label, tekst }) => html`<div data-veld=${id}><dt>${label}</dt><dd dir="auto">${tekst}</dd></div>`)}
    </dl>
    <h3 class="deel__titel">${teksten.wie_leest}</h3>
    ${platteTekst(vul(teksten.wie_leest_tekst, { team }))}
    <h3 class="deel__titel">${teksten.hoe_lang}</h3>
    ${platteTekst(teksten.hoe_lang_tekst)}
    <p class="alinea">${vul(teksten.toestemming, { team })}</p>
    <p class="knoppen">
      <button type="button" class="knop knop--hoofd" ?disabled=${bezig} @click=${versturen}>${teksten.versturen}</button>
      <button type="button" class="knop" ?disabled=${bezig} @click=${aanpassen}>${teksten.aanpassen}</button>
    </p>`;
}

function teamNaam(gemeente: Gemeente | null, kernId: string | undefined): string {
  const teams = gemeente?.teams ?? [];
  const kern = gemeente?.kernen.find(({ id }) => id === kernId);
  const team = teams.length === 1 ? teams[0] : teams.find(({ id }) => id === kern?.team);
  return team?.naam ?? teksten.jgt;
}
