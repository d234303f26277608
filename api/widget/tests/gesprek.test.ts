import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bewaarSessie, leesSessie } from '../src/kern/opslag.js';
import { antwoord, HOI, INSTELLING, laatste, nepServer, NIEUW, nieuwGesprek, OORSPRONG, probleem, status, type Verzoek, WEG } from './hulp.js';

const HULP = { soort: 'hulplijn', id: 'x', naam: 'Lijn', waarvoor: 'Praten' } as const;
const sleutels = (verzoeken: Verzoek[]): (string | undefined)[] =>
  verzoeken.filter(({ pad }) => pad.endsWith('/berichten')).map(({ kop }) => kop['Idempotency-Key']);
const soorten = (gesprek: { regels: readonly { kaart: { soort: string } }[] }): string[] => gesprek.regels.map(({ kaart }) => kaart.soort);
const sessie = () => leesSessie(INSTELLING.gemeente, OORSPRONG);

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

async function loop<T>(werk: Promise<T>): Promise<T> {
  await vi.runAllTimersAsync();
  return werk;
}

describe('een nieuw gesprek', () => {
  it('zegt als eerste wat de server zegt en bewaart alleen id en token, in dit tabblad', async () => {
    const verzoeken = nepServer({});
    const { gesprek } = nieuwGesprek();
    await loop(gesprek.start());
    expect(gesprek.regels[0]?.kaart).toEqual(HOI);
    expect(verzoeken[0]?.body).toEqual({ gemeente: 'kaag-en-braassem' });
    expect(sessie()).toMatchObject({ id: 'g1', token: 't1' });
    expect(JSON.stringify(sessionStorage)).not.toContain('computer');
  });

  it('stuurt woorden met het token en zet het antwoord eronder', async () => {
    const verzoeken = nepServer({ 'POST /berichten': () => antwoord({ soort: 'tekst', tekst: 'Dag' }) });
    const { gesprek } = nieuwGesprek();
    await loop(gesprek.start());
    await loop(gesprek.stuur({ tekst: 'hallo' }, 'hallo'));
    expect(verzoeken[1]?.kop['Authorization']).toBe('Bearer t1');
    expect(verzoeken[1]?.body).toEqual({ tekst: 'hallo' });
    expect(gesprek.regels.map(({ van }) => van)).toEqual(['voordeur', 'bezoeker', 'voordeur']);
    expect(gesprek.bezig).toBe(false);
  });

  it('stuurt een keuze als keuze en toont haar als woorden van de bezoeker', async () => {
    const verzoeken = nepServer({ 'POST /berichten': () => antwoord() });
    const { gesprek } = nieuwGesprek();
    await loop(gesprek.start());
    await loop(gesprek.kies(1, 'ja', 'Ja, graag'));
    expect(verzoeken[1]?.body).toEqual({ keuze: 'ja' });
    expect(gesprek.regels[0]?.gekozen).toBe('ja');
    expect(gesprek.regels[1]).toMatchObject({ van: 'bezoeker', kaart: { tekst: 'Ja, graag' } });
  });

  it('houdt de volgorde aan van wat snel achter elkaar komt', async () => {
    const verzoeken = nepServer({ 'POST /berichten': () => antwoord() });
    const { gesprek } = nieuwGesprek();
    const werk = [gesprek.start(), gesprek.stuur({ tekst: 'een' }, 'een'), gesprek.stuur({ tekst: 'twee' }, 'twee')];
    await loop(Promise.all(werk));
    expect(verzoeken.slice(1).map(({ body }) => body['tekst'])).toEqual(['een', 'twee']);
    expect(new Set(sleutels(verzoeken)).size).toBe(2);
  });
});

