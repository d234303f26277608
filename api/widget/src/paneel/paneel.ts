import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Aanmelding } from '../aanmelding/aanmelding.js';
import { chat as teksten } from '../gegenereerd/teksten-chat.js';
import { toonKaart } from '../kaarten/kaart.js';
import { Api } from '../kern/api.js';
import { alsBeurten, isActief, isVeiligheidsantwoord } from '../kern/antwoorden.js';
import { Gesprek } from '../kern/gesprek.js';
import { Onderdeel } from '../kern/onderdeel.js';
import type { Regel } from '../kern/stand.js';
import type { Velden } from '../kern/typen.js';
import { vlucht, vluchtadres } from '../kern/vlucht.js';
import { Voorlezer } from '../kern/voorlezer.js';
import basis from '../stijl/basis.css?inline';
import bewaarStijl from '../stijl/bewaren.css?inline';
import kaartStijl from '../stijl/kaarten.css?inline';
import paneelStijl from '../stijl/paneel.css?inline';
import { bewaarBlad } from './bewaren.js';
import { denkt, kop, nietVerstuurd, ruststand, schrijver, veiligheid, wacht } from './delen.js';
import { Denkklok } from './denkklok.js';
import { menu } from './menu.js';
import { gemistOfVals, leesVoor } from './onder.js';
import { Meeroller } from './rollen.js';

/** The chat as the visitor sees it; tells its parent `sluit` when it should close. */
export class Paneel extends Onderdeel {
  static override properties = {
    gemeente: {},
    rol: {},
    api: {},
    vlucht: {},
    inline: { type: Boolean },
    tekst: { state: true },
    denkt: { state: true },
    formulier: { state: true },
    bewaart: { state: true },
    melding: { state: true },
    wisStap: { state: true },
  };

  declare gemeente: string;
  declare rol: string | null;
  declare api: string;
  declare vlucht: string | null;
  declare inline: boolean;
  declare tekst: string;
  declare denkt: boolean;
  declare formulier: Velden | null;
  declare bewaart: boolean;
  declare melding: string;
  declare wisStap: 'rust' | 'zeker';

  protected readonly stijlen = [basis, kaartStijl, paneelStijl, bewaarStijl];
  private gesprek: Gesprek | null = null;
  private readonly denkklok = new Denkklok((denkt) => (this.denkt = denkt));
  private readonly meeroller = new Meeroller(() => this.renderRoot);
  private readonly voorlezer = new Voorlezer(() => this.requestUpdate());
  private readonly terugOnline = (): void => void this.gesprek?.probeerAllesOpnieuw();
  private readonly paginaWeg = (): void => {
    this.zwijg();
    void this.bewaar(true);
  };

  constructor() {
    super();
    Object.assign(this, { gemeente: '', rol: null, api: '', vlucht: null, inline: false, tekst: '' });
    Object.assign(this, { denkt: false, formulier: null, bewaart: false, melding: '', wisStap: 'rust' });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.voorlezer.luister();
    window.addEventListener('online', this.terugOnline);
    window.addEventListener('pagehide', this.paginaWeg);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.voorlezer.ophouden();
    window.removeEventListener('online', this.terugOnline);
    window.removeEventListener('pagehide', this.paginaWeg);
    this.denkklok.stop();
  }

  /** Begins or resumes the gesprek, once. */
  async begin(): Promise<void> {
    const instelling = { gemeente: this.gemeente, rol: this.rol, oorsprong: this.api };
    this.gesprek ??= new Gesprek(new Api(this.api), instelling, () => this.gewijzigd(), (tekst) => this.geefTerug(tekst));
    await this.gesprek.start();
  }

  /** Puts the visitor where typing can start; on a touch screen the keyboard would hide the first message. */
  async richt(): Promise<void> {
    const raakscherm = window.matchMedia?.('(pointer: coarse)').matches ?? false;
    await this.richtOp(raakscherm || this.formulier ? '#titel' : '#bericht');
  }

  /** Stops reading aloud. */
  zwijg(): void {
    this.voorlezer.zwijg();
  }

  /** Leaves at once, as the button 'Sluit snel af' does. */
  vluchtWeg(): void {
    this.hidden = true;
    this.zwijg();
    vlucht(vluchtadres(this.vlucht), () => this.gesprek?.vlucht());
  }

