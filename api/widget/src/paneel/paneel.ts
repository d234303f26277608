import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Aanmelding } from '../aanmelding/aanmelding.js';
import { chat as teksten } from '../gegenereerd/teksten-chat.js';
import { toonKaart } from '../kaarten/kaart.js';
import { Api } from '../kern/api.js';
import { Gesprek } from '../kern/gesprek.js';
import { Onderdeel } from '../kern/onderdeel.js';
import type { Regel } from '../kern/stand.js';
import type { Velden } from '../kern/typen.js';
import { vlucht, vluchtadres } from '../kern/vlucht.js';
import basis from '../stijl/basis.css?inline';
import kaartStijl from '../stijl/kaarten.css?inline';
import paneelStijl from '../stijl/paneel.css?inline';
import { denkt, kop, ruststand, schrijver, veiligheid } from './delen.js';
import { Meeroller } from './rollen.js';

const GRENS = 1000;
const WAARSCHUW = 100;
const DENKT_NA_MS = 800;

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
  declare melding: string;
  declare wisStap: 'rust' | 'zeker';

  protected readonly stijlen = [basis, kaartStijl, paneelStijl];
  private gesprek: Gesprek | null = null;
  private denkKlok: ReturnType<typeof setTimeout> | null = null;
  private readonly meeroller = new Meeroller(() => this.renderRoot);
  private readonly terugOnline = (): void => void this.gesprek?.probeerAllesOpnieuw();
  private readonly paginaWeg = (): void => void this.bewaar(true);

  constructor() {
    super();
    Object.assign(this, { gemeente: '', rol: null, api: '', vlucht: null, inline: false, tekst: '' });
    Object.assign(this, { denkt: false, formulier: null, melding: '', wisStap: 'rust' });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.terugOnline);
    window.addEventListener('pagehide', this.paginaWeg);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.terugOnline);
    window.removeEventListener('pagehide', this.paginaWeg);
    if (this.denkKlok) clearTimeout(this.denkKlok);
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

  /** Keeps what stands in an open form. */
  async bewaar(keepalive = false): Promise<boolean> {
    return (await this.formulierDeel?.bewaar(keepalive)) ?? true;
  }

  protected override render(): TemplateResult {
    const { gesprek } = this;
    return html`<section class="paneel" aria-labelledby="titel">
      ${kop(this.inline, () => this.dispatchEvent(new CustomEvent('sluit')))}
      ${veiligheid({ onveilig: () => void this.onveilig(), vlucht: () => this.vluchtWeg() })}
      ${gesprek ? (this.formulier ? this.formulierBlad(gesprek, this.formulier) : this.chatBlad(gesprek)) : this.wacht()}
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

  private wacht(): TemplateResult {
    return html`<p class="wacht" role="status">${teksten.laadt}</p>`;
  }

  private chatBlad(gesprek: Gesprek): TemplateResult {
    const dicht = ['verlopen', 'gewist', 'storing'].includes(gesprek.fase);
    return html`<div class="blad" id="blad" tabindex="0" role="region" aria-label=${teksten.berichten}>
        ${this.overBlok(gesprek)}
        <div class="log" role="log" aria-live=${gesprek.hervat ? 'off' : 'polite'} aria-relevant="additions" aria-label=${teksten.gesprek}>
          ${gesprek.regels.map((regel) => keyed(regel.nr, this.toonRegel(regel, gesprek)))}
        </div>
        ${denkt(this.denkt)} ${gesprek.fase === 'laadt' ? this.wacht() : nothing}
        ${ruststand(gesprek, { opnieuw: () => void this.opnieuw() })}
      </div>
      ${dicht ? nothing : this.schrijver()}`;
  }

  private formulierBlad(gesprek: Gesprek, velden: Velden): TemplateResult {
    return html`<div class="blad blad--formulier" id="blad">
      <voordeur-aanmelding .gesprek=${gesprek} .velden=${velden} .slug=${this.gemeente} @terug=${this.terugNaarChat}></voordeur-aanmelding>
    </div>`;
  }

  private toonRegel(regel: Regel, gesprek: Gesprek): TemplateResult {
    const wie = regel.van === 'bezoeker' ? teksten.van_bezoeker : teksten.van_voordeur;
    const kaart = toonKaart(regel.kaart, {
      actief: this.isActief(regel, gesprek),
      gekozen: regel.gekozen,
      aangemeld: gesprek.aangemeld,
      taal: regel.taal,
      kies: (keuze, label) => this.kies(regel.nr, keuze, label),
      openAanmelding: () => void this.openFormulier(regel),
    });
    return html`<div class="regel regel--${regel.van}" data-nr=${regel.nr}>
      <span class="onzichtbaar">${wie} </span>${kaart}${regel.stand === 'mislukt' ? this.mislukt(regel.nr) : nothing}
    </div>`;
  }

  private mislukt(nr: number): TemplateResult {
    return html`<div class="mislukt">
      <span>${teksten.niet_verstuurd}</span>
      <button type="button" class="knop knop--klein" @click=${() => void this.gesprek?.probeerOpnieuw(nr)}>${teksten.opnieuw}</button>
    </div>`;
  }

  private isActief(regel: Regel, gesprek: Gesprek): boolean {
    if (regel.kaart.soort !== 'aanmelding') return regel.nr > gesprek.laatsteVanBezoeker && gesprek.fase === 'open';
    return !gesprek.regels.some((later) => later.nr > regel.nr && later.kaart.soort === 'aanmelding');
  }

  private overBlok(gesprek: Gesprek): TemplateResult {
    const zeker = this.wisStap === 'zeker';
    return html`<details class="over">
      <summary class="over__knop">${teksten.over}</summary>
      <p class="alinea">${teksten.over_computer}</p>
      <p class="alinea">${teksten.over_vlucht}</p>
      <p class="alinea">${teksten.over_wissen}</p>
      <button type="button" class="knop" ?disabled=${!gesprek.huidigeSessie} @click=${() => void this.wis()}>
        ${zeker ? teksten.wis_zeker : teksten.wis}
      </button>
      <p class="klein" role="status">${this.melding}</p>
    </details>`;
  }

  private schrijver(): TemplateResult {
    return schrijver({
      tekst: this.tekst,
      over: GRENS - this.tekst.length,
      waarschuw: WAARSCHUW,
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
    if (!this.gesprek) return;
    if (!['open', 'laadt'].includes(this.gesprek.fase)) await this.gesprek.opnieuwBeginnen();
    void this.gesprek.stuur({ keuze: 'onveilig' }, teksten.onveilig);
    await this.naBerichtRichten();
  }

  private vluchtWeg(): void {
    this.hidden = true;
    vlucht(vluchtadres(this.vlucht), () => this.gesprek?.vlucht());
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
    await this.richtOp('.kaart--aanmelding .knop--hoofd');
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
    const bezig = this.gesprek?.bezig ?? false;
    if (bezig && !this.denkKlok) this.denkKlok = setTimeout(() => (this.denkt = true), DENKT_NA_MS);
    if (bezig) return;
    if (this.denkKlok) clearTimeout(this.denkKlok);
    this.denkKlok = null;
    this.denkt = false;
  }
}

customElements.get('voordeur-paneel') ?? customElements.define('voordeur-paneel', Paneel);
