import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AANMELDING, KEUZES } from '../dev/kaarten.js';
import { bewaarSessie } from '../src/kern/opslag.js';
import { Paneel } from '../src/paneel/paneel.js';
import { antwoord, HOI, INSTELLING, laatste, nepServer, NIEUW, OORSPRONG, probleem, status, tekstVan, totDat } from './hulp.js';

async function nieuwPaneel(): Promise<Paneel> {
  const paneel = new Paneel();
  Object.assign(paneel, { gemeente: INSTELLING.gemeente, api: OORSPRONG });
  document.body.replaceChildren(paneel);
  await paneel.begin();
  await paneel.updateComplete;
  return paneel;
}

const zoek = <T extends HTMLElement>(paneel: Paneel, kiezer: string): T => paneel.shadowRoot?.querySelector(kiezer) as T;
const invoer = (paneel: Paneel): HTMLTextAreaElement => zoek(paneel, 'textarea');
const knop = (paneel: Paneel, tekst: string): HTMLButtonElement =>
  [...(paneel.shadowRoot?.querySelectorAll('button') ?? [])].find((kandidaat) => tekstVan(kandidaat) === tekst) as HTMLButtonElement;

async function typ(paneel: Paneel, tekst: string, toets: KeyboardEventInit = { key: 'Enter' }): Promise<KeyboardEvent> {
  const veld = invoer(paneel);
  veld.value = tekst;
  veld.dispatchEvent(new Event('input'));
  await paneel.updateComplete;
  const gebeurtenis = new KeyboardEvent('keydown', { cancelable: true, bubbles: true, ...toets });
  veld.dispatchEvent(gebeurtenis);
  await paneel.updateComplete;
  return gebeurtenis;
}

beforeEach(() => sessionStorage.clear());
afterEach(() => vi.useRealTimers());

describe('het paneel', () => {
  it('toont de berichten in een log die alleen het nieuwe voorleest', async () => {
    nepServer({});
    const log = zoek(await nieuwPaneel(), '[role=log]');
    expect(log.getAttribute('aria-live')).toBe('polite');
    expect(log.getAttribute('aria-relevant')).toBe('additions');
    expect(tekstVan(log)).toBe('Voordeur: Ik ben een computer.');
  });

  it('leest een hervat gesprek niet opnieuw voor, en daarna weer wel', async () => {
    bewaarSessie({ id: 'g1', token: 't1', gemeente: INSTELLING.gemeente, oorsprong: OORSPRONG });
    nepServer({ 'GET /berichten': () => ({ berichten: [{ van: 'voordeur', kaart: HOI }] }) });
    const paneel = await nieuwPaneel();
    expect(zoek(paneel, '[role=log]').getAttribute('aria-live')).toBe('off');
    await totDat(() => zoek(paneel, '[role=log]').getAttribute('aria-live') === 'polite');
  });

  it('heeft bij de invoer een zichtbaar label en altijd de twee veilige knoppen', async () => {
    nepServer({});
    const paneel = await nieuwPaneel();
    expect(tekstVan(zoek(paneel, `label[for=${invoer(paneel).id}]`))).toBe('Je bericht');
    expect(knop(paneel, 'Ik voel me niet veilig')).toBeTruthy();
    const weg = knop(paneel, 'Sluit snel af');
    expect(tekstVan(zoek(paneel, `#${weg.getAttribute('aria-describedby')}`))).toBe('Drie keer Escape doet hetzelfde.');
  });
});

describe('typen', () => {
  it('Enter stuurt, maakt de invoer leeg en laat de focus daar', async () => {
    const verzoeken = nepServer({ 'POST /berichten': () => antwoord(HOI) });
    const paneel = await nieuwPaneel();
    invoer(paneel).focus();
    const gebeurtenis = await typ(paneel, '  hallo ');
    await totDat(() => verzoeken.length === 2);
    expect(verzoeken[1]?.body).toEqual({ tekst: 'hallo' });
    expect(gebeurtenis.defaultPrevented).toBe(true);
    expect(invoer(paneel).value).toBe('');
    expect(paneel.shadowRoot?.activeElement).toBe(invoer(paneel));
  });

  it.each([{ key: 'Enter', shiftKey: true }, { key: 'Enter', isComposing: true }, { key: 'a' }])('%o stuurt niet', async (toets) => {
    const verzoeken = nepServer({});
    const paneel = await nieuwPaneel();
    const gebeurtenis = await typ(paneel, 'hallo', toets);
    expect(gebeurtenis.defaultPrevented).toBe(false);
    expect(verzoeken).toHaveLength(1);
    expect(invoer(paneel).value).toBe('hallo');
  });

  it('stuurt geen leeg bericht', async () => {
    const verzoeken = nepServer({});
    await typ(await nieuwPaneel(), '   ');
    expect(verzoeken).toHaveLength(1);
  });

  it('telt af vlak voor de grens, en laat een te lang bericht toch gaan: de server zoekt er eerst gevaar in', async () => {
    const verzoeken = nepServer({ 'POST /berichten': () => probleem(413, 'Te lang.') });
    const paneel = await nieuwPaneel();
    await typ(paneel, 'a'.repeat(899), { key: 'x' });
    expect(zoek(paneel, '#bericht-teller').hidden).toBe(true);
    await typ(paneel, 'a'.repeat(950), { key: 'x' });
    expect(tekstVan(zoek(paneel, '#bericht-teller'))).toBe('Nog 50 tekens');
    await typ(paneel, 'a'.repeat(1020));
    await totDat(() => verzoeken.length === 2);
    await totDat(() => invoer(paneel).value.length === 1020);
    expect(tekstVan(zoek(paneel, '#bericht-teller'))).toContain('20 tekens te lang');
  });
});