  /** Keeps what stands in an open form. */
  async bewaar(keepalive = false): Promise<boolean> {
    return (await this.formulierDeel?.bewaar(keepalive)) ?? true;
  }

  protected override render(): TemplateResult {
    const { gesprek } = this;
    return html`<section class="paneel" aria-labelledby="titel">
      ${kop(this.inline, () => this.dispatchEvent(new CustomEvent('sluit')))}
      ${veiligheid({ onveilig: () => void this.onveilig(), vlucht: () => this.vluchtWeg() })}
      ${gesprek ? this.blad(gesprek) : wacht()}
    </section>`;
  }

  protected override updated(gewijzigd: PropertyValues): void {
    const { gesprek } = this;
    if (gesprek) this.meeroller.volg(gesprek, gewijzigd.has('denkt') && this.denkt);
    // Only now may new lines be announced: what was put back has been drawn.
    if (gesprek?.hervat && gesprek.fase === 'open') requestAnimationFrame(() => setTimeout(() => this.klaarMetHervatten(gesprek), 100));
  }

  private klaarMetHervatten(gesprek: Gesprek): void {
    if (!gesprek.hervat) return;
    gesprek.hervat = false;
    this.requestUpdate();
  }

  private get formulierDeel(): Aanmelding | null {
    return this.renderRoot.querySelector<Aanmelding>('voordeur-aanmelding');
  }

  private blad(gesprek: Gesprek): TemplateResult {
    if (this.formulier) return this.formulierBlad(gesprek, this.formulier);
    return this.bewaart ? bewaarBlad(gesprek.regels, () => void this.klaarMetBewaren()) : this.chatBlad(gesprek);
  }

  private chatBlad(gesprek: Gesprek): TemplateResult {
    const dicht = ['verlopen', 'gewist', 'storing'].includes(gesprek.fase);
    const beurten = alsBeurten(gesprek.regels);
    const stil = gesprek.hervat || this.voorlezer.bezig;
    return html`<div class="blad" id="blad" tabindex="0" role="region" aria-label=${teksten.berichten}>
        ${this.menu(gesprek)}
        <div class="log" role="log" aria-live=${stil ? 'off' : 'polite'} aria-relevant="additions" aria-label=${teksten.gesprek}>
          ${beurten.map((beurt) => this.toonBeurt(beurt, gesprek))}
        </div>
        ${leesVoor(beurten, this.voorlezer)} ${denkt(this.denkt)} ${gesprek.fase === 'laadt' ? wacht() : nothing}
        ${ruststand(gesprek, { opnieuw: () => void this.opnieuw() })}
      </div>
      ${dicht ? nothing : this.schrijver()}`;
  }

  private formulierBlad(gesprek: Gesprek, velden: Velden): TemplateResult {
    return html`<div class="blad blad--formulier" id="blad">
      <voordeur-aanmelding .gesprek=${gesprek} .velden=${velden} .slug=${this.gemeente} @terug=${this.terugNaarChat}></voordeur-aanmelding>
    </div>`;
  }

  private toonBeurt(beurt: readonly Regel[], gesprek: Gesprek): unknown {
    return keyed(beurt[0]?.nr, html`${beurt.map((regel) => keyed(regel.nr, this.toonRegel(regel, gesprek)))}
    ${gemistOfVals(beurt, this.api, this.gemeente)}`);
  }

  private toonRegel(regel: Regel, gesprek: Gesprek): TemplateResult {
    const wie = regel.van === 'bezoeker' ? teksten.van_bezoeker : teksten.van_voordeur;
    const kaart = toonKaart(regel.kaart, {
      actief: isActief(regel, gesprek),
      gekozen: regel.gekozen,
      aangemeld: gesprek.aangemeld,
      taal: regel.taal,
      kies: (keuze, label) => this.kies(regel.nr, keuze, label),
      openAanmelding: () => void this.openFormulier(regel),
      oorsprong: this.api,
    });
    return html`<div class="regel regel--${regel.van}" data-nr=${regel.nr}>
      <span class="onzichtbaar">${wie} </span>${kaart}${regel.stand === 'mislukt' ? nietVerstuurd(() => void gesprek.probeerOpnieuw(regel.nr)) : nothing}
    </div>`;
  }

