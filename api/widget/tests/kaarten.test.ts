import { describe, expect, it, vi } from 'vitest';
import kaartenPy from '../../../actions/kaarten.py?raw';
import { AANMELDING, ARTIKEL, CONTACT, HULPLIJN, KEUZES, VOORZIENING } from '../dev/kaarten.js';
import { toonKaart, type Omgeving } from '../src/kaarten/kaart.js';
import type { EigenKaart, Kaart } from '../src/kern/typen.js';
import { teken, tekstVan } from './hulp.js';

const VOORBEELDEN: Record<string, Kaart> = {
  tekst: { soort: 'tekst', tekst: 'Hoi' },
  artikel: ARTIKEL,
  voorziening: VOORZIENING,
  hulplijn: HULPLIJN,
  keuzes: KEUZES,
  contact: CONTACT,
  aanmelding: AANMELDING,
  consult: { soort: 'consult', gemeente: 'dam', onderwerp: 'pesten', kern: null },
};

function toon(kaart: Kaart | EigenKaart, deel: Partial<Omgeving> = {}): HTMLElement {
  const niets = (): void => undefined;
  return teken(toonKaart(kaart, { actief: true, aangemeld: false, kies: niets, openAanmelding: niets, ...deel }));
}

describe('de kaarten', () => {
  const soorten = [...kaartenPy.matchAll(/soort: Literal\["(\w+)"\]/g)].map((vondst) => vondst[1] ?? '');

  it('de server heeft kaarten', () => expect(soorten.length).toBeGreaterThan(5));

  it.each(soorten)('toont elke soort die de server kent: %s', (soort) => {
    expect(tekstVan(toon(VOORBEELDEN[soort] as Kaart))).not.toBe('');
  });

  it('leidt een consult naar de pagina op de server, met alleen onderwerp en kern', () => {
    const link = toon(VOORBEELDEN['consult'] as Kaart, { oorsprong: 'https://jgt.voorbeeld' }).querySelector('a');
    expect(link?.getAttribute('href')).toBe('https://jgt.voorbeeld/chat/dam/consult?onderwerp=pesten&kern=');
  });

  it('houdt alineas en regels van een tekst uit elkaar en voert niets uit', () => {
    const vak = toon({ soort: 'tekst', tekst: 'Een\ntwee\n\n<b>drie</b>' });
    const alineas = [...vak.querySelectorAll('p')];
    expect(alineas.map((alinea) => alinea.textContent)).toEqual(['Een\ntwee', '<b>drie</b>']);
    expect(alineas[0]?.getAttribute('dir')).toBe('auto');
  });

  it('toont van een onbekende soort de tekst', () => {
    expect(tekstVan(toon({ soort: 'nieuw', tekst: 'Toch leesbaar' } as unknown as Kaart))).toBe('Toch leesbaar');
  });
});

describe('het artikel', () => {
  it('vouwt de blokken achter lees meer en zet wanneer hulp een keer apart', () => {
    const vak = toon(ARTIKEL);
    const koppen = [...vak.querySelectorAll('details h4')].map(tekstVan);
    expect(koppen).toEqual(['Wat is gewoon', 'Wat je vandaag kunt doen', 'Liever niet', 'Bronnen']);
    expect(vak.querySelector('details')?.open).toBe(false);
    expect(tekstVan(vak.querySelector('summary'))).toContain('Lees meer');
    expect(tekstVan(vak.querySelector('.let-op'))).toContain('Slaapt je kind al langer');
  });

  it('toont bronnen als veilige links, de datum in woorden en het merk van een concept', () => {
    const vak = toon(ARTIKEL);
    const link = vak.querySelector('a');
    expect(link?.getAttribute('rel')).toContain('noopener');
    expect(link?.target).toBe('_blank');
    expect(tekstVan(link)).toBe('Slapen bij peuters (opent nieuw venster)');
    expect(tekstVan(vak)).toContain('Nagekeken op 22 november 2026');
    expect(tekstVan(vak)).toContain('Concept: nog niet ondertekend');
    expect(tekstVan(toon({ ...ARTIKEL, concept: false }))).not.toContain('Concept');
  });

  it('maakt geen link van een adres dat geen webadres is', () => {
    const vak = toon({ ...ARTIKEL, bronnen: [{ titel: 'Raar', url: 'javascript:alert(1)' }] });
    expect(vak.querySelector('.bronnen a')).toBeNull();
    expect(tekstVan(vak.querySelector('.bronnen'))).toBe('Raar');
  });
});

