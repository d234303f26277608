import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { formulier as teksten } from '../gegenereerd/teksten-formulier.js';
import { losseKaart } from '../kaarten/kaart.js';
import { isVeiligheidsantwoord } from '../kern/antwoorden.js';
import { Probleem } from '../kern/api.js';
import type { Gesprek } from '../kern/gesprek.js';
import { printAlleen } from '../kern/kleding.js';
import { Onderdeel } from '../kern/onderdeel.js';
import type { Gemeente, Kaart, Ontvangst, Velden } from '../kern/typen.js';
import { Telefoonscherm } from '../kern/telefoonscherm.js';
import { houdVol, nieuweSleutel } from '../kern/volhouden.js';
import { datumInWoorden, vul } from '../kern/woorden.js';
import basis from '../stijl/basis.css?inline';
import formulierStijl from '../stijl/formulier.css?inline';
import kaartStijl from '../stijl/kaarten.css?inline';
import printStijl from '../stijl/print.css?inline';
import { alsFouten, deelVan, eersteFout, keur, keurDeel, keurVeld, type Fouten } from './keuring.js';
import { eerstLezen, foutmelding, type Weigering } from './meldingen.js';
import { naarVelden, naarWaarden, verschil } from './omzetten.js';
import { bevestiging, erbij } from './bevestiging.js';
import { invullen, nakijken } from './stappen.js';
import { ALLE, DELEN, MEER, type VeldId, type Waarde, type Waarden } from './velden.js';

type Stap = 'invullen' | 'nakijken' | 'klaar';

/** The aanmelding from first field to confirmation; tells its parent `terug` when the visitor goes back to the chat. */
export class Aanmelding extends Onderdeel {
  static override properties = {
    gesprek: { attribute: false },
    velden: { attribute: false },
    slug: { attribute: false },
    stap: { state: true },
    waarden: { state: true },
    fouten: { state: true },
    gemeente: { state: true },
    kernenMislukt: { state: true },
    bezig: { state: true },
    fout: { state: true },
    ontvangst: { state: true },
    deel: { state: true },
    gevaar: { state: true },
    gevaarOpen: { state: true },
  };

  declare gesprek: Gesprek;
  declare velden: Velden;
  declare slug: string;
  declare stap: Stap;
  declare waarden: Waarden;
  declare fouten: Fouten;
  declare gemeente: Gemeente | null;
  declare kernenMislukt: boolean;
  declare bezig: boolean;
  declare fout: Weigering | null;
  declare ontvangst: Ontvangst | null;
  declare deel: number;
  declare gevaar: readonly Kaart[];
  declare gevaarOpen: boolean;

  protected readonly stijlen = [basis, kaartStijl, formulierStijl];
  private verzending = { velden: '', sleutel: '' };
  private bewaard: Velden = {};
  private leefgebieden: readonly string[] = [];
  private meerOpen = false;
  private losgelaten: Promise<void> = Promise.resolve();
  private readonly scherm = new Telefoonscherm(this);

  constructor() {
    super();
    Object.assign(this, { stap: 'invullen', waarden: {}, fouten: {}, gemeente: null, ontvangst: null });
    Object.assign(this, { kernenMislukt: false, bezig: false, fout: null, deel: 0, gevaar: [], gevaarOpen: false });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.haalKernen();
  }

  protected override willUpdate(gewijzigd: PropertyValues): void {
    if (gewijzigd.has('velden')) this.begin(this.velden);
  }

  protected override updated(): void {
    const kern = this.renderRoot.querySelector<HTMLSelectElement>('#kern');
    if (kern) kern.value = typeof this.waarden.kern === 'string' ? this.waarden.kern : '';
  }

  protected override firstUpdated(): void {
    void this.richtOp('h2');
  }

