import { chat as teksten } from '../gegenereerd/teksten-chat.js';
import { type Api, GeenVerbinding, Probleem } from './api.js';
import { bewaarSessie, leesSessie, vergeetSessie } from './opslag.js';
import type { Fase, Instelling, Regel } from './stand.js';
import type { Antwoord, EigenKaart, Inhoud, Kaart, Sessie, Transcript, Velden, Wijziging } from './typen.js';
import { houdVol, nieuweSleutel } from './volhouden.js';

interface Verzending {
  inhoud: Inhoud;
  sleutel: string;
}

/** The button with which the visitor wipes the gesprek: after its answer there is nothing left to go on with. */
const WISKEUZE = 'wis_gesprek_nu';

/** The conversation without any screen: what was said, what is on its way, and what failed. */
export class Gesprek {
  fase: Fase = 'rust';
  regels: readonly Regel[] = [];
  /** True while earlier lines are put back, which a screen reader must not read out again. */
  hervat = false;
  aangemeld = false;
  /** The aanmelding as last changed here; null while the card's own values count. */
  concept: Velden | null = null;
  storing: Probleem | null = null;

  private sessie: Sessie | null = null;
  private teller = 0;
  private readonly verzendingen = new Map<number, Verzending>();
  private gestart: Promise<void> = Promise.resolve();
  private wachtrij: Promise<void> = Promise.resolve();
  private weg = false;

  constructor(
    readonly api: Api,
    private readonly instelling: Instelling,
    private readonly gewijzigd: () => void,
    private readonly teruggave: (tekst: string) => void,
  ) {}

  /** Whether an answer is awaited. */
  get bezig(): boolean {
    return this.regels.some((regel) => regel.stand === 'onderweg');
  }

  /** The number of the last line that may still be acted on: choices before the visitor's last word are past. */
  get laatsteVanBezoeker(): number {
    return this.regels.reduce((laatste, regel) => (regel.van === 'bezoeker' ? regel.nr : laatste), 0);
  }

  get huidigeSessie(): Sessie | null {
    return this.sessie;
  }

  /** Goes on where this tab was, or begins anew; what is sent meanwhile waits for it. */
  start(): Promise<void> {
    if (this.fase !== 'laadt' && this.fase !== 'open') this.gestart = this.hervatOfBegin();
    return this.gestart;
  }

  private async hervatOfBegin(): Promise<void> {
    this.zet('laadt');
    const bewaard = leesSessie(this.instelling.gemeente, this.instelling.oorsprong);
    try {
      await (bewaard ? this.neemOp(bewaard, bewaard.aangemeld === true) : this.begin());
      this.zet('open');
    } catch (fout) {
      this.startMislukt(fout);
    }
  }

  /** Forgets this gesprek here and begins a new one. */
  async opnieuwBeginnen(): Promise<void> {
    this.vergeet();
    this.zet('rust');
    await this.start();
  }

  /** Puts the visitor's words in the gesprek and sends them, after what is still waiting. */
  stuur(inhoud: Inhoud, getoond: string): Promise<void> {
    const regel: Regel = { nr: ++this.teller, van: 'bezoeker', kaart: { soort: 'tekst', tekst: getoond }, stand: 'onderweg' };
    this.verzendingen.set(regel.nr, { inhoud, sleutel: nieuweSleutel() });
    this.regels = [...this.regels, regel];
    this.gewijzigd();
    return this.inDeRij(regel.nr);
  }

  /** Answers a set of choices once; the buttons stay as what was offered. */
  kies(nr: number, keuze: string, label: string): Promise<void> {
    this.wijzig(nr, { gekozen: keuze });
    return this.stuur({ keuze }, label);
  }

  /** Sends a failed message again under the key it had. */
  probeerOpnieuw(nr: number): Promise<void> {
    if (!this.verzendingen.has(nr)) return Promise.resolve();
    this.wijzig(nr, { stand: 'onderweg' });
    return this.inDeRij(nr);
  }