describe('als de verbinding wegvalt', () => {
  it('probeert het opnieuw met dezelfde sleutel', async () => {
    const verzoeken = nepServer({ 'POST /berichten': (_, keer) => (keer < 3 ? WEG : antwoord(HOI)) });
    const { gesprek } = nieuwGesprek();
    await loop(gesprek.start());
    await loop(gesprek.stuur({ tekst: 'hallo' }, 'hallo'));
    expect(sleutels(verzoeken)).toHaveLength(3);
    expect(new Set(sleutels(verzoeken)).size).toBe(1);
    expect(soorten(gesprek)).toEqual(['tekst', 'tekst', 'tekst']);
  });

  it('houdt na een tijd op, toont de noodlijnen een keer, en gaat later verder met dezelfde sleutel', async () => {
    let weg = true;
    const verzoeken = nepServer({ 'POST /berichten': () => (weg ? WEG : antwoord(HOI)) });
    const { gesprek } = nieuwGesprek();
    await loop(gesprek.start());
    await loop(gesprek.stuur({ tekst: 'hallo' }, 'hallo'));
    await loop(gesprek.probeerOpnieuw(2));
    expect(gesprek.regels[1]?.stand).toBe('mislukt');
    expect(soorten(gesprek).filter((soort) => soort === 'noodlijnen')).toHaveLength(1);
    weg = false;
    await loop(gesprek.probeerAllesOpnieuw());
    expect(gesprek.regels[1]?.stand).toBeUndefined();
    expect(new Set(sleutels(verzoeken)).size).toBe(1);
  });

  it('wacht als hetzelfde bericht nog loopt en ziet een half antwoord als geen antwoord', async () => {
    const stappen = [() => probleem(409, 'loopt nog'), () => new Response('{"rou', { status: 200 }), () => antwoord(HOI)];
    const verzoeken = nepServer({ 'POST /berichten': (_, keer) => stappen[keer - 1]?.() });
    const { gesprek } = nieuwGesprek();
    await loop(gesprek.start());
    await loop(gesprek.stuur({ tekst: 'hallo' }, 'hallo'));
    expect(new Set(sleutels(verzoeken)).size).toBe(1);
    expect(laatste(gesprek.regels)?.kaart).toEqual(HOI);
  });

  it('toont een storing als het gesprek niet kan beginnen, en stuurt daarna wat er wachtte', async () => {
    let weg = true;
    nepServer({ 'POST /gesprekken': () => (weg ? WEG : status(201, NIEUW)), 'POST /berichten': () => antwoord(HOI) });
    const { gesprek } = nieuwGesprek();
    await loop(Promise.all([gesprek.start(), gesprek.stuur({ keuze: 'onveilig' }, 'Ik voel me niet veilig')]));
    expect(gesprek.fase).toBe('storing');
    expect(soorten(gesprek)).toContain('noodlijnen');
    weg = false;
    await loop(gesprek.probeerAllesOpnieuw());
    expect(gesprek.fase).toBe('open');
    expect(laatste(gesprek.regels)?.kaart).toEqual(HOI);
  });
});

describe('als de server nee zegt', () => {
  it.each([429, 503])('toont bij %i de uitleg en de hulplijnen en laat opnieuw proberen', async (nummer) => {
    nepServer({ 'POST /berichten': () => probleem(nummer, 'Wacht even.', [HULP]) });
    const { gesprek } = nieuwGesprek();
    await loop(gesprek.start());
    await loop(gesprek.stuur({ tekst: 'hallo' }, 'hallo'));
    expect(gesprek.regels[1]?.stand).toBe('mislukt');
    expect(soorten(gesprek).slice(2)).toEqual(['melding', 'hulplijn']);
    expect(gesprek.regels[2]?.kaart).toMatchObject({ tekst: 'Wacht even.' });
  });

  it.each([413, 422])('geeft bij %i de tekst terug om haar te veranderen', async (nummer) => {
    nepServer({ 'POST /berichten': () => probleem(nummer, 'Te lang.', [HULP]) });
    const { gesprek, terug } = nieuwGesprek();
    await loop(gesprek.start());
    await loop(gesprek.stuur({ tekst: 'heel lang' }, 'heel lang'));
    expect(terug).toEqual(['heel lang']);
    expect(soorten(gesprek)).toContain('hulplijn');
  });

  it('biedt bij 401 een nieuw gesprek aan, vergeet het token en geeft de tekst terug', async () => {
    nepServer({ 'POST /berichten': () => probleem(401, 'Verlopen.') });
    const { gesprek, terug } = nieuwGesprek();
    await loop(gesprek.start());
    await loop(gesprek.stuur({ tekst: 'hallo' }, 'hallo'));
    expect(gesprek.fase).toBe('verlopen');
    expect(sessie()).toBeNull();
    expect(terug).toEqual(['hallo']);
    await loop(gesprek.opnieuwBeginnen());
    expect(soorten(gesprek)).toEqual(['tekst']);
  });
});

