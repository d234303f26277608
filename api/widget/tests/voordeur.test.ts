import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VoordeurChat } from '../src/voordeur.js';
import { nepServer, tekstVan, totDat } from './hulp.js';

function plaats(...attributen: string[]): VoordeurChat {
  const chat = document.createElement('voordeur-chat') as VoordeurChat;
  chat.setAttribute('gemeente', 'kaag-en-braassem');
  chat.setAttribute('api', 'https://voordeur.test');
  attributen.forEach((naam) => chat.setAttribute(naam, ''));
  document.body.replaceChildren(chat);
  return chat;
}

const starter = (chat: VoordeurChat): HTMLButtonElement => chat.shadowRoot?.querySelector('.starter') as HTMLButtonElement;
const paneel = (chat: VoordeurChat): HTMLElement | null | undefined => chat.shadowRoot?.querySelector('voordeur-paneel');

const toets = (key: string, doel: EventTarget = document.body): boolean =>
  doel.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));

beforeEach(() => {
  sessionStorage.clear();
  nepGeschiedenis();
});
afterEach(() => (document.documentElement.hidden = false));

/** A tab whose history can be walked; gives where it stands. */
function nepGeschiedenis(): { plek: number; lengte: number; gegaan: number; terug: () => void } {
  const stappen: unknown[] = [{ site: 1 }];
  const stand = { plek: 0, lengte: 1, gegaan: 0, terug: () => ga(-1) };
  const ga = (stap: number): void => {
    stand.plek += stap;
    stand.gegaan++;
    window.dispatchEvent(new PopStateEvent('popstate', { state: stappen[stand.plek] }));
  };
  vi.spyOn(window.history, 'state', 'get').mockImplementation(() => stappen[stand.plek]);
  vi.spyOn(window.history, 'back').mockImplementation(() => void setTimeout(() => ga(-1)));
  vi.spyOn(window.history, 'pushState').mockImplementation((toestand) => {
    stappen.splice(++stand.plek, Infinity, toestand);
    stand.lengte = stappen.length;
  });
  return stand;
}

describe('het element op de pagina', () => {
  it('is eerst een echte knop, en vraagt niets aan de server', async () => {
    const verzoeken = nepServer({});
    const chat = plaats();
    expect(starter(chat).type).toBe('button');
    expect(starter(chat).getAttribute('aria-expanded')).toBe('false');
    expect(tekstVan(starter(chat))).toBe('Stel je vraag');
    expect(verzoeken).toHaveLength(0);
  });

  it('opent met de knop en zet de focus in de invoer', async () => {
    nepServer({});
    const chat = plaats();
    starter(chat).click();
    expect(starter(chat).getAttribute('aria-expanded')).toBe('true');
    await totDat(() => paneel(chat)?.shadowRoot?.activeElement?.id === 'bericht');
  });

  it('sluit met Escape, geeft de focus terug en houdt het gesprek vast', async () => {
    const verzoeken = nepServer({});
    const chat = plaats();
    starter(chat).click();
    const eerste = await totDat(() => paneel(chat)?.shadowRoot?.querySelector('[role=log] .regel') && paneel(chat));
    eerste.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect(chat.isOpen).toBe(false);
    expect(starter(chat).getAttribute('aria-expanded')).toBe('false');
    expect(chat.shadowRoot?.activeElement).toBe(starter(chat));
    starter(chat).click();
    expect(paneel(chat)).toBe(eerste);
    expect(verzoeken).toHaveLength(1);
  });

  it('begint met `open` vanzelf, zonder de focus te pakken', async () => {
    nepServer({});
    const chat = plaats('open', 'inline');
    await totDat(() => paneel(chat)?.shadowRoot?.querySelector('[role=log] .regel'));
    expect(document.activeElement).not.toBe(chat);
    expect(paneel(chat)?.shadowRoot?.querySelector('.kop__sluit')).toBeNull();
  });

  it('blijft in de pagina staan bij Escape als het geen zwevend venster is', async () => {
    nepServer({});
    const chat = plaats('open', 'inline');
    await totDat(() => paneel(chat));
    paneel(chat)?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect(chat.isOpen).toBe(true);
  });

  it('toont de noodlijnen als de rest niet geladen kan worden, en probeert het daarna weer', async () => {
    nepServer({});
    const chat = plaats();
    const laad = vi.spyOn(chat as unknown as { laad: () => Promise<void> }, 'laad').mockRejectedValueOnce(new Error('weg'));
    await chat.open();
    const fout = chat.shadowRoot?.querySelector('[role=alert]');
    expect(tekstVan(fout)).toContain('De chat laadt niet');
    expect(fout?.querySelector('a[href="tel:112"]')).toBeTruthy();
    await chat.sluit();
    await chat.open();
    expect(laad).toHaveBeenCalledTimes(2);
    expect(paneel(chat)).toBeTruthy();
  });
});

