import { html, nothing, type TemplateResult } from 'lit';
import { kaart as teksten } from '../gegenereerd/teksten-kaart.js';
import type { ArtikelBlok, ArtikelKaart, Bronvermelding } from '../kern/typen.js';
import { type Deel, link, nagekeken, opgemaakt } from './delen.js';

/** The short answer, the signs that help is needed set apart, and the rest folded behind 'lees meer'. */
export function artikelKaart(kaart: ArtikelKaart): TemplateResult {
  return html`<article class="kaart kaart--artikel">
    <h3 class="kaart__titel">${kaart.titel}</h3>
    ${kaart.concept ? html`<p class="label label--concept">${teksten.concept}</p>` : nothing}
    <div class="opmaak">${opgemaakt(kaart.tekst)}</div>
    ${kaart.wanneer_hulp ? wanneerHulp(kaart.wanneer_hulp) : nothing} ${leesMeer(kaart)} ${nagekeken(kaart.nagekeken_op)}
  </article>`;
}

function wanneerHulp(tekst: string): TemplateResult {
  return html`<section class="let-op" aria-label=${teksten.wanneer_hulp}>
    <h4 class="let-op__titel">${teksten.wanneer_hulp}</h4>
    <div class="opmaak">${opgemaakt(tekst)}</div>
  </section>`;
}

function leesMeer({ titel, blokken, bronnen, wanneer_hulp }: ArtikelKaart): Deel {
  // The card already shows 'wanneer hulp' in its own place.
  const rest = blokken.filter((blok) => !wanneer_hulp || blok.kop !== teksten.wanneer_hulp);
  if (rest.length === 0 && bronnen.length === 0) return nothing;
  return html`<details class="uitklap">
    <summary class="uitklap__knop">${teksten.lees_meer}<span class="onzichtbaar">: ${titel}</span></summary>
    ${rest.map(blokDeel)} ${bronnen.length > 0 ? bronnenlijst(bronnen) : nothing}
  </details>`;
}

function blokDeel(blok: ArtikelBlok): TemplateResult {
  const apart = blok.kop === teksten.wanneer_hulp;
  if (apart) return wanneerHulp(blok.tekst);
  return html`<h4 class="blok__titel">${blok.kop}</h4>
    <div class="opmaak">${opgemaakt(blok.tekst)}</div>`;
}

function bronnenlijst(bronnen: Bronvermelding[]): TemplateResult {
  return html`<h4 class="blok__titel">${teksten.bronnen}</h4>
    <ul class="bronnen">
      ${bronnen.map((bron) => html`<li>${link(bron.url, bron.titel)}</li>`)}
    </ul>`;
}
