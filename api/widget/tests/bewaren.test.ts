import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ARTIKEL, CONTACT, HULPLIJN, KEUZES, VOORZIENING } from '../dev/kaarten.js';
import { alsTekst } from '../src/paneel/bewaren.js';
import { Paneel } from '../src/paneel/paneel.js';
import type { Regel } from '../src/kern/stand.js';
import { INSTELLING, nepServer, NIEUW, OORSPRONG, status, tekstVan, totDat } from './hulp.js';

const KAARTEN = [{ soort: 'tekst', tekst: 'Een\n\nTwee' } as const, ARTIKEL, VOORZIENING, HULPLIJN, CONTACT, KEUZES];

async function opBewaren(): Promise<Paneel> {
  nepServer({ 'POST /gesprekken': () => status(201, { ...NIEUW, berichten: KAARTEN }) });
  const paneel = new Paneel();
  Object.assign(paneel, { gemeente: INSTELLING.gemeente, api: OORSPRONG });
  document.body.replaceChildren(paneel);
  await paneel.begin();
  await paneel.updateComplete;
  knop(paneel, 'Bewaar of print dit gesprek').click();
  await totDat(() => zoek(paneel, '.afdruk'));
  return paneel;
}

const zoek = <T extends HTMLElement>(paneel: Paneel, kiezer: string): T => paneel.shadowRoot?.querySelector(kiezer) as T;
const knop = (paneel: Paneel, tekst: string): HTMLButtonElement =>
  [...(paneel.shadowRoot?.querySelectorAll('button') ?? [])].find((kandidaat) => tekstVan(kandidaat) === tekst) as HTMLButtonElement;

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T23:30:00Z') });
});
afterEach(() => vi.useRealTimers());

describe('bewaar of print dit gesprek', () => {
  it('begint met de focus op de titel en zegt bij beide knoppen wie mee kan kijken', async () => {
    const paneel = await opBewaren();
    expect(paneel.shadowRoot?.activeElement?.id).toBe('bewaar-titel');
    for (const naam of ['Print', 'Bewaar als tekst']) {
      const uitleg = zoek(paneel, `#${knop(paneel, naam).getAttribute('aria-describedby')}`);
      expect(tekstVan(uitleg)).toContain('Kan iemand anders meekijken op dit apparaat');
    }
    expect(knop(paneel, 'Sluit snel af')).toBeTruthy();
  });

  it('toont wat op papier komt: de datum in Nederland, wie wat zei, en de hulplijnen; geen beeldmerk en geen knoppen', async () => {
    const blad = zoek(await opBewaren(), '.afdruk');
    expect(tekstVan(blad)).toContain('Gesprek van 23 november 2026');
    expect([...blad.querySelectorAll('dt')].map(tekstVan)).toEqual(['Voordeur:']);
    expect(tekstVan(blad)).toContain('Breng je kind rustig en zonder veel woorden terug');
    expect(tekstVan(blad.querySelector('.afdruk__lijnen'))).toMatch(/112.*Veilig Thuis: 0800-?2000/);
    expect(blad.querySelector('img, svg, button')).toBeNull();
  });

  it('print onder een titel die niets zegt, en geeft de pagina haar titel terug', async () => {
    document.title = 'Gemeente';
    const print = vi.fn(() => expect(document.title).toBe('notitie'));
    vi.stubGlobal('print', print);
    knop(await opBewaren(), 'Print').click();
    expect(print).toHaveBeenCalledOnce();
    window.dispatchEvent(new Event('afterprint'));
    expect(document.title).toBe('Gemeente');
  });

  it('bewaart als tekst onder een naam die niets zegt', async () => {
    let bestand: Blob | undefined;
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => ((bestand = blob as Blob), 'blob:x'));
    const klik = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      expect(this.download).toBe('notitie.txt');
    });
    knop(await opBewaren(), 'Bewaar als tekst').click();
    expect(klik).toHaveBeenCalledOnce();
    const tekst = (await bestand?.text()) ?? '';
    expect(tekst).toMatch(/^Gesprek van 23 november 2026\n/);
    for (const deel of ['Een\n\nTwee', 'Liever niet', 'https://voorbeeld.nl/slapen', VOORZIENING.naam, 'Telefoon: 000 - 111 11 11', CONTACT.team]) {
      expect(tekst).toContain(deel);
    }
    expect(tekst).not.toMatch(/\*\*|Dit helpt|undefined|null/);
  });

  it('gaat terug naar het gesprek', async () => {
    const paneel = await opBewaren();
    knop(paneel, 'Terug naar de chat').click();
    await totDat(() => zoek(paneel, '[role=log] .regel'));
    expect(paneel.shadowRoot?.activeElement?.id).toBe('bericht');
  });
});

it('zet de woorden van de bezoeker op hun plek in de tekst', () => {
  const regels: Regel[] = [
    { nr: 1, van: 'bezoeker', kaart: { soort: 'tekst', tekst: 'Mijn kind slaapt slecht' } },
    { nr: 2, van: 'voordeur', kaart: { soort: 'tekst', tekst: 'Dat is vermoeiend.' } },
    { nr: 3, van: 'voordeur', kaart: KEUZES },
  ];
  expect(alsTekst(regels)).toContain('Jij:\nMijn kind slaapt slecht\n\nVoordeur:\nDat is vermoeiend.\n\nKan het niet wachten?');
});
