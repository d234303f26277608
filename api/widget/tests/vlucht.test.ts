import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bewaarSessie, leesSessie } from '../src/kern/opslag.js';
import { DrieKeerEscape, vlucht, vluchtadres } from '../src/kern/vlucht.js';
import { INSTELLING, laatste, nepServer, nieuwGesprek, OORSPRONG } from './hulp.js';

describe('sluit snel af', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => (document.documentElement.hidden = false));

  it('verbergt de pagina, wist het tabblad, wist op de server en gaat weg', () => {
    bewaarSessie({ id: 'g1', token: 't1', gemeente: INSTELLING.gemeente, oorsprong: OORSPRONG });
    const ga = vi.fn();
    const wis = vi.fn(() => Promise.reject(new Error('weg')));
    vlucht('https://weer.test/', wis, ga);
    expect(document.documentElement.hidden).toBe(true);
    expect(sessionStorage.length).toBe(0);
    expect(wis).toHaveBeenCalledOnce();
    expect(ga).toHaveBeenCalledWith('https://weer.test/');
  });

  it('stuurt het wissen door als de pagina al weg is, en bewaart niets dat nog binnenkomt', async () => {
    const verzoeken = nepServer({ 'DELETE /gesprekken/g1': () => new Response(null, { status: 204 }), 'PATCH /concept': () => ({}) });
    const { gesprek } = nieuwGesprek();
    await gesprek.start();
    sessionStorage.clear();
    await gesprek.vlucht();
    await gesprek.bewaarConcept({ naam: 'Sanne' }, { naam: 'Sanne' });
    expect(laatste(verzoeken)).toMatchObject({ methode: 'DELETE', keepalive: true });
    expect(leesSessie(INSTELLING.gemeente, OORSPRONG)).toBeNull();
  });

  it.each([null, '', 'javascript:alert(1)', 'data:text/html,hoi', 'http://['])('gaat bij %s naar het weer', (adres) => {
    expect(vluchtadres(adres)).toBe('https://www.buienradar.nl/');
  });

  it('gaat naar wat de gemeente koos', () => {
    expect(vluchtadres('https://www.nu.nl/')).toBe('https://www.nu.nl/');
  });
});

describe('drie keer Escape', () => {
  const hoor = (escape: DrieKeerEscape, timeStamp: number, anders: Partial<KeyboardEvent> = {}): boolean =>
    escape.hoor({ key: 'Escape', repeat: false, isComposing: false, timeStamp, ...anders });

  it('telt binnen twee seconden, en daarna opnieuw', () => {
    const escape = new DrieKeerEscape();
    expect([0, 1_000, 2_000, 2_100].map((moment) => hoor(escape, moment))).toEqual([false, false, true, false]);
  });

  it('telt niet wat langer duurt', () => {
    const escape = new DrieKeerEscape();
    expect([0, 1_000, 2_001].map((moment) => hoor(escape, moment))).toEqual([false, false, false]);
    expect(hoor(escape, 2_500)).toBe(true);
  });

  it.each([{ repeat: true }, { isComposing: true }, { key: 'Enter' }])('telt %o niet mee', (anders) => {
    const escape = new DrieKeerEscape();
    expect([0, 10, 20].map((moment) => hoor(escape, moment, anders))).toEqual([false, false, false]);
  });
});
