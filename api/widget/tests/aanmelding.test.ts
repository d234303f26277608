import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AANMELDING } from '../dev/kaarten.js';
import { Aanmelding } from '../src/aanmelding/aanmelding.js';
import { keur } from '../src/aanmelding/keuring.js';
import { alsRegels, naarVelden, naarWaarden, verschil } from '../src/aanmelding/omzetten.js';
import { ALLE } from '../src/aanmelding/velden.js';
import type { Velden } from '../src/kern/typen.js';
import { GEMEENTE, laatste, nepServer, nieuwGesprek, probleem, type Proefgesprek, status, tekstVan, totDat, type Verzoek, WEG } from './hulp.js';

const VOLLEDIG: Velden = {
  rol: 'ouder',
  naam: 'Sanne',
  kern: 'woubrugge',
  zorg: 'Slaapt slecht.\nWe zijn op.',
  kind_leeftijd: '3 jaar',
  leefgebieden: ['geldzorgen', 'wonen'],
  contact: { telefoon: '06 12345678', vorm: 'op school', wanneer: ['ochtend', 'avond'], veilig_bellen: true, voicemail_ok: false, tolk: 'Arabisch' },
  opmerking: 'Niet op maandag.',
};
const ONTVANGST = { kenmerk: 'KB-7K4P2', code: 'appel-fiets', status: 'ontvangen', contact_voor: '2026-11-27', eerst_gelezen: '2026-11-23T07:30:00Z', telefoon: '000 - 00' };

interface Proef extends Proefgesprek {
  formulier: Aanmelding;
}

async function nieuwFormulier(velden: Velden): Promise<Proef> {
  const proef = nieuwGesprek();
  await proef.gesprek.start();
  const formulier = new Aanmelding();
  Object.assign(formulier, { gesprek: proef.gesprek, velden, slug: 'kaag-en-braassem' });
  document.body.replaceChildren(formulier);
  await totDat(() => zoek(formulier, '#kern option[value=woubrugge]'));
  return { ...proef, formulier };
}

const zoek = <T extends HTMLElement>(formulier: Aanmelding, kiezer: string): T => formulier.shadowRoot?.querySelector(kiezer) as T;
const knop = (formulier: Aanmelding, tekst: string): HTMLButtonElement =>
  [...(formulier.shadowRoot?.querySelectorAll('button') ?? [])].find((kandidaat) => tekstVan(kandidaat) === tekst) as HTMLButtonElement;

async function druk(formulier: Aanmelding, tekst: string): Promise<void> {
  knop(formulier, tekst).click();
  await formulier.updateComplete;
}

async function vulIn(formulier: Aanmelding, id: string, waarde: string): Promise<void> {
  const veld = zoek<HTMLInputElement>(formulier, `#${id}`);
  veld.value = waarde;
  veld.dispatchEvent(new Event('input'));
  veld.dispatchEvent(new Event('blur'));
  await formulier.updateComplete;
  await new Promise((klaar) => setTimeout(klaar));
  await formulier.updateComplete;
}

const verstuurd = (verzoeken: Verzoek[]): Verzoek[] => verzoeken.filter(({ pad }) => pad.endsWith('/aanmeldingen'));

beforeEach(() => sessionStorage.clear());

