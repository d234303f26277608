import { html, type TemplateResult } from 'lit';
import { NOODLIJNEN } from '../gegenereerd/noodlijnen.js';
import { chat as chatTeksten } from '../gegenereerd/teksten-chat.js';
import { bewaren as teksten } from '../gegenereerd/teksten-bewaren.js';
import { platteTekst } from '../kaarten/delen.js';
import { type Alinea, alsAlineas } from '../kaarten/woordelijk.js';
import { alsBeurten } from '../kern/antwoorden.js';
import { geefBestand, printAlleen } from '../kern/kleding.js';
import type { Regel } from '../kern/stand.js';
import { dagInWoorden, vul } from '../kern/woorden.js';
import printStijl from '../stijl/print.css?inline';

interface Gezegd {
  wie: string;
  alineas: Alinea[];
}

/** The gesprek on paper: when, who said what, and who can be called. Above it what stays on the screen. */
export function bewaarBlad(regels: readonly Regel[], terug: () => void): TemplateResult {
  return html`<div class="blad" id="blad" tabindex="0" role="region" aria-labelledby="bewaar-titel">
    <div class="bewaren">
      <button type="button" class="knop knop--klein" @click=${terug}>${teksten.terug}</button>
      <h3 class="bewaren__titel" id="bewaar-titel" tabindex="-1">${teksten.titel}</h3>
      <p class="let-op" id="bewaar-let-op">${teksten.let_op}</p>
      <p class="knoppen">
        <button type="button" class="knop knop--hoofd" aria-describedby="bewaar-let-op" @click=${printGesprek}>${teksten.print}</button>
        <button type="button" class="knop" aria-describedby="bewaar-let-op" @click=${() => bewaarAlsTekst(regels)}>${teksten.tekst}</button>
      </p>
    </div>
    <article class="afdruk" aria-label=${teksten.voorbeeld}>${afdruk(regels)}</article>
  </div>`;
}

function afdruk(regels: readonly Regel[]): TemplateResult {
  return html`<h3 class="afdruk__titel">${kop()}</h3>
    <p class="klein">${teksten.computer}</p>
    <dl class="afdruk__gesprek">
      ${gezegd(regels).map(({ wie, alineas }) => html`<dt>${wie}</dt><dd>${alineas.map(opPapier)}</dd>`)}
    </dl>
    <h4 class="blok__titel">${teksten.hulplijnen}</h4>
    <ul class="afdruk__lijnen">
      ${NOODLIJNEN.map((lijn) => html`<li>${noodlijn(lijn)}</li>`)}
    </ul>`;
}

function opPapier({ tekst, kop: isKop }: Alinea): TemplateResult {
  return isKop ? html`<p class="afdruk__kop">${tekst}</p>` : platteTekst(tekst);
}

/** The same as text, for a file. */
export function alsTekst(regels: readonly Regel[]): string {
  const gesprek = gezegd(regels).map(({ wie, alineas }) => `${wie}\n${inRegels(alineas)}`);
  const lijnen = [teksten.hulplijnen, ...NOODLIJNEN.map((lijn) => `- ${noodlijn(lijn)}`)].join('\n');
  return `${[kop(), teksten.computer, ...gesprek, lijnen].join('\n\n')}\n`;
}

/** Headings stand right above what they belong to. */
function inRegels(alineas: readonly Alinea[]): string {
  return alineas.map(({ tekst, kop: isKop }) => `${tekst}${isKop ? '\n' : '\n\n'}`).join('').trimEnd();
}

function kop(): string {
  return vul(teksten.kop, { datum: dagInWoorden(new Date()) });
}

function gezegd(regels: readonly Regel[]): Gezegd[] {
  return alsBeurten(regels)
    .map((beurt) => ({
      wie: beurt[0]?.van === 'bezoeker' ? chatTeksten.van_bezoeker : chatTeksten.van_voordeur,
      alineas: beurt.flatMap(({ kaart }) => alsAlineas(kaart, true)),
    }))
    .filter(({ alineas }) => alineas.length > 0);
}

function noodlijn({ naam, nummers }: (typeof NOODLIJNEN)[number]): string {
  const bellen = nummers.join(teksten.of);
  return naam.includes(bellen) ? naam : `${naam}: ${bellen}`;
}

function printGesprek(): void {
  printAlleen(printStijl, teksten.neutraal);
}

/** Neither the name of the file nor its kind says what it is about. */
function bewaarAlsTekst(regels: readonly Regel[]): void {
  geefBestand(alsTekst(regels), { naam: `${teksten.neutraal}.txt`, soort: 'text/plain;charset=utf-8' });
}