  /** Sends everything again that did not arrive; called when the connection is back. */
  async probeerAllesOpnieuw(): Promise<void> {
    if (this.fase === 'storing') await this.start();
    const mislukt = this.regels.filter((regel) => regel.stand === 'mislukt');
    await Promise.all(mislukt.map((regel) => this.probeerOpnieuw(regel.nr)));
  }

  /** Wipes the gesprek on the server and here; throws when the server did not confirm. */
  async wis(): Promise<void> {
    if (this.sessie) await this.api.wis(this.sessie);
    this.isGewist();
  }

  /** Remembers what was filled in and hands it to the server; resolves to the cards with which that answers danger in it. */
  async bewaarConcept(velden: Velden, wijziging: Wijziging, keepalive = false): Promise<readonly Kaart[]> {
    this.concept = velden;
    if (!this.sessie || this.aangemeld || this.weg) return [];
    const antwoord = await this.api.bewaarConcept(this.sessie, wijziging, keepalive);
    const kaarten = antwoord?.berichten ?? [];
    if (kaarten.length > 0) this.voegToe(kaarten);
    return kaarten;
  }

  /** Says in the gesprek that the aanmelding went out. */
  noteerAanmelding(tekst: string): void {
    this.aangemeld = true;
    this.concept = null;
    this.bewaarAlsBekend();
    this.voegToe([{ soort: 'tekst', tekst }]);
  }

  /** Ends everything at once: nothing that still arrives is kept. Gives the call that wipes it on the server. */
  vlucht(): Promise<void> | undefined {
    this.weg = true;
    return this.sessie ? this.api.wis(this.sessie, true) : undefined;
  }

  /** Ends the gesprek for this tab because the server no longer knows it. */
  verloop(): void {
    vergeetSessie();
    this.sessie = null;
    this.zet('verlopen');
  }

  private async begin(): Promise<void> {
    const nieuw = await this.api.begin(this.instelling.gemeente, this.instelling.rol);
    this.hervat = false;
    this.sessie = { id: nieuw.id, token: nieuw.token };
    this.bewaar();
    this.voegToe(nieuw.berichten);
  }

  private async neemOp(sessie: Sessie, aangemeld: boolean): Promise<void> {
    const transcript = await this.api.transcript(sessie);
    this.hervat = true;
    this.sessie = { id: sessie.id, token: sessie.token };
    this.aangemeld = aangemeld;
    this.bewaar();
    this.regels = [...this.alsRegels(transcript), ...this.regels];
    await this.haalConcept(this.sessie);
  }

  private async haalConcept(sessie: Sessie): Promise<void> {
    if (this.aangemeld || !this.regels.some((regel) => regel.kaart.soort === 'aanmelding')) return;
    // Without it the form opens with what the card held: less, but not nothing.
    const concept = await this.api.concept(sessie).catch(() => null);
    this.concept = concept?.velden ?? null;
  }

  private alsRegels(transcript: Transcript): Regel[] {
    return transcript.berichten.map(({ van, kaart }) => ({ nr: ++this.teller, van, kaart }));
  }

  private startMislukt(fout: unknown): void {
    if (fout instanceof Probleem && fout.verlopen && leesSessie(this.instelling.gemeente, this.instelling.oorsprong)) {
      this.verloop();
      return;
    }
    this.storing = fout instanceof Probleem ? fout : null;
    this.zet('storing');
  }

  private inDeRij(nr: number): Promise<void> {
    this.wachtrij = this.wachtrij.then(() => this.gestart).then(() => this.verzend(nr));
    return this.wachtrij;
  }

  private async verzend(nr: number): Promise<void> {
    const verzending = this.verzendingen.get(nr);
    const sessie = this.sessie;
    if (!verzending) return;
    if (!sessie) return this.mislukt(nr, new GeenVerbinding());
    try {
      this.ontvang(nr, await houdVol(() => this.api.stuur(sessie, verzending.inhoud, verzending.sleutel)));
    } catch (fout) {
      this.mislukt(nr, fout);
    }
  }