describe('de velden', () => {
  it('komen uit het gesprek en gaan er hetzelfde weer uit', () => {
    expect(naarVelden(naarWaarden(VOLLEDIG))).toEqual(VOLLEDIG);
  });

  it('laten weg wat leeg is en wat het formulier niet toont', () => {
    const vreemd = { ...VOLLEDIG, zorg: '  ', bsn: '1', contact: { telefoon: '' } } as Velden;
    const { zorg: _zorg, contact: _contact, ...rest } = VOLLEDIG;
    expect(naarVelden(naarWaarden(vreemd))).toEqual(rest);
  });

  it('staan in het formulier met label, hint en reden', async () => {
    nepServer({});
    const { formulier } = await nieuwFormulier(VOLLEDIG);
    for (const { id } of ALLE) {
      const veld = zoek(formulier, `#${id}`);
      const vak = veld.closest('.veld');
      expect(tekstVan(vak?.querySelector('.veld__label')), id).not.toBe('');
      expect(veld.getAttribute('aria-describedby'), id).toContain(`${id}-hint`);
      expect(tekstVan(vak?.querySelector('details')), id).toContain('Waarom vraag je dit?');
    }
    expect(zoek<HTMLTextAreaElement>(formulier, '#zorg').value).toBe(VOLLEDIG.zorg);
    expect(zoek<HTMLSelectElement>(formulier, '#kern').value).toBe('woubrugge');
    expect(zoek<HTMLInputElement>(formulier, 'input[name=veilig_bellen][value=ja]').checked).toBe(true);
    expect(zoek<HTMLInputElement>(formulier, 'input[name=voicemail_ok][value=nee]').checked).toBe(true);
  });
});

describe('een kern die niet op de lijst staat', () => {
  it('wordt vergeten en moet worden gekozen', async () => {
    nepServer({});
    const { formulier } = await nieuwFormulier({ ...VOLLEDIG, kern: 'elders' });
    await druk(formulier, 'Kijk na wat we sturen');
    expect(tekstVan(zoek(formulier, '#kern-fout'))).toContain('Kies waar jullie wonen');
  });
});

describe('de keuring', () => {
  it('vraagt vijf dingen en niet meer', () => {
    expect(Object.keys(keur({})).sort()).toEqual(['kern', 'naam', 'rol', 'telefoon', 'zorg']);
  });

  it('is tevreden met een van de twee manieren om iemand te bereiken', () => {
    const basis = naarWaarden({ ...VOLLEDIG, contact: {} });
    expect(keur({ ...basis, telefoon: '+31 6 1234 5678' })).toEqual({});
    expect(keur({ ...basis, email: 'sanne@voorbeeld.nl' })).toEqual({});
  });

  it.each(['bel me', '12', '06-123', '612345678'])('keurt %s af als telefoonnummer', (telefoon) => {
    expect(keur({ ...naarWaarden(VOLLEDIG), telefoon })).toHaveProperty('telefoon');
  });

  it.each(['sanne', 'sanne@', '@x.nl', 'a b@x.nl', 'sanne@nl'])('keurt %s af als e-mailadres', (email) => {
    expect(keur({ ...naarWaarden(VOLLEDIG), email })).toHaveProperty('email');
  });

  it('zet bij het verlaten van een veld de fout ernaast, en haalt haar weg bij het typen', async () => {
    nepServer({});
    const { formulier } = await nieuwFormulier({});
    await vulIn(formulier, 'telefoon', 'bel me');
    const veld = zoek(formulier, '#telefoon');
    expect(veld.getAttribute('aria-invalid')).toBe('true');
    expect(veld.getAttribute('aria-describedby')).toBe('telefoon-fout telefoon-hint');
    expect(tekstVan(zoek(formulier, '#telefoon-fout'))).toContain('geen telefoonnummer');
    await vulIn(formulier, 'telefoon', '0612345678');
    expect(zoek(formulier, '#telefoon-fout')).toBeNull();
    expect(veld.hasAttribute('aria-invalid')).toBe(false);
  });

  it('gaat bij fouten niet verder en zet de focus op de eerste', async () => {
    nepServer({});
    const { formulier } = await nieuwFormulier({ rol: 'ouder' });
    await druk(formulier, 'Kijk na wat we sturen');
    await totDat(() => formulier.shadowRoot?.activeElement?.id === 'naam');
    expect(tekstVan(zoek(formulier, 'h2'))).toBe('Je aanmelding');
    expect(formulier.shadowRoot?.querySelectorAll('[aria-invalid=true]')).toHaveLength(4);
  });
});