describe('drie keer Escape', () => {
  const ga = (): ReturnType<typeof vi.fn> => vi.spyOn(window.location, 'replace').mockImplementation(() => undefined) as never;

  it('gaat snel weg vanuit het invoerveld: het gesprek is op de server en in de tab weg', async () => {
    const verzoeken = nepServer({ 'DELETE /gesprekken/g1': () => new Response(null, { status: 204 }) });
    const [weg, geschiedenis] = [ga(), nepGeschiedenis()];
    const chat = plaats();
    starter(chat).click();
    const invoer = await totDat(() => paneel(chat)?.shadowRoot?.querySelector('#bericht'));
    toets('Escape', invoer);
    expect(chat.isOpen).toBe(false);
    toets('Escape', starter(chat));
    expect(weg).not.toHaveBeenCalled();
    toets('Escape');
    expect(document.documentElement.hidden).toBe(true);
    expect(sessionStorage.length).toBe(0);
    await totDat(() => weg.mock.calls.length === 1);
    expect(weg).toHaveBeenCalledWith('https://www.buienradar.nl/');
    expect(verzoeken.map(({ methode }) => methode)).toEqual(['POST', 'DELETE']);
    expect(verzoeken[1]).toMatchObject({ keepalive: true, kop: { Authorization: 'Bearer t1' } });
    expect(geschiedenis.plek).toBe(0);
  });

  it('doet niets op een pagina waar de chat nog niet open was', () => {
    const weg = ga();
    plaats();
    for (let keer = 0; keer < 4; keer++) toets('Escape');
    expect(document.documentElement.hidden).toBe(false);
    expect(weg).not.toHaveBeenCalled();
  });
});

describe('de terugknop', () => {
  it('sluit het open paneel, blijft op de pagina en houdt het gesprek', async () => {
    const verzoeken = nepServer({});
    const geschiedenis = nepGeschiedenis();
    const chat = plaats();
    starter(chat).click();
    const eerste = await totDat(() => paneel(chat)?.shadowRoot?.querySelector('[role=log] .regel') && paneel(chat));
    expect(window.history.state).toMatchObject({ site: 1, voordeurPaneel: true });
    geschiedenis.terug();
    expect(chat.isOpen).toBe(false);
    expect(geschiedenis.plek).toBe(0);
    starter(chat).click();
    expect(paneel(chat)).toBe(eerste);
    expect(verzoeken).toHaveLength(1);
  });

  it('laat na sluiten met de knop geen stap achter, ook niet bij meteen weer openen', async () => {
    nepServer({});
    const geschiedenis = nepGeschiedenis();
    const chat = plaats();
    for (let keer = 0; keer < 3; keer++) starter(chat).click();
    await totDat(() => geschiedenis.gegaan === 1);
    expect(chat.isOpen).toBe(true);
    expect(geschiedenis.plek).toBe(1);
    for (let keer = 0; keer < 3; keer++) starter(chat).click();
    await totDat(() => geschiedenis.gegaan === 2);
    expect(chat.isOpen).toBe(false);
    expect(geschiedenis).toMatchObject({ plek: 0, lengte: 2 });
  });

  it.each([['inline'], ['open']])('krijgt met `%s` geen stap zonder dat iemand het paneel over de pagina opende', async (attribuut) => {
    nepServer({});
    const geschiedenis = nepGeschiedenis();
    const chat = plaats('open', attribuut);
    await totDat(() => paneel(chat));
    expect(geschiedenis.plek).toBe(0);
  });
});
