import { NOODLIJNEN } from './gegenereerd/noodlijnen.js';
import { starter as teksten } from './gegenereerd/teksten-starter.js';
import { kleed, OORSPRONG } from './kern/kleding.js';
import { leesSessie } from './kern/opslag.js';
import { isTeruggegaan, neemStapTerug, opStap, zetStap } from './kern/terugstap.js';
import { DrieKeerEscape, vlucht, vluchtadres } from './kern/vlucht.js';
import { telAdres } from './kern/woorden.js';
import type { Paneel } from './paneel/paneel.js';
import starterStijl from './stijl/starter.css?inline';
import themas from './stijl/themas/themas.css?inline';
import tokens from './stijl/tokens.css?inline';

/**
 * `<voordeur-chat gemeente="...">`: a button that loads the chat when it is pressed.
 *
 * Attributes: `gemeente` (required), `rol`, `api` (origin of the server, by default that of this script), `open` (starts
 * opened), `inline` (fills its container instead of floating) and `vlucht` (where 'Sluit snel af' goes).
 */
export class VoordeurChat extends HTMLElement {
  private readonly knop = document.createElement('button');
  private readonly vak = document.createElement('div');
  private paneel: Paneel | null = null;
  private geladen: Promise<void> | null = null;
  private isOpenGeweest = false;
  private readonly escape = new DrieKeerEscape();
  private readonly hoor = (toets: KeyboardEvent): void => this.escapeWeg(toets);
  private readonly gaMee = (): void => this.volgGeschiedenis();

  connectedCallback(): void {
    if (!this.shadowRoot) this.bouw(this.attachShadow({ mode: 'open' }));
    window.addEventListener('keydown', this.hoor, true);
    window.addEventListener('popstate', this.gaMee);
    if (this.hasAttribute('open')) void this.open(false);
  }

  disconnectedCallback(): void {
    window.removeEventListener('keydown', this.hoor, true);
    window.removeEventListener('popstate', this.gaMee);
  }

  /** Whether the chat stands open. */
  get isOpen(): boolean {
    return !this.vak.hidden;
  }

  /** Opens the chat, loading it the first time; moves focus into it when asked by a person. */
  async open(metFocus = true): Promise<void> {
    this.toon(true);
    this.isOpenGeweest = true;
    if (metFocus && !this.inline) zetStap();
    try {
      await (this.geladen ??= this.laad());
      if (metFocus) await this.paneel?.richt();
    } catch {
      this.geladen = null;
      this.laadMislukt();
    }
  }

  /** Closes the chat, keeps what was typed, and gives focus back to the button. */
  async sluit(): Promise<void> {
    this.toon(false);
    if (!this.inline) neemStapTerug();
    this.knop.focus();
    this.paneel?.zwijg();
    await this.paneel?.bewaar();
  }

  private bouw(wortel: ShadowRoot): void {
    kleed(wortel, tokens, themas, starterStijl);
    this.vak.id = 'vak';
    this.vak.className = 'vak';
    this.knop.type = 'button';
    this.knop.className = 'starter';
    this.knop.setAttribute('aria-controls', 'vak');
    this.knop.append(teken(), maak('span', '', this.opschrift()));
    this.knop.addEventListener('click', () => void (this.isOpen ? this.sluit() : this.open()));
    wortel.addEventListener('keydown', (gebeurtenis) => this.toets(gebeurtenis as KeyboardEvent));
    wortel.append(this.knop, this.vak);
    this.toon(false);
  }

  private get inline(): boolean {
    return this.hasAttribute('inline');
  }

  private get oorsprong(): string {
    const eigen = this.getAttribute('api');
    return eigen ? new URL(eigen, document.baseURI).origin : OORSPRONG;
  }

  private opschrift(): string {
    if (leesSessie(this.getAttribute('gemeente') ?? '', this.oorsprong)) return teksten.verder;
    return this.inline ? teksten.start_hier : teksten.open_chat;
  }

  private toon(open: boolean): void {
    this.vak.hidden = !open;
    this.knop.setAttribute('aria-expanded', String(open));
    this.knop.classList.toggle('starter--open', open);
  }

  private toets(gebeurtenis: KeyboardEvent): void {
    if (gebeurtenis.key !== 'Escape' || gebeurtenis.isComposing || !this.isOpen || this.inline) return;
    gebeurtenis.stopPropagation();
    void this.sluit();
  }

  /** Three times Escape anywhere on the page: the first closes the panel, and the focus may be in any field. */
  private escapeWeg(toets: KeyboardEvent): void {
    if (!this.escape.hoor(toets) || !this.isOpenGeweest) return;
    toets.preventDefault();
    toets.stopImmediatePropagation();
    if (this.paneel) this.paneel.vluchtWeg();
    else vlucht(vluchtadres(this.getAttribute('vlucht')), () => undefined);
  }

  /** Back closes the panel, forward opens it again; the gesprek stays. */
  private volgGeschiedenis(): void {
    if (this.inline) return;
    if (this.isOpen && isTeruggegaan()) void this.sluit();
    else if (!this.isOpen && this.isOpenGeweest && opStap()) void this.open();
  }

  private async laad(): Promise<void> {
    this.vak.replaceChildren(maak('p', 'wacht', teksten.laadt, 'status'));
    const { Paneel } = await import('./paneel/paneel.js');
    const paneel = new Paneel();
    paneel.gemeente = this.getAttribute('gemeente') ?? '';
    paneel.rol = this.getAttribute('rol');
    paneel.vlucht = this.getAttribute('vlucht');
    paneel.api = this.oorsprong;
    paneel.inline = this.inline;
    paneel.addEventListener('sluit', () => void this.sluit());
    this.vak.replaceChildren(paneel);
    this.paneel = paneel;
    void paneel.begin();
  }

  private laadMislukt(): void {
    const sluit = maak('button', 'starter starter--klein', teksten.sluit);
    sluit.addEventListener('click', () => void this.sluit());
    const lijst = document.createElement('ul');
    lijst.append(...NOODLIJNEN.map(noodlijn));
    const fout = maak('div', 'mislukt', '', 'alert');
    fout.append(maak('p', '', teksten.mislukt), maak('p', '', teksten.noodlijnen), lijst, sluit);
    this.vak.replaceChildren(fout);
  }
}

function noodlijn(lijn: (typeof NOODLIJNEN)[number]): HTMLElement {
  const punt = maak('li', '', `${lijn.naam} `);
  for (const nummer of lijn.nummers) {
    const link = maak('a', '', nummer) as HTMLAnchorElement;
    link.href = telAdres(nummer) ?? '';
    punt.append(link, ' ');
  }
  return punt;
}

function maak(naam: string, klasse: string, tekst: string, rol?: string): HTMLElement {
  const element = document.createElement(naam);
  if (klasse) element.className = klasse;
  if (rol) element.setAttribute('role', rol);
  element.textContent = tekst;
  return element;
}

function teken(): SVGSVGElement {
  const ruimte = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ruimte, 'svg');
  const lijn = document.createElementNS(ruimte, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  lijn.setAttribute('fill', 'currentColor');
  lijn.setAttribute('d', 'M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V5c0-1.1.9-2 2-2Z');
  svg.append(lijn);
  return svg;
}

customElements.get('voordeur-chat') ?? customElements.define('voordeur-chat', VoordeurChat);
