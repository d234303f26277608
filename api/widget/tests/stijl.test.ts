import { describe, expect, it } from 'vitest';
import contrastThema from '../src/stijl/themas/contrast.css?raw';
import kaagEnBraassem from '../src/stijl/themas/kaag-en-braassem.css?raw';
import neutraal from '../src/stijl/themas/neutraal.css?raw';
import ridderkerk from '../src/stijl/themas/ridderkerk.css?raw';
import themas from '../src/stijl/themas/themas.css?raw';

type Kleuren = Record<string, string>;

const DONKER = /@media [^{]*\(prefers-color-scheme: dark\)/;
const GEMEENTEN: Record<string, string> = { 'kaag-en-braassem': kaagEnBraassem, ridderkerk };

/** The colour of each token: the value itself, or what stands behind the site's own token. */
function kleuren(css: string): Kleuren {
  return Object.fromEntries([...css.matchAll(/--voordeur-([a-z-]+): (?:var\([^,]+, )?(#[0-9a-f]{3,6})\)?;/g)].map(([, naam, kleur]) => [naam, kleur]));
}

function lichtEnDonker(css: string): [Kleuren, Kleuren] {
  const [licht = '', donker = ''] = css.split(DONKER);
  return [kleuren(licht), kleuren(donker)];
}

/** What the visitor sees: each file over the one before it, in light, dark, and both with more contrast. */
function standen(...bestanden: string[]): [string, Kleuren][] {
  const stapel = (lagen: string[], plek: 0 | 1): Kleuren => Object.assign({}, ...lagen.map((css) => lichtEnDonker(css)[plek]));
  return [bestanden, [...bestanden, contrastThema]].flatMap((lagen, meer): [string, Kleuren][] => [
    [meer ? 'licht, meer contrast' : 'licht', stapel(lagen, 0)],
    [meer ? 'donker, meer contrast' : 'donker', stapel(lagen, 1)],
  ]);
}

const ALLES = [['neutraal', neutraal] as const, ...Object.entries(GEMEENTEN)].flatMap(([thema, css]) =>
  standen(neutraal, ...(css === neutraal ? [] : [css])).map(([stand, kleur]) => ({ naam: `${thema}, ${stand}`, kleur })),
);

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

describe.each(ALLES)('het thema $naam', ({ kleur }) => {
  it.each(TEKST)('%s is op %s te lezen met contrast 7 of meer', (voor, achter) => {
    expect(contrast(kleur[voor] as string, kleur[achter] as string)).toBeGreaterThanOrEqual(7);
  });

  it.each(RAND)('%s is op %s te zien met contrast 3 of meer', (voor, achter) => {
    expect(contrast(kleur[voor] as string, kleur[achter] as string)).toBeGreaterThanOrEqual(3);
  });
});

describe.each(Object.entries(GEMEENTEN))('het thema van %s', (gemeente, css) => {
  it('geldt voor het element en de gewone pagina van die gemeente, en zit erin', () => {
    expect(css).toContain(`:host(voordeur-chat[gemeente='${gemeente}'])`);
    expect(css).toContain(`[data-thema='${gemeente}']`);
    expect(themas).toContain(`@import './${gemeente}.css'`);
  });

  it('zegt van elke kleur ook hoe hij in het donker is, want het wint van neutraal', () => {
    const [licht, donker] = lichtEnDonker(css);
    expect(Object.keys(donker).sort()).toEqual(Object.keys(licht).sort());
  });

  it('verandert niets aan de kleuren voor gevaar', () => {
    expect(Object.keys(lichtEnDonker(css)[0]).filter((naam) => /gevaar|let-op/.test(naam))).toEqual([]);
  });
});

it('meer contrast komt na elk thema', () => {
  expect(themas.trim().endsWith("@import './contrast.css';")).toBe(true);
});