  private ontvang(nr: number, antwoord: Antwoord): void {
    const gewist = isWissen(this.verzendingen.get(nr)?.inhoud);
    this.verzendingen.delete(nr);
    this.wijzig(nr, { stand: undefined });
    if (gewist) return this.isGewist();
    // After an alarm nothing of it stays behind in the tab: who opens the page next must not read along.
    if (antwoord.route === 'veiligheid') vergeetSessie();
    else this.bewaarAlsBekend();
    antwoord.berichten.forEach((kaart) => kaart.soort === 'aanmelding' && this.vulConceptAan(kaart.velden));
    this.voegToe(antwoord.berichten, antwoord.taal);
  }

  /** A fresh card knows more than an old one; what only this visitor typed here stays. */
  private vulConceptAan(velden: Velden): void {
    this.aangemeld = false;
    const contact = { ...this.concept?.contact, ...velden.contact };
    this.concept = { ...this.concept, ...velden, contact };
  }

  private mislukt(nr: number, fout: unknown): void {
    if (!(fout instanceof Probleem)) {
      this.wijzig(nr, { stand: 'mislukt' });
      this.meldEenmaal([{ soort: 'melding', tekst: teksten.geen_verbinding }, { soort: 'noodlijnen' }]);
      return;
    }
    const melding: EigenKaart = { soort: 'melding', tekst: fout.detail || fout.titel || teksten.geen_melding };
    if (fout.tijdelijk) this.wijzig(nr, { stand: 'mislukt' });
    else this.weigerd(nr);
    this.meldEenmaal(fout.verlopen ? fout.berichten : [melding, ...fout.berichten]);
    if (fout.verlopen) this.verloop();
  }

  /** The message was not taken: its text goes back to the visitor, who may want to change it. */
  private weigerd(nr: number): void {
    const verzending = this.verzendingen.get(nr);
    this.verzendingen.delete(nr);
    this.wijzig(nr, { stand: undefined });
    if (verzending && 'tekst' in verzending.inhoud) this.teruggave(verzending.inhoud.tekst);
  }

  private meldEenmaal(kaarten: (Kaart | EigenKaart)[]): void {
    const eerste = JSON.stringify(kaarten[0]);
    const staart = this.regels.filter((regel) => regel.van === 'voordeur').slice(-kaarten.length);
    if (kaarten.length > 0 && JSON.stringify(staart[0]?.kaart) === eerste) this.gewijzigd();
    else this.voegToe(kaarten);
  }

  private voegToe(kaarten: readonly (Kaart | EigenKaart)[], taal = 'nl'): void {
    const vreemd = taal === 'nl' ? {} : { taal };
    const nieuw = kaarten.map((kaart): Regel => ({ nr: ++this.teller, van: 'voordeur', kaart, ...vreemd }));
    this.regels = [...this.regels, ...nieuw];
    this.gewijzigd();
  }

  private wijzig(nr: number, nieuw: { stand?: Regel['stand'] | undefined; gekozen?: string }): void {
    this.regels = this.regels.map((regel) => (regel.nr === nr ? ({ ...regel, ...nieuw } as Regel) : regel));
    this.gewijzigd();
  }

  private zet(fase: Fase): void {
    this.fase = fase;
    this.gewijzigd();
  }

  private isGewist(): void {
    this.vergeet();
    this.zet('gewist');
  }

  private vergeet(): void {
    vergeetSessie();
    this.verzendingen.clear();
    Object.assign(this, { sessie: null, regels: [], concept: null, aangemeld: false, hervat: false, storing: null });
  }

  private bewaarAlsBekend(): void {
    if (leesSessie(this.instelling.gemeente, this.instelling.oorsprong)) this.bewaar();
  }

  private bewaar(): void {
    const { gemeente, oorsprong } = this.instelling;
    if (this.sessie && !this.weg) bewaarSessie({ ...this.sessie, gemeente, oorsprong, aangemeld: this.aangemeld });
  }
}

function isWissen(inhoud: Inhoud | undefined): boolean {
  return inhoud !== undefined && 'keuze' in inhoud && inhoud.keuze === WISKEUZE;
}
