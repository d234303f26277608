import { vergeetSessie } from './opslag.js';

const NEUTRAAL = 'https://www.buienradar.nl/';

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

function vervangPagina(adres: string): void {
  window.location.replace(adres);
}