describe('dit sturen we', () => {
  it('toont elk veld dat meegaat, woord voor woord', async () => {
    const regels = alsRegels(VOLLEDIG, GEMEENTE);
    expect(regels.map(({ id }) => id).sort()).toEqual(
      ['email', ...Object.keys(VOLLEDIG).filter((id) => id !== 'contact'), ...Object.keys(VOLLEDIG.contact ?? {})].filter((id) => id !== 'email').sort(),
    );
    expect(regels.find(({ id }) => id === 'zorg')?.tekst).toBe(VOLLEDIG.zorg);
    expect(regels.find(({ id }) => id === 'kern')?.tekst).toBe('Woubrugge');
    expect(regels.find(({ id }) => id === 'wanneer')?.tekst).toBe('Ochtend, Avond');
    expect(regels.find(({ id }) => id === 'voicemail_ok')?.tekst).toBe('Nee');
  });

  it('zegt wie het leest en hoe lang het bewaard blijft, en laat aanpassen zonder iets te verliezen', async () => {
    nepServer({ 'PATCH /concept': () => ({}) });
    const { formulier } = await nieuwFormulier(VOLLEDIG);
    await druk(formulier, 'Kijk na wat we sturen');
    const tekst = tekstVan(zoek(formulier, '.formulier'));
    expect(tekst).toContain('Een medewerker van het JGT Woubrugge leest dit');
    expect(tekst).toContain('30 dagen');
    await totDat(() => formulier.shadowRoot?.activeElement?.localName === 'h2');
    await druk(formulier, 'Aanpassen');
    expect(zoek<HTMLInputElement>(formulier, '#naam').value).toBe('Sanne');
  });

  it('stuurt precies wat er staat, met toestemming en token, en toont de bevestiging', async () => {
    const verzoeken = nepServer({ 'PATCH /concept': () => ({}), 'POST /aanmeldingen': () => status(201, ONTVANGST) });
    const { formulier, gesprek } = await nieuwFormulier(VOLLEDIG);
    await druk(formulier, 'Kijk na wat we sturen');
    await druk(formulier, 'Versturen');
    await totDat(() => zoek(formulier, '.bevestiging'));
    const [post] = verstuurd(verzoeken);
    expect(post?.body).toEqual({ gesprek: 'g1', velden: VOLLEDIG, toestemming: { versturen: true } });
    expect(post?.kop['Authorization']).toBe('Bearer t1');
    const tekst = tekstVan(zoek(formulier, '.bevestiging'));
    for (const deel of ['KB-7K4P2', 'appel-fiets', 'vrijdag 27 november 2026', 'maandag 23 november, 08.30 uur', 'Bel 000 - 00']) {
      expect(tekst).toContain(deel);
    }
    expect(gesprek.aangemeld).toBe(true);
    expect(JSON.stringify(laatste(gesprek.regels)?.kaart)).toContain('KB-7K4P2');
    expect(JSON.stringify(sessionStorage)).not.toContain('appel-fiets');
  });

  it('gebruikt bij opnieuw proberen dezelfde sleutel, en een andere als de tekst verandert', async () => {
    const verzoeken = nepServer({
      'PATCH /concept': () => ({}),
      'POST /aanmeldingen': (_, keer) => (keer <= 2 ? probleem(503, 'Even weg.') : status(201, ONTVANGST)),
    });
    const { formulier } = await nieuwFormulier(VOLLEDIG);
    await druk(formulier, 'Kijk na wat we sturen');
    await druk(formulier, 'Versturen');
    await totDat(() => zoek(formulier, '[role=alert]'));
    expect(tekstVan(zoek(formulier, '[role=alert]'))).toBe('Even weg.');
    await druk(formulier, 'Versturen');
    await totDat(() => verstuurd(verzoeken).length === 2 && !knop(formulier, 'Versturen').disabled);
    await druk(formulier, 'Aanpassen');
    await vulIn(formulier, 'naam', 'Sanne B');
    await druk(formulier, 'Kijk na wat we sturen');
    await druk(formulier, 'Versturen');
    await totDat(() => zoek(formulier, '.bevestiging'));
    const sleutels = verstuurd(verzoeken).map(({ kop }) => kop['Idempotency-Key']);
    expect(sleutels[1]).toBe(sleutels[0]);
    expect(sleutels[2]).not.toBe(sleutels[0]);
  });

  it('gaat bij een veld dat de server afkeurt terug, met diens uitleg ernaast en de focus erop', async () => {
    const velden = [{ veld: 'velden.contact.tolk', uitleg: 'Dit is te lang.' }, { veld: 'velden.iets.anders', uitleg: 'x' }];
    nepServer({ 'PATCH /concept': () => ({}), 'POST /aanmeldingen': () => probleem(422, 'Een veld klopt niet.', [], { velden }) });
    const { formulier } = await nieuwFormulier(VOLLEDIG);
    await druk(formulier, 'Kijk na wat we sturen');
    await druk(formulier, 'Versturen');
    await totDat(() => formulier.shadowRoot?.activeElement?.id === 'tolk');
    expect(tekstVan(zoek(formulier, '#tolk-fout'))).toBe('Let op: Dit is te lang.');
    expect(tekstVan(zoek(formulier, '[role=alert]'))).toBe('Een veld klopt niet.');
  });

  it('toont hulplijnen en veiligheidsantwoord die met een weigering meekomen', async () => {
    const kaart = { soort: 'hulplijn', id: 'x', naam: 'Noodlijn', waarvoor: 'Nu bellen' };
    nepServer({ 'PATCH /concept': () => ({}), 'POST /aanmeldingen': () => probleem(422, 'De tekst is te lang.', [kaart]) });
    const { formulier } = await nieuwFormulier(VOLLEDIG);
    await druk(formulier, 'Kijk na wat we sturen');
    await druk(formulier, 'Versturen');
    await totDat(() => zoek(formulier, '.kaart--hulplijn'));
    expect(tekstVan(zoek(formulier, '.formulier'))).toContain('De tekst is te lang.');
  });
});

