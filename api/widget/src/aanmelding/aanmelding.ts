import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { formulier as teksten } from '../gegenereerd/teksten-formulier.js';
import { platteTekst } from '../kaarten/delen.js';
import { toonKaart } from '../kaarten/kaart.js';
import { noodlijnen } from '../kaarten/plekken.js';
import { Probleem } from '../kern/api.js';
import type { Gesprek } from '../kern/gesprek.js';
import { printAlleen } from '../kern/kleding.js';
import { Onderdeel } from '../kern/onderdeel.js';
import type { Gemeente, Kaart, Ontvangst, Velden } from '../kern/typen.js';
import { houdVol, nieuweSleutel } from '../kern/volhouden.js';
import { datumInWoorden, vul } from '../kern/woorden.js';
import basis from '../stijl/basis.css?inline';
import formulierStijl from '../stijl/formulier.css?inline';
import kaartStijl from '../stijl/kaarten.css?inline';
import printStijl from '../stijl/print.css?inline';
import { alsFouten, eersteFout, keur, keurVeld, type Fouten } from './keuring.js';
import { naarVelden, naarWaarden, verschil } from './omzetten.js';
import { bevestiging, invullen, nakijken } from './stappen.js';
import { MEER, type VeldId, type Waarde, type Waarden } from './velden.js';

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
  declare fout: { tekst: string; berichten: Kaart[]; nood: boolean } | null;
  declare ontvangst: Ontvangst | null;

  protected readonly stijlen = [basis, kaartStijl, formulierStijl];
  private verzending = { velden: '', sleutel: '' };
  private bewaard: Velden = {};
  private leefgebieden: readonly string[] = [];
  private meerOpen = false;
  private losgelaten: Promise<void> = Promise.resolve();

  constructor() {
    super();
    Object.assign(this, { stap: 'invullen', waarden: {}, fouten: {}, gemeente: null, ontvangst: null });
    Object.assign(this, { kernenMislukt: false, bezig: false, fout: null });
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
      await this.gesprek.bewaarConcept(velden, wijziging, keepalive);
      this.bewaard = velden;
      return true;
    } catch {
      return false;
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="formulier" data-stap=${this.stap} @pointerdown=${this.ingedrukt}>
      <button type="button" class="knop knop--terug" @click=${this.terug}>${teksten.terug}</button>
      <h2 class="formulier__titel" tabindex="-1">${this.titel}</h2>
      ${this.stap === 'klaar' ? nothing : html`<p class="klein">${vul(teksten.stap, { nu: this.stap === 'invullen' ? 1 : 2 })}</p>`}
      ${this.inhoud()} ${this.foutmelding()}
      <p class="onzichtbaar" role="status">${this.bezig ? teksten.bezig : ''}</p>
    </div>`;
  }

  private get titel(): string {
    return { invullen: teksten.titel, nakijken: teksten.nakijken_titel, klaar: teksten.klaar_titel }[this.stap];
  }

  private inhoud(): TemplateResult {
    if (this.ontvangst) return this.klaar(this.ontvangst);
    if (this.stap === 'nakijken') {
      const velden = naarVelden(this.waarden);
      const { gemeente, bezig } = this;
      return nakijken({ velden, gemeente, bezig, aanpassen: () => this.naar('invullen'), versturen: () => void this.versturen(velden) });
    }
    const { waarden, fouten, gemeente, kernenMislukt, leefgebieden, meerOpen } = this;
    return invullen({
      ...{ waarden, fouten, gemeente, kernenMislukt, leefgebieden, meerOpen },
      zet: (id, waarde) => this.zet(id, waarde),
      verlaten: (id) => void this.verlaten(id),
      haalKernen: () => void this.haalKernen(),
      verder: (gebeurtenis) => this.verder(gebeurtenis),
    });
  }

  private klaar(ontvangst: Ontvangst): TemplateResult {
    return html`<div class="bevestiging">
      ${bevestiging(ontvangst, this.gemeente?.demo === true, () => this.print())} ${(ontvangst.berichten ?? []).map(losseKaart)}
    </div>`;
  }

  private foutmelding(): TemplateResult | typeof nothing {
    if (!this.fout) return nothing;
    const { tekst, berichten, nood } = this.fout;
    return html`<div class="melding" role="alert">${platteTekst(tekst)}</div>
      ${berichten.map(losseKaart)} ${nood && berichten.length === 0 ? noodlijnen() : nothing}`;
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
    if (this.stap === 'invullen') this.zetVeldfout(id, keurVeld(id, this.waarden));
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
    this.fouten = keur(this.waarden);
    if (eersteFout(this.fouten)) void this.richtOpFout(this.fouten);
    else this.naar('nakijken');
  }

  private naar(stap: Stap): void {
    this.stap = stap;
    this.fout = null;
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
    this.naar('klaar');
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

function losseKaart(kaart: Kaart): unknown {
  const niets = (): void => undefined;
  return toonKaart(kaart, { actief: false, aangemeld: true, kies: niets, openAanmelding: niets });
}

customElements.get('voordeur-aanmelding') ?? customElements.define('voordeur-aanmelding', Aanmelding);
