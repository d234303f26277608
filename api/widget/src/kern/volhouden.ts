import { GeenVerbinding, Probleem } from './api.js';

const PAUZES_MS = [1_000, 3_000];

/** A key that makes sending twice count once. */
export function nieuweSleutel(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Does `poging`, and does it again after a lost connection or while the same request is still running. */
export async function houdVol<T>(poging: () => Promise<T>, pauzes: readonly number[] = PAUZES_MS): Promise<T> {
  for (const pauze of pauzes) {
    try {
      return await poging();
    } catch (fout) {
      if (!magNogEens(fout)) throw fout;
    }
    await wacht(pauze);
  }
  return poging();
}

function magNogEens(fout: unknown): boolean {
  return fout instanceof GeenVerbinding || (fout instanceof Probleem && [409, 502, 504].includes(fout.status));
}

function wacht(ms: number): Promise<void> {
  return new Promise((klaar) => setTimeout(klaar, ms));
}
