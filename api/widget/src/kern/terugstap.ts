/** The one history step of an open panel: the back button of a phone then closes the panel instead of leaving the page. */
const MERK = 'voordeurPaneel';
const WACHT_MS = 300;

let onderweg = false;
let plek = '';
let nodig = false;

/** Whether this history entry is the step of the panel. */
export function opStap(): boolean {
  return (window.history.state as Record<string, unknown> | null)?.[MERK] === true;
}

/** Whether a person went back over the step; false while we do it ourselves, and for a link within the page. */
export function isTeruggegaan(): boolean {
  return !onderweg && !opStap() && window.location.href === plek;
}

/** Adds the step, keeping what the site itself remembers there. */
export function zetStap(): void {
  nodig = true;
  if (onderweg) return naPopstate(() => nodig && zetStap());
  plek = window.location.href;
  if (opStap()) return;
  try {
    zetNieuweStap();
  } catch {
    // A page that may not change its history keeps the back button that it had.
  }
}

/** Going back closes the panel and must not move the page behind it. */
function zetNieuweStap(): void {
  const { history } = window;
  const rol = history.scrollRestoration;
  const herstel = (): void => void (history.scrollRestoration = rol);
  history.scrollRestoration = 'manual';
  history.pushState({ ...(history.state as object | null), [MERK]: true }, '');
  herstel();
  window.addEventListener('popstate', herstel, { once: true });
}

/** Takes the step away when we stand on it, and then does `daarna`. */
export function neemStapTerug(daarna: () => void = () => undefined): void {
  nodig = false;
  if (!opStap()) return daarna();
  naPopstate(daarna);
  if (onderweg) return;
  onderweg = true;
  window.history.back();
}

/** After the step back, or soon when the browser does not say that it went back. */
function naPopstate(doe: () => unknown): void {
  const eens = (): void => {
    window.removeEventListener('popstate', eens);
    clearTimeout(klok);
    onderweg = false;
    doe();
  };
  const klok = setTimeout(eens, WACHT_MS);
  window.addEventListener('popstate', eens);
}
