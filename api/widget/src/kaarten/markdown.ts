import { rondNummers } from '../kern/woorden.js';

/**
 * The small part of Markdown that articles use: paragraphs, lists and bold. It makes elements and text nodes itself,
 * so whatever an article holds can never become markup.
 */
export function markdown(tekst: string): DocumentFragment {
  const blad = document.createDocumentFragment();
  let lopend: HTMLElement | null = null;
  for (const regel of tekst.split('\n')) lopend = verwerk(regel.trim(), lopend, blad);
  return blad;
}

const PUNT = /^(?:[-*+]|(\d+)[.)])\s+(.*)$/;

/** Adds one line to what is being built and returns the element that a following line goes on with. */
function verwerk(regel: string, lopend: HTMLElement | null, blad: DocumentFragment): HTMLElement | null {
  if (!regel) return null;
  const punt = PUNT.exec(regel);
  if (punt) return nieuwPunt(punt[1] ? 'ol' : 'ul', punt[2] ?? '', blad);
  if (lopend) {
    lopend.append(' ', ...inline(regel));
    return lopend;
  }
  const alinea = document.createElement('p');
  alinea.append(...inline(regel));
  blad.append(alinea);
  return alinea;
}

function nieuwPunt(soort: 'ol' | 'ul', tekst: string, blad: DocumentFragment): HTMLElement {
  const laatste = blad.lastElementChild;
  const lijst = laatste?.localName === soort ? laatste : document.createElement(soort);
  const punt = document.createElement('li');
  punt.append(...inline(tekst));
  lijst.append(punt);
  blad.append(lijst);
  return punt;
}

function inline(tekst: string): Node[] {
  return tekst
    .split(/\*\*(.+?)\*\*/)
    .flatMap((deel, plek) => (plek % 2 === 0 ? metNummers(deel) : [maak('strong', deel)]))
    .filter((deel) => deel.textContent);
}

function metNummers(tekst: string): Node[] {
  return rondNummers(tekst).map((deel, plek) => (plek % 2 === 0 ? document.createTextNode(deel) : maak('span', deel, 'heel')));
}

function maak(naam: string, tekst: string, klasse = ''): HTMLElement {
  const element = document.createElement(naam);
  if (klasse) element.className = klasse;
  element.textContent = tekst;
  return element;
}
