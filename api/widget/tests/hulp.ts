import { render } from 'lit';
import { vi } from 'vitest';
import { Api } from '../src/kern/api.js';
import { Gesprek } from '../src/kern/gesprek.js';

export const OORSPRONG = 'https://voordeur.test';
export const INSTELLING = { gemeente: 'kaag-en-braassem', rol: null, oorsprong: OORSPRONG };
export const HOI = { soort: 'tekst', tekst: 'Ik ben een computer.' } as const;
export const NIEUW = { id: 'g1', token: 't1', gemeente: 'kaag-en-braassem', verloopt_op: '', berichten: [HOI] };
export const GEMEENTE = {
  naam: 'Kaag en Braassem',
  kernen: [
    { id: 'leimuiden', naam: 'Leimuiden', team: 'noord' },
    { id: 'woubrugge', naam: 'Woubrugge', team: 'zuid' },
  ],
  teams: [
    { id: 'noord', naam: 'JGT Leimuiden' },
    { id: 'zuid', naam: 'JGT Woubrugge' },
  ],
  demo: true,
};

export interface Verzoek {
  methode: string;
  pad: string;
  kop: Record<string, string>;
  body: Record<string, unknown>;
  keepalive: boolean;
}

/** What the server does with a request: a body with status 200, a response, or `weg` for a lost connection. */
export type Gedrag = (verzoek: Verzoek, hoeveelste: number) => unknown;
export const WEG = Symbol('geen verbinding');

/** Stands in for the server; `gedrag` goes by 'METHODE eind-van-pad'. */
export function nepServer(gedrag: Record<string, Gedrag>): Verzoek[] {
  const verzoeken: Verzoek[] = [];
  const alles: Record<string, Gedrag> = { 'POST /gesprekken': () => status(201, NIEUW), 'GET /gemeenten/kaag-en-braassem': () => GEMEENTE, ...gedrag };
  vi.stubGlobal('fetch', async (adres: string, init: RequestInit): Promise<Response> => {
    const verzoek = alsVerzoek(adres, init);
    verzoeken.push(verzoek);
    const naam = Object.keys(alles).find((kandidaat) => past(kandidaat, verzoek));
    if (!naam) throw new Error(`niet verwacht: ${verzoek.methode} ${verzoek.pad}`);
    const uitkomst = await alles[naam]?.(verzoek, verzoeken.filter((ander) => past(naam, ander)).length);
    if (uitkomst === WEG) throw new TypeError('Failed to fetch');
    return uitkomst instanceof Response ? uitkomst : status(200, uitkomst);
  });
  return verzoeken;
}

function past(naam: string, { methode, pad }: Verzoek): boolean {
  const [gewenst, eind] = naam.split(' ');
  return methode === gewenst && pad.endsWith(eind ?? '');
}

function alsVerzoek(adres: string, init: RequestInit): Verzoek {
  return {
    methode: init.method ?? 'GET',
    pad: new URL(adres).pathname,
    kop: init.headers as Record<string, string>,
    body: init.body ? (JSON.parse(init.body as string) as Record<string, unknown>) : {},
    keepalive: init.keepalive ?? false,
  };
}

export function status(nummer: number, inhoud: unknown): Response {
  return new Response(JSON.stringify(inhoud), { status: nummer, headers: { 'Content-Type': 'application/json' } });
}

export function probleem(nummer: number, detail: string, berichten: unknown[] = [], extra: object = {}): Response {
  return status(nummer, { type: 'about:blank', title: 'Dat lukte niet', status: nummer, detail, berichten, ...extra });
}

export function antwoord(...berichten: unknown[]): unknown {
  return { route: 'kennis', urgentie: null, taal: 'nl', berichten };
}

export interface Proefgesprek {
  gesprek: Gesprek;
  terug: string[];
}

export function nieuwGesprek(): Proefgesprek {
  const terug: string[] = [];
  return { gesprek: new Gesprek(new Api(OORSPRONG), INSTELLING, () => undefined, (tekst) => terug.push(tekst)), terug };
}

/** Draws a template in an empty box on the page. */
export function teken(inhoud: unknown): HTMLElement {
  const vak = document.createElement('div');
  document.body.replaceChildren(vak);
  render(inhoud, vak);
  return vak;
}

/** The text of an element as one line. */
export function tekstVan(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Waits until `voorwaarde` gives something; fails with the test's own time limit. */
export async function totDat<T>(voorwaarde: () => T | null | undefined | false): Promise<T> {
  return vi.waitFor(() => {
    const waarde = voorwaarde();
    if (!waarde) throw new Error('nog niet');
    return waarde;
  });
}

export function laatste<T>(rij: readonly T[]): T | undefined {
  return rij[rij.length - 1];
}