describe('bewaren', () => {
  it('noemt alleen wat anders is, en wat leeg is gemaakt als null', () => {
    const oud = { naam: 'Sanne', zorg: 'x', contact: { telefoon: '06', wanneer: ['ochtend'] } };
    expect(verschil({ naam: 'Sanne', wens: 'rust', contact: { telefoon: '06' } }, oud)).toEqual({ zorg: null, wens: 'rust', contact: { wanneer: null } });
    expect(verschil(oud, oud)).toEqual({});
  });

  it('stuurt alleen wat veranderd is', async () => {
    const verzoeken = nepServer({ 'PATCH /concept': () => ({}) });
    const { formulier } = await nieuwFormulier(AANMELDING.velden);
    expect(await formulier.bewaar()).toBe(true);
    expect(verzoeken.some(({ methode }) => methode === 'PATCH')).toBe(false);
    await vulIn(formulier, 'naam', 'Sanne');
    expect(await formulier.bewaar(true)).toBe(true);
    expect(laatste(verzoeken)).toMatchObject({ methode: 'PATCH', keepalive: true, body: { velden: { naam: 'Sanne' } } });
  });

  it('houdt de invulling vast als de server weg is', async () => {
    nepServer({ 'PATCH /concept': () => WEG });
    const { formulier, gesprek } = await nieuwFormulier({});
    await vulIn(formulier, 'naam', 'Sanne');
    expect(await formulier.bewaar()).toBe(false);
    expect(gesprek.concept).toEqual({ naam: 'Sanne' });
  });
});