  /** Hands what was filled in to the server when it has changed; resolves to whether that worked. */
  async bewaar(keepalive = false): Promise<boolean> {
    const velden = naarVelden(this.waarden);
    const wijziging = verschil(velden, this.bewaard);
    if (this.stap === 'klaar' || Object.keys(wijziging).length === 0) return true;
    try {
      const kaarten = await this.gesprek.bewaarConcept(velden, wijziging, keepalive);
      this.bewaard = velden;
      if (kaarten.length > 0) void this.toonGevaar(kaarten);
      return true;
    } catch {
      return false;
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="formulier" data-stap=${this.stap} @pointerdown=${this.ingedrukt}>
      <button type="button" class="knop knop--terug" @click=${this.terug}>${teksten.terug}</button>
      <h2 class="formulier__titel" tabindex="-1" aria-describedby="voortgang">${this.titel}</h2>
      <p class="klein" id="voortgang">${this.voortgang}</p>
      ${eerstLezen(this.gevaar, this.gevaarOpen)} ${this.inhoud()} ${foutmelding(this.fout)}
      <p class="onzichtbaar" role="status">${this.bezig ? teksten.bezig : ''}</p>
    </div>`;
  }

  private get titel(): string {
    return { invullen: teksten.titel, nakijken: teksten.nakijken_titel, klaar: teksten.klaar_titel }[this.stap];
  }

  private get voortgang(): string {
    const laatste = this.scherm.smal ? DELEN.length + 1 : 2;
    const nu = { invullen: this.scherm.smal ? this.deel + 1 : 1, nakijken: laatste, klaar: 0 }[this.stap];
    return nu ? vul(teksten.stap, { nu, aantal: laatste }) : '';
  }

  private inhoud(): TemplateResult {
    if (this.ontvangst) return this.klaar(this.ontvangst);
    if (this.stap === 'nakijken') {
      const velden = naarVelden(this.waarden);
      const { gemeente, bezig } = this;
      return nakijken({ velden, gemeente, bezig, aanpassen: () => this.naarDeel(0), versturen: () => void this.versturen(velden) });
    }
    const { waarden, fouten, gemeente, kernenMislukt, leefgebieden, meerOpen } = this;
    return invullen({
      ...{ waarden, fouten, gemeente, kernenMislukt, leefgebieden, meerOpen },
      zet: (id, waarde) => this.zet(id, waarde),
      verlaten: (id) => void this.verlaten(id),
      haalKernen: () => void this.haalKernen(),
      alleen: this.scherm.smal ? this.deel : null,
      verder: (gebeurtenis) => this.verder(gebeurtenis),
      vorige: () => this.naarDeel(this.deel - 1),
    });
  }

  private klaar(ontvangst: Ontvangst): TemplateResult {
    return html`<div class="bevestiging">
      ${bevestiging(ontvangst, this.gemeente?.demo === true, () => this.print())}
      ${this.gevaar.length > 0 ? nothing : (ontvangst.berichten ?? []).map(losseKaart)} ${erbij(ontvangst)}
    </div>`;
  }

  private begin(velden: Velden): void {
    this.waarden = naarWaarden(velden);
    this.bewaard = naarVelden(this.waarden);
    this.leefgebieden = velden.leefgebieden ?? [];
    this.meerOpen = MEER.some(({ id }) => this.waarden[id] !== undefined);
  }

  private async haalKernen(): Promise<void> {
    this.kernenMislukt = false;
    try {
      this.gemeente = await houdVol(() => this.gesprek.api.gemeente(this.slug));
      this.vergeetVreemdeKern(this.gemeente);
    } catch {
      this.kernenMislukt = true;
    }
  }

  /** What is not on the list cannot be shown, and what is not shown is not sent. */
  private vergeetVreemdeKern({ kernen }: Gemeente): void {
    if (kernen.some(({ id }) => id === this.waarden.kern)) return;
    const { kern: _kern, ...rest } = this.waarden;
    this.waarden = rest;
  }

  private zet(id: VeldId, waarde: Waarde): void {
    this.waarden = { ...this.waarden, [id]: waarde };
    if (this.fouten[id]) this.zetVeldfout(id, null);
  }

  private async verlaten(id: VeldId): Promise<void> {
    // An error that appears between press and release would move the button away from under the finger.
    await this.losgelaten;
    if (this.stap !== 'invullen') return;
    this.zetVeldfout(id, keurVeld(id, this.waarden));
    // Danger in what was told is answered now, not when the form is sent.
    if (ALLE.some((veld) => veld.id === id && veld.soort === 'tekst')) void this.bewaar();
  }

  private async toonGevaar(kaarten: readonly Kaart[]): Promise<void> {
    Object.assign(this, { gevaar: kaarten, gevaarOpen: true });
    await this.updateComplete;
    this.renderRoot.querySelector('.eerst')?.scrollIntoView({ block: 'start' });
  }

  private ingedrukt(): void {
    this.losgelaten = new Promise((klaar) => {
      const los = (): void => void setTimeout(klaar);
      window.addEventListener('pointerup', los, { once: true });
      window.addEventListener('pointercancel', los, { once: true });
    });
  }

  private zetVeldfout(id: VeldId, fout: string | null): void {
    const { [id]: _oud, ...rest } = this.fouten;
    this.fouten = fout ? { ...rest, [id]: fout } : rest;
  }

  private verder(gebeurtenis: Event): void {
    gebeurtenis.preventDefault();
    const tussendoor = this.scherm.smal && this.deel < DELEN.length - 1;
    this.fouten = tussendoor ? keurDeel(this.deel, this.waarden) : keur(this.waarden);
    if (eersteFout(this.fouten)) void this.richtOpFout(this.fouten);
    else if (tussendoor) this.naarDeel(this.deel + 1);
    else this.naar('nakijken');
  }

  private naarDeel(deel: number): void {
    this.deel = deel;
    this.naar('invullen');
  }

  private naar(stap: Stap): void {
    this.stap = stap;
    this.fout = null;
    this.gevaarOpen = false;
    void this.bewaar();
    void this.richtOp('h2');
  }

  private async versturen(velden: Velden): Promise<void> {
    const sessie = this.gesprek.huidigeSessie;
    if (!sessie) return this.zetFout(teksten.verlopen);
    this.bezig = true;
    this.fout = null;
    try {
      this.ontvangen(await houdVol(() => this.gesprek.api.meldAan(sessie, velden, this.sleutelVoor(velden))));
    } catch (fout) {
      this.mislukt(fout);
    } finally {
      this.bezig = false;
    }
  }

  /** The same text keeps its key, so that sending it again never arrives twice. */
  private sleutelVoor(velden: Velden): string {
    const tekst = JSON.stringify(velden);
    if (this.verzending.velden !== tekst) this.verzending = { velden: tekst, sleutel: nieuweSleutel() };
    return this.verzending.sleutel;
  }

  private ontvangen(ontvangst: Ontvangst): void {
    this.ontvangst = ontvangst;
    const berichten = ontvangst.berichten ?? [];
    this.naar('klaar');
    this.gevaar = isVeiligheidsantwoord(berichten.map((kaart) => ({ kaart }))) ? berichten : [];
    this.gevaarOpen = true;
    const datum = datumInWoorden(ontvangst.contact_voor, true);
    this.gesprek.noteerAanmelding(vul(teksten.klaar_in_chat, { kenmerk: ontvangst.kenmerk, datum }));
  }

  private mislukt(fout: unknown): void {
    if (!(fout instanceof Probleem)) return this.zetFout(teksten.verstuur_mislukt, [], true);
    if (fout.verlopen) return this.zetFout(teksten.verlopen, fout.berichten, true);
    const afgekeurd = alsFouten(fout.velden);
    if (eersteFout(afgekeurd)) this.terugNaarInvullen(afgekeurd);
    this.zetFout(fout.detail || fout.titel || teksten.verstuur_mislukt, fout.berichten, fout.tijdelijk);
  }

  /** The server judges more strictly than we do: its words stand beside the field. */
  private terugNaarInvullen(fouten: Fouten): void {
    this.stap = 'invullen';
    this.fouten = fouten;
    void this.richtOpFout(fouten);
  }

  private async richtOpFout(fouten: Fouten): Promise<void> {
    const id = eersteFout(fouten);
    if (id) this.deel = deelVan(id);
    await this.updateComplete;
    const veld = this.renderRoot.querySelector<HTMLElement>(`input#${id}, textarea#${id}, select#${id}, #${id} input`);
    veld?.closest('details')?.setAttribute('open', '');
    veld?.focus();
  }

  private zetFout(tekst: string, berichten: Kaart[] = [], nood = false): void {
    this.fout = { tekst, berichten, nood };
  }

  private async terug(): Promise<void> {
    const gelukt = await this.bewaar();
    const detail = { melding: gelukt ? null : teksten.bewaren_mislukt };
    this.dispatchEvent(new CustomEvent('terug', { detail }));
  }

  private print(): void {
    printAlleen(printStijl, teksten.print_naam);
  }
}

customElements.get('voordeur-aanmelding') ?? customElements.define('voordeur-aanmelding', Aanmelding);