describe('verder op een volgende pagina', () => {
  const bewaard = { id: 'g1', token: 't1', gemeente: INSTELLING.gemeente, oorsprong: OORSPRONG };
  const transcript = { berichten: [{ van: 'bezoeker', kaart: HOI }, { van: 'voordeur', kaart: { soort: 'aanmelding', velden: {} } }] };

  it('haalt het gesprek en het concept op, zonder een nieuw gesprek te beginnen', async () => {
    bewaarSessie(bewaard);
    const verzoeken = nepServer({ 'GET /berichten': () => transcript, 'GET /concept': () => ({ velden: { naam: 'Sanne' } }) });
    const { gesprek } = nieuwGesprek();
    await loop(gesprek.start());
    expect(gesprek.regels.map(({ van }) => van)).toEqual(['bezoeker', 'voordeur']);
    expect(gesprek.hervat).toBe(true);
    expect(gesprek.concept).toEqual({ naam: 'Sanne' });
    expect(verzoeken.some(({ methode }) => methode === 'POST')).toBe(false);
  });

  it('meldt een verlopen gesprek', async () => {
    bewaarSessie(bewaard);
    nepServer({ 'GET /berichten': () => probleem(401, 'Verlopen.') });
    const { gesprek } = nieuwGesprek();
    await loop(gesprek.start());
    expect(gesprek.fase).toBe('verlopen');
  });

  it('vergeet een gesprek na een half uur stilte en dat van een andere gemeente', () => {
    bewaarSessie(bewaard, Date.now() - 31 * 60 * 1000);
    expect(sessie()).toBeNull();
    bewaarSessie({ ...bewaard, gemeente: 'ridderkerk' });
    expect(sessie()).toBeNull();
  });

  it('laat na een alarm niets in het tabblad achter, ook niet na een volgend bericht', async () => {
    nepServer({ 'POST /berichten': (_, keer) => ({ ...(antwoord(HOI) as object), route: keer === 1 ? 'veiligheid' : 'gesprek' }) });
    const { gesprek } = nieuwGesprek();
    await loop(gesprek.start());
    await loop(gesprek.stuur({ keuze: 'onveilig' }, 'Ik voel me niet veilig'));
    expect(sessie()).toBeNull();
    await loop(gesprek.stuur({ tekst: 'dank je' }, 'dank je'));
    expect(sessie()).toBeNull();
    expect(gesprek.fase).toBe('open');
  });
});

describe('wissen', () => {
  it('wist op de server en hier', async () => {
    const verzoeken = nepServer({ 'DELETE /gesprekken/g1': () => new Response(null, { status: 204 }) });
    const { gesprek } = nieuwGesprek();
    await loop(gesprek.start());
    await loop(gesprek.wis());
    expect(laatste(verzoeken)?.methode).toBe('DELETE');
    expect(gesprek.fase).toBe('gewist');
    expect(gesprek.regels).toEqual([]);
    expect(sessie()).toBeNull();
  });

  it('is na de wisknop in het gesprek ook hier gewist', async () => {
    nepServer({ 'POST /berichten': () => antwoord(HOI) });
    const { gesprek } = nieuwGesprek();
    await loop(gesprek.start());
    await loop(gesprek.kies(1, 'wis_gesprek_nu', 'Ja, wis het'));
    expect(gesprek.fase).toBe('gewist');
    expect(sessie()).toBeNull();
  });

  it('zegt niet dat iets gewist is als de server dat niet bevestigt', async () => {
    nepServer({ 'DELETE /gesprekken/g1': () => WEG });
    const { gesprek } = nieuwGesprek();
    await loop(gesprek.start());
    await expect(gesprek.wis()).rejects.toThrow();
    expect(gesprek.fase).toBe('open');
  });
});