describe('gevaar in wat er is opgeschreven', () => {
  const GEVAAR = [
    { soort: 'tekst', id: 'veiligheid/computer', tekst: 'Bel 112.' },
    { soort: 'keuzes', keuzes: [{ label: 'Zo bedoelde ik het niet', keuze: 'x' }] },
  ];

  it('krijgt meteen antwoord bij het verlaten van het veld, boven al het andere en in het gesprek', async () => {
    nepServer({ 'PATCH /concept': () => ({ berichten: GEVAAR }) });
    const { formulier, gesprek } = await nieuwFormulier(VOLLEDIG);
    await vulIn(formulier, 'zorg', 'het is niet veilig');
    const eerst = await totDat(() => zoek(formulier, '.eerst[role=alert]'));
    expect(tekstVan(eerst)).toBe('Lees dit eerst Bel 112.');
    expect(eerst.compareDocumentPosition(zoek(formulier, 'form'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(eerst.querySelector('details')?.open).toBe(true);
    expect(JSON.stringify(gesprek.regels)).toContain('Bel 112.');
  });

  it('klapt in als iemand verdergaat, en blijft er staan', async () => {
    nepServer({ 'PATCH /concept': () => ({ berichten: GEVAAR }) });
    const { formulier } = await nieuwFormulier(VOLLEDIG);
    await vulIn(formulier, 'zorg', 'het is niet veilig');
    await totDat(() => zoek(formulier, '.eerst'));
    await druk(formulier, 'Kijk na wat we sturen');
    expect(zoek<HTMLDetailsElement>(formulier, '.eerst details').open).toBe(false);
  });

  it('staat ook boven de bevestiging', async () => {
    nepServer({ 'PATCH /concept': () => ({}), 'POST /aanmeldingen': () => status(201, { ...ONTVANGST, berichten: GEVAAR }) });
    const { formulier } = await nieuwFormulier(VOLLEDIG);
    await druk(formulier, 'Kijk na wat we sturen');
    await druk(formulier, 'Versturen');
    const bevestiging = await totDat(() => zoek(formulier, '.bevestiging'));
    expect(tekstVan(zoek(formulier, '.eerst'))).toContain('Bel 112.');
    expect(tekstVan(bevestiging)).not.toContain('Bel 112.');
  });
});

describe('de bevestiging', () => {
  const AGENDA = 'BEGIN:VCALENDAR\r\nSUMMARY:Herinnering\r\nEND:VCALENDAR\r\n';
  const PLEK = { soort: 'voorziening', id: 'x', naam: 'Oudergroep', wat: 'Samen praten.', nagekeken_op: '2026-11-22' };
  const RIJK = {
    ...ONTVANGST,
    ...{ team: 'JGT Voorbeeld', uren: 'maandag van 9.00 tot 12.00 uur', telefoon: '000-000 00 01', agenda: AGENDA },
    intussen: { artikelen: [{ titel: 'Je peuter komt uit bed', adres: '/kennis/slapen/x?gemeente=g' }], plekken: [PLEK] },
    rechten: [{ ...PLEK, naam: 'Cliëntondersteuning' }],
  };

  async function verzonden(ontvangst: object): Promise<Aanmelding> {
    nepServer({ 'PATCH /concept': () => ({}), 'POST /aanmeldingen': () => status(201, ontvangst) });
    const { formulier } = await nieuwFormulier(VOLLEDIG);
    await druk(formulier, 'Kijk na wat we sturen');
    await druk(formulier, 'Versturen');
    await totDat(() => zoek(formulier, '.bevestiging'));
    return formulier;
  }

  it('zegt wat er nu gebeurt, wanneer er iemand opneemt, wat intussen helpt en wie naast je staat', async () => {
    const tekst = tekstVan(zoek(await verzonden(RIJK), '.bevestiging'));
    for (const deel of ['Een medewerker van het JGT Voorbeeld', 'maandag van 9.00', 'Je peuter komt uit bed', 'Oudergroep', 'Cliëntondersteuning'])
      expect(tekst).toContain(deel);
  });

  it('laat artikelen en mensen niet op papier komen', async () => {
    const formulier = await verzonden(RIJK);
    expect(tekstVan(zoek(formulier, '.niet-afdrukken'))).toContain('Cliëntondersteuning');
    expect(tekstVan(zoek(formulier, '.niet-afdrukken'))).not.toContain(RIJK.kenmerk);
  });

  it('geeft de datum als bestand met een naam die niets zegt', async () => {
    const formulier = await verzonden(RIJK);
    const bestanden: Blob[] = [];
    const namen: string[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => (bestanden.push(blob as Blob), 'blob:x'));
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      namen.push(this.download);
    });
    await druk(formulier, 'Zet de datum in je agenda');
    expect(namen).toEqual(['herinnering.ics']);
    expect(await bestanden[0]?.text()).toBe(AGENDA);
    vi.restoreAllMocks();
  });

  it('mist niets als een oudere server die delen niet stuurt', async () => {
    const formulier = await verzonden({ ...ONTVANGST, berichten: [] });
    expect(tekstVan(zoek(formulier, '.bevestiging'))).not.toContain('Wat intussen kan helpen');
    expect(tekstVan(zoek(formulier, '.bevestiging'))).not.toContain('agenda');
  });
});

describe('op een telefoon', () => {
  beforeEach(() => {
    vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined } as unknown as MediaQueryList);
  });
  afterEach(() => vi.restoreAllMocks());

  const voortgang = (formulier: Aanmelding): string => tekstVan(zoek(formulier, '#voortgang'));

  it('is elk deel een stap, en blijft staan wat in een ander deel is ingevuld', async () => {
    nepServer({ 'PATCH /concept': () => ({}) });
    const { formulier } = await nieuwFormulier({ ...VOLLEDIG, naam: '' });
    expect(zoek(formulier, '#zorg')).toBeNull();
    await vulIn(formulier, 'naam', 'Robin');
    await druk(formulier, 'Volgende');
    expect(voortgang(formulier)).toBe('Stap 2 van 5');
    expect(zoek<HTMLTextAreaElement>(formulier, '#zorg').value).toBe(VOLLEDIG.zorg);
    await totDat(() => formulier.shadowRoot?.activeElement?.localName === 'h2');
    await druk(formulier, 'Vorige');
    expect(zoek<HTMLInputElement>(formulier, '#naam').value).toBe('Robin');
  });

  it('gaat het pas verder als dit deel klopt, en niet om een ander deel', async () => {
    nepServer({ 'PATCH /concept': () => ({}) });
    const { formulier } = await nieuwFormulier({ rol: 'ouder', kern: 'woubrugge' });
    await druk(formulier, 'Volgende');
    await totDat(() => formulier.shadowRoot?.activeElement?.id === 'naam');
    expect(voortgang(formulier)).toBe('Stap 1 van 5');
    expect(tekstVan(zoek(formulier, '.formulier'))).not.toContain('Schrijf kort waar je hulp bij wilt');
    await vulIn(formulier, 'naam', 'Robin');
    await druk(formulier, 'Volgende');
    expect(voortgang(formulier)).toBe('Stap 2 van 5');
  });

  it('brengt een fout die de server vindt terug naar het deel waar het veld staat', async () => {
    const velden = [{ veld: 'velden.zorg', uitleg: 'Dit is te lang.' }];
    nepServer({ 'PATCH /concept': () => ({}), 'POST /aanmeldingen': () => probleem(422, 'Een veld klopt niet.', [], { velden }) });
    const { formulier } = await nieuwFormulier(VOLLEDIG);
    for (const knoptekst of ['Volgende', 'Volgende', 'Volgende', 'Kijk na wat we sturen', 'Versturen']) await druk(formulier, knoptekst);
    await totDat(() => formulier.shadowRoot?.activeElement?.id === 'zorg');
    expect(voortgang(formulier)).toBe('Stap 2 van 5');
  });
});
