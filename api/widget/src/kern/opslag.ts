import type { Sessie } from './typen.js';

const NAAM = 'voordeur';
const STIL_MS = 30 * 60 * 1000;

interface Bewaard extends Sessie {
  gemeente: string;
  oorsprong: string;
  laatst: number;
  aangemeld?: boolean;
}

/** The gesprek that this tab was in, or null: another gemeente or server, or silent for over half an hour. */
export function leesSessie(gemeente: string, oorsprong: string, nu = Date.now()): Bewaard | null {
  const bewaard = lees();
  if (!bewaard || bewaard.gemeente !== gemeente || bewaard.oorsprong !== oorsprong) return null;
  if (nu - bewaard.laatst <= STIL_MS) return bewaard;
  vergeetSessie();
  return null;
}

/** Keeps id and token for this tab only; where storage is refused the gesprek simply ends with the page. */
export function bewaarSessie(bewaard: Omit<Bewaard, 'laatst'>, nu = Date.now()): void {
  metOpslag((opslag) => opslag.setItem(NAAM, JSON.stringify({ ...bewaard, laatst: nu })));
}

/** Wipes everything that this tab holds of Voordeur. */
export function vergeetSessie(): void {
  metOpslag((opslag) => opslag.removeItem(NAAM));
}

function lees(): Bewaard | null {
  const tekst = metOpslag((opslag) => opslag.getItem(NAAM));
  if (!tekst) return null;
  try {
    return JSON.parse(tekst) as Bewaard | null;
  } catch {
    return null;
  }
}

function metOpslag<T>(doe: (opslag: Storage) => T): T | null {
  try {
    return doe(window.sessionStorage);
  } catch {
    return null;
  }
}
