/** Where this script came from: the folder of the style sheet, and the origin of the API. */
const dezePlek: string = import.meta.url;
const HIER = new URL('./', dezePlek);

export const OORSPRONG = HIER.origin;

const bladen = new Map<string, CSSStyleSheet>();

/** Dresses a shadow root so that a host with `style-src 'self'` has nothing to refuse. */
export function kleed(wortel: ShadowRoot, ...stijlen: string[]): void {
  if ('adoptedStyleSheets' in Document.prototype) {
    wortel.adoptedStyleSheets = stijlen.map(blad);
    return;
  }
  // Safari before 16.4 cannot adopt sheets; a linked file passes the same policy.
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL('voordeur.css', HIER).href;
  wortel.append(link);
}

/** A sheet for the whole document while it is being printed; call the result to take it off again. */
function kleedPagina(stijl: string): () => void {
  if (!('adoptedStyleSheets' in Document.prototype)) return () => undefined;
  const erbij = blad(stijl);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, erbij];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((ander) => ander !== erbij);
  };
}

/** Prints with this sheet, under a title that says nothing: it may stand on the paper and in the list of the printer. */
export function printAlleen(stijl: string, titel: string): void {
  const [uit, eerder] = [kleedPagina(stijl), document.title];
  const herstel = (): void => {
    uit();
    document.title = eerder;
  };
  window.addEventListener('afterprint', herstel, { once: true });
  document.title = titel;
  window.print();
}

const WEG_NA_MS = 60_000;

/** Hands this text over as a file, under a name that says nothing. */
export function geefBestand(inhoud: string, { naam, soort }: { naam: string; soort: string }): void {
  const adres = URL.createObjectURL(new Blob([inhoud], { type: soort }));
  const link = document.createElement('a');
  link.href = adres;
  link.download = naam;
  link.click();
  setTimeout(() => URL.revokeObjectURL(adres), WEG_NA_MS);
}

function blad(stijl: string): CSSStyleSheet {
  const bestaand = bladen.get(stijl);
  if (bestaand) return bestaand;
  const nieuw = new CSSStyleSheet();
  nieuw.replaceSync(stijl);
  bladen.set(stijl, nieuw);
  return nieuw;
}
