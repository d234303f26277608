import { describe, expect, it } from 'vitest';
import tokens from '../src/stijl/tokens.css?raw';

const [licht, donker] = tokens.split('@media (prefers-color-scheme: dark)').map(kleuren);

/** The default colour of each token: the value itself, or what stands behind the site's own token. */
function kleuren(css: string): Record<string, string> {
  return Object.fromEntries([...css.matchAll(/--voordeur-([a-z-]+): (?:var\([^,]+, )?(#[0-9a-f]{3,6})\)?;/g)].map(([, naam, kleur]) => [naam, kleur]));
}

function helderheid(kleur: string): number {
  const vol = kleur.length === 4 ? kleur.replace(/[0-9a-f]/g, '$&$&') : kleur;
  const [r, g, b] = [1, 3, 5].map((plek) => {
    const deel = parseInt(vol.slice(plek, plek + 2), 16) / 255;
    return deel <= 0.04045 ? deel / 12.92 : ((deel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(een: string, ander: string): number {
  const [laag, hoog] = [helderheid(een), helderheid(ander)].sort((a, b) => a - b) as [number, number];
  return (hoog + 0.05) / (laag + 0.05);
}

const TEKST = [
  ['tekst', 'papier'], ['tekst', 'vlak'], ['tekst', 'bezoeker'], ['tekst', 'let-op'],
  ['tekst-zacht', 'papier'], ['tekst-zacht', 'vlak'], ['tekst-zacht', 'let-op'],
  ['link', 'papier'], ['link', 'vlak'], ['link', 'bezoeker'], ['op-actie', 'actie'], ['op-actie', 'actie-sterk'], ['op-kop', 'kop'],
  ['op-label', 'label'], ['gevaar', 'vlak'], ['gevaar', 'papier'], ['gevaar', 'gevaar-vlak'], ['vlak', 'tekst'],
] as const;
const RAND = [['rand-invoer', 'vlak'], ['rand-invoer', 'papier'], ['actie', 'vlak'], ['actie', 'papier'], ['focus', 'papier'], ['let-op-rand', 'let-op']] as const;

describe.each([['licht', licht], ['donker', donker]] as const)('de standaardkleuren, %s', (_naam, thema) => {
  it.each(TEKST)('%s is op %s te lezen met contrast 7 of meer', (voor, achter) => {
    expect(contrast(thema?.[voor] ?? '#000', thema?.[achter] ?? '#000')).toBeGreaterThanOrEqual(7);
  });

  it.each(RAND)('%s is op %s te zien met contrast 3 of meer', (voor, achter) => {
    expect(contrast(thema?.[voor] ?? '#000', thema?.[achter] ?? '#000')).toBeGreaterThanOrEqual(3);
  });
});