describe('plekken en nummers', () => {
  it('maakt van een nummer een tel-link en noemt open, gratis en chat', () => {
    const vak = toon(HULPLIJN);
    expect(vak.querySelector('a')?.getAttribute('href')).toBe('tel:0001111111');
    expect(tekstVan(vak)).toContain('nu open tot 21.00 uur · gratis');
    const links = [...vak.querySelectorAll('.bronnen a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['https://chat.voorbeeld.nl/', 'https://www.voorbeeld.nl/oor']);
  });

  it.each([VOORZIENING, CONTACT, { ...HULPLIJN, demo: true }])('zegt bij verzonnen waarden dat het een voorbeeld is', (kaart) => {
    expect(tekstVan(toon(kaart).querySelector('.label'))).toBe('voorbeeld');
    expect(toon({ ...kaart, demo: false }).querySelector('.label')).toBeNull();
  });

  it.each(['hoe_kom_je_er', 'telefoon', 'url'] as const)('verwijst niet naar het JGT als er een %s is', (veld) => {
    const leeg = { ...VOORZIENING, hoe_kom_je_er: null, telefoon: null, url: null };
    expect(tekstVan(toon({ ...leeg, [veld]: VOORZIENING[veld] }))).not.toContain('Vraag het Jeugd- en Gezinsteam');
  });

  it('zegt bij een voorziening zonder weg erheen dat het JGT die weet', () => {
    const leeg = { ...VOORZIENING, hoe_kom_je_er: null, telefoon: null, url: null };
    expect(tekstVan(toon(leeg))).toContain('Vraag het Jeugd- en Gezinsteam hoe je hier terechtkunt.');
  });

  it('zegt eerlijk dat een nummer ontbreekt', () => {
    expect(tekstVan(toon({ ...CONTACT, telefoon: null }))).toContain('Het nummer staat hier nog niet');
  });

  it('heeft zelf de noodlijnen bij zich, met het tweede nummer van 113', () => {
    const nummers = [...toon({ soort: 'noodlijnen' }).querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(nummers).toContain('tel:112');
    expect(nummers).toContain('tel:113');
    expect(nummers).toContain('tel:08000113');
  });
});

describe('de keuzes', () => {
  it('geven waarde en label door', () => {
    const kies = vi.fn();
    toon(KEUZES, { kies }).querySelectorAll('button')[1]?.click();
    expect(kies).toHaveBeenCalledWith('niet_genoeg', 'Dit is niet genoeg');
  });

  it('zijn na het kiezen dood en laten zien wat gekozen is', () => {
    const kies = vi.fn();
    const knoppen = [...toon(KEUZES, { kies, gekozen: 'geholpen' }).querySelectorAll('button')];
    knoppen.forEach((knop) => knop.click());
    expect(knoppen.every((knop) => knop.disabled)).toBe(true);
    expect(tekstVan(knoppen[0])).toBe('Dit helpt (gekozen)');
    expect(kies).not.toHaveBeenCalled();
  });
});

describe('de aanmelding in het gesprek', () => {
  it('opent het formulier', () => {
    const openAanmelding = vi.fn();
    toon(AANMELDING, { openAanmelding }).querySelector('button')?.click();
    expect(openAanmelding).toHaveBeenCalledOnce();
  });

  it('is na versturen of bij een nieuwere kaart niet meer te openen', () => {
    expect(toon(AANMELDING, { aangemeld: true }).querySelector('button')).toBeNull();
    expect(toon(AANMELDING, { actief: false }).querySelector('button')).toBeNull();
  });
});
