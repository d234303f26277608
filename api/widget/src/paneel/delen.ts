import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { chat as teksten } from '../gegenereerd/teksten-chat.js';
import { type Deel, platteTekst } from '../kaarten/delen.js';
import { losseKaart } from '../kaarten/kaart.js';
import { noodlijnen } from '../kaarten/plekken.js';
import type { Gesprek } from '../kern/gesprek.js';
import { vul } from '../kern/woorden.js';

const GRENS = 1000;
const WAARSCHUW = 100;

/** The title, that this is a computer, and the way to close. */
export function kop(inline: boolean, sluit: () => void): TemplateResult {
  return html`<header class="kop">
    <div class="kop__tekst">
      <h2 class="kop__titel" id="titel" tabindex="-1">${teksten.titel}</h2>
      <p class="kop__onder">${teksten.ondertitel}</p>
    </div>
    ${inline ? nothing : sluitknop(sluit)}
  </header>`;
}

function sluitknop(sluit: () => void): TemplateResult {
  return html`<button type="button" class="kop__sluit" aria-label=${teksten.sluit} @click=${sluit}>
    <svg class="teken" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M5 5l14 14M19 5L5 19" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" />
    </svg>
  </button>`;
}

/** The two buttons that are always there. */
export function veiligheid(doe: { onveilig: () => void; vlucht: () => void }): TemplateResult {
  return html`<div class="veiligheid">
    <button type="button" class="knop knop--onveilig" @click=${doe.onveilig}>${teksten.onveilig}</button>
    <button type="button" class="knop knop--vlucht" aria-describedby="vlucht-uitleg" @click=${doe.vlucht}>
      ${teksten.sluit_snel_af}
    </button>
    <p class="klein veiligheid__uitleg" id="vlucht-uitleg">${teksten.vlucht_uitleg}</p>
  </div>`;
}

/** That the gesprek is on its way. */
export function wacht(): TemplateResult {
  return html`<p class="wacht" role="status">${teksten.laadt}</p>`;
}

/** That an answer is being written, for eyes and ears. */
export function denkt(aan: boolean): TemplateResult {
  return html`<div class="denkt" ?hidden=${!aan} aria-hidden="true"><span></span><span></span><span></span></div>
    <p class="onzichtbaar" role="status">${aan ? teksten.denkt : ''}</p>`;
}

/** That a message did not arrive, and the way to send it again. */
export function nietVerstuurd(opnieuw: () => void): TemplateResult {
  return html`<div class="mislukt">
    <span>${teksten.niet_verstuurd}</span>
    <button type="button" class="knop knop--klein" @click=${opnieuw}>${teksten.opnieuw}</button>
  </div>`;
}

/** What stands there when the gesprek does not go on, and what can be done about it. */
export function ruststand(gesprek: Gesprek, doe: { opnieuw: () => void }): Deel {
  switch (gesprek.fase) {
    case 'verlopen':
      return stand(teksten.verlopen_titel, teksten.verlopen, teksten.nieuw_gesprek, doe.opnieuw);
    case 'gewist':
      return stand(teksten.gewist_titel, teksten.gewist, teksten.nieuw_gesprek, doe.opnieuw);
    case 'storing':
      return storing(gesprek, doe.opnieuw);
    default:
      return nothing;
  }
}

function stand(titel: string, tekst: string, knop: string, opnieuw: () => void): TemplateResult {
  return html`<section class="stand" role="status">
    <h3 class="kaart__titel">${titel}</h3>
    ${platteTekst(tekst)}
    <p class="knoppen"><button type="button" class="knop knop--hoofd" @click=${opnieuw}>${knop}</button></p>
  </section>`;
}

function storing({ storing: probleem }: Gesprek, opnieuw: () => void): TemplateResult {
  const kaarten = probleem?.berichten ?? [];
  const titel = probleem?.titel || teksten.storing_titel;
  return html`${stand(titel, probleem?.detail || teksten.storing, teksten.opnieuw, opnieuw)}
  ${kaarten.length > 0 ? kaarten.map(losseKaart) : noodlijnen()}`;
}

/** The text field: its text, and what typing and sending do. */
export interface Schrijver {
  tekst: string;
  typ: (tekst: string) => void;
  stuur: () => void;
}

/** Where the visitor writes. Too long a message can still be sent: the server reads it for danger before it refuses it. */
export function schrijver({ tekst, typ, stuur }: Schrijver): TemplateResult {
  const toets = (gebeurtenis: KeyboardEvent): void => {
    if (gebeurtenis.key !== 'Enter' || gebeurtenis.shiftKey || gebeurtenis.isComposing) return;
    gebeurtenis.preventDefault();
    stuur();
  };
  const verstuur = (gebeurtenis: Event): void => {
    gebeurtenis.preventDefault();
    stuur();
  };
  return html`<form class="schrijver" @submit=${verstuur}>
    <label class="schrijver__label" for="bericht">${teksten.label_invoer}</label>
    <p class="klein schrijver__hint" id="bericht-hint">${teksten.hint_invoer}</p>
    <div class="schrijver__rij">
      <textarea class="veld__invoer schrijver__invoer" id="bericht" name="bericht" rows="1" autocomplete="off" enterkeyhint="send"
        aria-describedby="bericht-hint bericht-teller" .value=${live(tekst)} @keydown=${toets}
        @input=${(gebeurtenis: Event) => typ((gebeurtenis.target as HTMLTextAreaElement).value)}></textarea>
      <button class="knop knop--hoofd schrijver__stuur">${teksten.stuur}</button>
    </div>
    ${teller(GRENS - tekst.length)}
  </form>`;
}

function teller(over: number): TemplateResult {
  const zin = over < 0 ? vul(teksten.te_lang, { aantal: -over }) : vul(teksten.nog_tekens, { aantal: over });
  return html`<p class=${over < 0 ? 'klein teller teller--vol' : 'klein teller'} id="bericht-teller" ?hidden=${over > WAARSCHUW}>${zin}</p>
    <p class="onzichtbaar" role="status">${melding(over)}</p>`;
}

/** Spoken only as a bound is passed, not at every key. */
function melding(over: number): string {
  if (over < 0) return vul(teksten.te_lang, { aantal: Math.ceil(-over / WAARSCHUW) * WAARSCHUW });
  return over > WAARSCHUW ? '' : vul(teksten.nog_tekens, { aantal: WAARSCHUW });
}
