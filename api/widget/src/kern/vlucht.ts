import { vergeetSessie } from './opslag.js';
import { neemStapTerug } from './terugstap.js';

const NEUTRAAL = 'https://www.buienradar.nl/';
const KEREN = 3;
const BINNEN_MS = 2_000;

/** The address to flee to: what the site chose when it is a web address, else the weather. */
export function vluchtadres(gekozen: string | null): string {
  try {
    const adres = new URL(gekozen ?? '', document.baseURI);
    return gekozen && /^https?:$/.test(adres.protocol) ? adres.href : NEUTRAAL;
  } catch {
    return NEUTRAAL;
  }
}

/** Leaves at once: hides the page, wipes this tab, ends the gesprek on the server and replaces the page in the history. */
export function vlucht(adres: string, wisOpServer: () => Promise<unknown> | undefined, ga = vervangPagina): void {
  document.documentElement.hidden = true;
  vergeetSessie();
  // The page is going away: whether the server heard us cannot be shown to anyone any more.
  wisOpServer()?.catch(() => undefined);
  ga(adres);
}

/** The step of the panel goes first: else the page itself would still stand behind the back button. */
function vervangPagina(adres: string): void {
  neemStapTerug(() => window.location.replace(adres));
}

/** Hears Escape three times within two seconds; a key held down, or one that ends a composition, does not count. */
export class DrieKeerEscape {
  private keren: number[] = [];

  /** Whether this key was the third. */
  hoor({ key, repeat, isComposing, timeStamp }: Pick<KeyboardEvent, 'key' | 'repeat' | 'isComposing' | 'timeStamp'>): boolean {
    if (key !== 'Escape' || repeat || isComposing) return false;
    this.keren = [...this.keren.filter((eerder) => timeStamp - eerder <= BINNEN_MS), timeStamp];
    if (this.keren.length < KEREN) return false;
    this.keren = [];
    return true;
  }
}