describe('wachten en kiezen', () => {
  it('toont pas na 800 ms dat er een antwoord wordt geschreven', async () => {
    let antwoordt: (waarde: unknown) => void = () => undefined;
    nepServer({ 'POST /berichten': () => new Promise((klaar) => (antwoordt = klaar)) });
    const paneel = await nieuwPaneel();
    vi.useFakeTimers();
    await typ(paneel, 'hallo');
    await vi.advanceTimersByTimeAsync(790);
    await paneel.updateComplete;
    expect(zoek(paneel, '.denkt').hidden).toBe(true);
    await vi.advanceTimersByTimeAsync(20);
    await paneel.updateComplete;
    expect(zoek(paneel, '.denkt').hidden).toBe(false);
    antwoordt(antwoord(HOI));
    await vi.advanceTimersByTimeAsync(0);
    await paneel.updateComplete;
    expect(zoek(paneel, '.denkt').hidden).toBe(true);
  });

  it('zet een keuze als bericht van de bezoeker en de focus in de invoer', async () => {
    nepServer({ 'POST /gesprekken': () => status(201, { ...NIEUW, berichten: [HOI, KEUZES] }), 'POST /berichten': () => antwoord(HOI) });
    const paneel = await nieuwPaneel();
    knop(paneel, 'Dit helpt').click();
    await totDat(() => paneel.shadowRoot?.querySelectorAll('.regel').length === 4);
    expect(tekstVan(zoek(paneel, '.regel--bezoeker'))).toBe('Jij: Dit helpt');
    expect(knop(paneel, 'Dit is niet genoeg').disabled).toBe(true);
    expect(paneel.shadowRoot?.activeElement).toBe(invoer(paneel));
  });

  it('stuurt onveilig als keuze, ook als het vorige gesprek verlopen is', async () => {
    const verzoeken = nepServer({ 'POST /berichten': ({ body }) => (body['tekst'] ? probleem(401, 'Verlopen.') : antwoord(HOI)) });
    const paneel = await nieuwPaneel();
    await typ(paneel, 'hallo');
    await totDat(() => zoek(paneel, '.stand'));
    knop(paneel, 'Ik voel me niet veilig').click();
    await totDat(() => laatste(verzoeken)?.body['keuze'] === 'onveilig');
    expect(verzoeken.filter(({ pad }) => pad.endsWith('/gesprekken'))).toHaveLength(2);
  });

  it('laat een mislukt bericht opnieuw sturen', async () => {
    nepServer({ 'POST /berichten': (_, keer) => (keer === 1 ? probleem(503, 'Even weg.') : antwoord(HOI)) });
    const paneel = await nieuwPaneel();
    await typ(paneel, 'hallo');
    (await totDat(() => knop(paneel, 'Probeer het nog eens'))).click();
    await totDat(() => !zoek(paneel, '.mislukt'));
    expect(zoek(paneel, '.regel--bezoeker').nextElementSibling?.textContent).toContain('Even weg.');
  });
});

describe('gemist of vals alarm', () => {
  const ALARM = [HOI, { soort: 'tekst', tekst: 'Dit zag een computer.', id: 'veiligheid/computer' }, KEUZES];

  it('staat een keer onder het veiligheidsantwoord, met de gemeente en niets over het gesprek in het adres', async () => {
    nepServer({ 'POST /berichten': (_, keer) => antwoord(...(keer === 1 ? ALARM : [HOI])) });
    const paneel = await nieuwPaneel();
    expect(zoek(paneel, 'a')).toBeNull();
    for (const [tekst, regels] of [['help', 5], ['dank je', 7]] as const) {
      await typ(paneel, tekst);
      await totDat(() => paneel.shadowRoot?.querySelectorAll('.regel').length === regels);
    }
    const links = [...(paneel.shadowRoot?.querySelectorAll('a') ?? [])];
    expect(links.map((link) => link.href)).toEqual([`${OORSPRONG}/meld-veiligheid?gemeente=kaag-en-braassem`]);
    expect(tekstVan(links[0])).toBe('Gemist of vals alarm? (opent nieuw venster)');
    expect(links[0]?.closest('.onder')?.previousElementSibling?.querySelector('.keuzes')).toBeTruthy();
  });
});

describe('de aanmelding in het paneel', () => {
  it('verliest niets bij heen en weer gaan en bewaart bij het weggaan', async () => {
    const verzoeken = nepServer({
      'POST /gesprekken': () => status(201, { ...NIEUW, berichten: [AANMELDING] }),
      'PATCH /concept': () => ({}),
    });
    const paneel = await nieuwPaneel();
    knop(paneel, 'Vul de aanmelding in').click();
    const formulier = () => zoek(paneel, 'voordeur-aanmelding').shadowRoot;
    const naam = await totDat(() => zoek(paneel, 'voordeur-aanmelding') && formulier()?.querySelector<HTMLInputElement>('#naam'));
    naam.value = 'Sanne';
    naam.dispatchEvent(new Event('input'));
    formulier()?.querySelector<HTMLButtonElement>('.knop--terug')?.click();
    await totDat(() => zoek(paneel, '[role=log]'));
    expect(laatste(verzoeken)).toMatchObject({ methode: 'PATCH', body: { velden: { naam: 'Sanne' } } });
    knop(paneel, 'Vul de aanmelding in').click();
    await totDat(() => zoek(paneel, 'voordeur-aanmelding') && formulier()?.querySelector<HTMLInputElement>('#naam')?.value === 'Sanne');
  });
});
