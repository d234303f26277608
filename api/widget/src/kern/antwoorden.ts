import type { Gesprek } from './gesprek.js';
import type { Regel } from './stand.js';

/** The mark of the server on the line that says a computer saw danger; the plain pages go by the same. */
const VEILIGHEID = 'veiligheid/computer';

/** What is said in one go: the lines of the visitor or of Voordeur that follow each other. */
export function alsBeurten(regels: readonly Regel[]): Regel[][] {
  const beurten: Regel[][] = [];
  for (const regel of regels) {
    const lopend = beurten[beurten.length - 1];
    if (lopend?.[0]?.van === regel.van) lopend.push(regel);
    else beurten.push([regel]);
  }
  return beurten;
}

/** Whether danger was seen in what this answers. */
export function isVeiligheidsantwoord(antwoord: readonly Pick<Regel, 'kaart'>[]): boolean {
  return antwoord.some(({ kaart }) => kaart.soort === 'tekst' && kaart.id === VEILIGHEID);
}

/** Whether the visitor may still act on a line: choices until the next word, an aanmelding until there is a newer one. */
export function isActief(regel: Regel, gesprek: Gesprek): boolean {
  if (regel.kaart.soort !== 'aanmelding') return regel.nr > gesprek.laatsteVanBezoeker && gesprek.fase === 'open';
  return !gesprek.regels.some((later) => later.nr > regel.nr && later.kaart.soort === 'aanmelding');
}
