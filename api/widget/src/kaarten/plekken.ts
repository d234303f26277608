import { html, nothing, type TemplateResult } from 'lit';
import { kaart as teksten } from '../gegenereerd/teksten-kaart.js';
import { NOODLIJNEN } from '../gegenereerd/noodlijnen.js';
import type { ContactKaart, HulplijnKaart, VoorzieningKaart } from '../kern/typen.js';
import { vul, webAdres, domein } from '../kern/woorden.js';
import { type Deel, link, nagekeken, platteTekst, telefoon, voorbeeld } from './delen.js';

/** Somewhere to go nearby. */
export function voorzieningKaart(kaart: VoorzieningKaart): TemplateResult {
  const leeg = !kaart.telefoon && !kaart.url && !kaart.hoe_kom_je_er;
  return html`<article class="kaart kaart--voorziening">
    <h3 class="kaart__titel">${kaart.naam}${voorbeeld(kaart.demo)}</h3>
    ${platteTekst(kaart.wat)}
    <dl class="feiten">
      ${feit(teksten.voor_wie, kaart.voor_wie)} ${feit(teksten.kosten, kaart.kosten)}
      ${feit(teksten.hoe_kom_je_er, kaart.hoe_kom_je_er)} ${feit(teksten.website, webAdres(kaart.url) && link(kaart.url))}
    </dl>
    ${leeg ? html`<p class="alinea">${teksten.vraag_jgt}</p>` : bellen(kaart.telefoon)} ${nagekeken(kaart.nagekeken_op)}
  </article>`;
}

/** A help line: what for, the number to tap, when it is open, and its chat or site. */
export function hulplijnKaart(kaart: HulplijnKaart): TemplateResult {
  return html`<article class="kaart kaart--hulplijn">
    <h3 class="kaart__titel">${kaart.naam}${voorbeeld(kaart.demo)}</h3>
    ${platteTekst(kaart.waarvoor)} ${bellen(kaart.nummer)} ${openTijden(kaart.open, kaart.gratis)} ${links(kaart)}
  </article>`;
}

/** How to reach a person at the team. */
export function contactKaart(kaart: ContactKaart): TemplateResult {
  return html`<article class="kaart kaart--contact">
    <h3 class="kaart__titel">${kaart.team}${voorbeeld(kaart.demo)}</h3>
    ${platteTekst(kaart.uitleg)}
    ${kaart.telefoon ? bellen(kaart.telefoon) : html`<p class="alinea">${teksten.geen_nummer}</p>`} ${openTijden(kaart.open)}
  </article>`;
}

/** The lines that the widget itself carries, for when our server cannot be reached. */
export function noodlijnen(): TemplateResult {
  return html`<ul class="noodlijnen">
    ${NOODLIJNEN.map(
      (lijn) => html`<li class="kaart kaart--hulplijn">
        <h3 class="kaart__titel">${lijn.naam}</h3>
        ${platteTekst(lijn.waarvoor)}
        <p class="knoppen">${lijn.nummers.map((nummer) => telefoon(nummer))}</p>
        ${lijn.altijd ? html`<p class="klein">${teksten.dag_en_nacht}</p>` : nothing}
      </li>`,
    )}
  </ul>`;
}

function feit(naam: string, waarde: unknown): Deel {
  return waarde ? html`<dt>${naam}</dt><dd>${waarde}</dd>` : nothing;
}

function bellen(nummer: string | null | undefined): Deel {
  return nummer ? html`<p class="knoppen">${telefoon(nummer)}</p>` : nothing;
}

function openTijden(open: string | null | undefined, gratis?: boolean | null): Deel {
  const delen = [open, gratis ? teksten.gratis : null].filter(Boolean);
  return delen.length > 0 ? html`<p class="klein">${delen.join(' · ')}</p>` : nothing;
}

function links({ chat, site }: HulplijnKaart): Deel {
  const chatAdres = webAdres(chat);
  const siteAdres = webAdres(site);
  if (!chatAdres && !siteAdres) return nothing;
  const chatLink = chatAdres ? html`<li>${link(chatAdres, vul(teksten.chat, { adres: domein(chatAdres) }))}</li>` : nothing;
  const zelfde = siteAdres === chatAdres;
  return html`<ul class="bronnen">${chatLink} ${siteAdres && !zelfde ? html`<li>${link(siteAdres)}</li>` : nothing}</ul>`;
}