  private menu(gesprek: Gesprek): TemplateResult {
    return menu({
      zeker: this.wisStap === 'zeker',
      kanWissen: gesprek.huidigeSessie !== null,
      kanBewaren: gesprek.regels.length > 0,
      melding: this.melding,
      bewaar: () => void this.bewaarOfPrint(),
      wis: () => void this.wis(),
    });
  }

  private schrijver(): TemplateResult {
    return schrijver({
      tekst: this.tekst,
      typ: (tekst) => (this.tekst = tekst),
      stuur: () => this.stuur(),
    });
  }

  private stuur(): void {
    const tekst = this.tekst.trim();
    if (!tekst || !this.gesprek) return;
    this.tekst = '';
    void this.gesprek.stuur({ tekst }, tekst);
    void this.richtOp('#bericht');
  }

  private kies(nr: number, keuze: string, label: string): void {
    void this.gesprek?.kies(nr, keuze, label);
    void this.naBerichtRichten();
  }

  /** The pressed button goes away: focus goes on where the visitor goes on. */
  private async naBerichtRichten(): Promise<void> {
    const raakscherm = window.matchMedia?.('(pointer: coarse)').matches ?? false;
    await this.richtOp(raakscherm ? '#blad' : '#bericht');
  }

  private async onveilig(): Promise<void> {
    if (this.formulier) await this.terugNaarChat();
    this.bewaart = false;
    if (!this.gesprek) return;
    if (!['open', 'laadt'].includes(this.gesprek.fase)) await this.gesprek.opnieuwBeginnen();
    void this.gesprek.stuur({ keuze: 'onveilig' }, teksten.onveilig);
    await this.naBerichtRichten();
  }

  private async bewaarOfPrint(): Promise<void> {
    this.zwijg();
    this.bewaart = true;
    await this.richtOp('#bewaar-titel');
  }

  private async klaarMetBewaren(): Promise<void> {
    this.bewaart = false;
    await this.updateComplete;
    this.meeroller.naarEinde();
    await this.richt();
  }

  private async openFormulier(regel: Regel): Promise<void> {
    if (regel.kaart.soort !== 'aanmelding') return;
    const velden = this.gesprek?.concept ?? regel.kaart.velden;
    await import('../aanmelding/aanmelding.js').catch(() => (this.melding = teksten.geen_melding));
    this.formulier = velden;
  }

  private async terugNaarChat(gebeurtenis?: CustomEvent<{ melding: string | null }>): Promise<void> {
    if (!gebeurtenis) await this.bewaar();
    this.melding = gebeurtenis?.detail.melding ?? '';
    this.formulier = null;
    const laatste = alsBeurten(this.gesprek?.regels ?? []).pop() ?? [];
    await this.richtOp(isVeiligheidsantwoord(laatste) ? '#blad' : '.kaart--aanmelding .knop--hoofd');
    if (!this.shadowRoot?.activeElement) await this.richt();
  }

  private async opnieuw(): Promise<void> {
    this.wisStap = 'rust';
    const storing = this.gesprek?.fase === 'storing';
    await (storing ? this.gesprek?.probeerAllesOpnieuw() : this.gesprek?.opnieuwBeginnen());
    await this.richt();
  }

  private async wis(): Promise<void> {
    if (this.wisStap === 'rust') {
      this.wisStap = 'zeker';
      return;
    }
    this.wisStap = 'rust';
    try {
      await this.gesprek?.wis();
      this.melding = '';
      await this.richtOp('#blad');
    } catch {
      this.melding = teksten.wissen_mislukt;
    }
  }

  private geefTerug(tekst: string): void {
    if (!this.tekst) this.tekst = tekst;
  }

  private gewijzigd(): void {
    this.requestUpdate();
    this.denkklok.volg(this.gesprek?.bezig ?? false);
    // What is new may be read out by a screen reader; two voices at once cannot be followed.
    if (this.gesprek?.bezig) this.zwijg();
  }
}

customElements.get('voordeur-paneel') ?? customElements.define('voordeur-paneel', Paneel);
