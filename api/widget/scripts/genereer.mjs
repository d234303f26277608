// Makes typed constants of the texts and the emergency lines, so that no YAML parser reaches the browser.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const TEKSTEN = fileURLToPath(new URL('../src/teksten.yml', import.meta.url));
const HULPLIJNEN = fileURLToPath(new URL('../../../knowledge/landelijk/hulplijnen.yml', import.meta.url));
const DOEL = fileURLToPath(new URL('../src/gegenereerd/', import.meta.url));
// What a visitor must still be able to reach when our server is away.
const NOODLIJNEN = ['112', 'veilig-thuis', '113', 'kindertelefoon'];

class Fout extends Error {}

function eis(voorwaarde, melding) {
  if (!voorwaarde) throw new Fout(melding);
}

function leesYaml(pad) {
  eis(existsSync(pad), `${pad} ontbreekt.`);
  return parse(readFileSync(pad, 'utf8'));
}

function keurTekst(groep, tekst, bestand) {
  const plek = `teksten.yml: ${groep}.${tekst.id}`;
  eis(typeof tekst.id === 'string' && /^[a-z0-9_]+$/.test(tekst.id), `teksten.yml: ${groep} heeft een tekst zonder goede id`);
  eis(tekst.eigenaar ?? bestand.eigenaar, `${plek} heeft geen eigenaar`);
  eis(/^\d{4}-\d\d-\d\d$/.test(tekst.nagekeken_op ?? bestand.nagekeken_op), `${plek} heeft geen nagekeken_op`);
}

function alsConstante(groep, teksten) {
  const ids = teksten.map((tekst) => tekst.id);
  eis(new Set(ids).size === ids.length, `teksten.yml: ${groep} heeft een id dubbel`);
  const paren = teksten.map(({ id, tekst, label, hint, waarom }) => [id, tekst ?? { label, hint, waarom }]);
  return `export const ${groep} = ${JSON.stringify(Object.fromEntries(paren), null, 2)} as const;\n`;
}

function schrijf(naam, inhoud) {
  mkdirSync(DOEL, { recursive: true });
  writeFileSync(`${DOEL}${naam}.ts`, `// Gemaakt door scripts/genereer.mjs. Niet met de hand wijzigen.\n${inhoud}`);
}

function maakTeksten() {
  const bestand = leesYaml(TEKSTEN);
  for (const [groep, teksten] of Object.entries(bestand.groepen)) {
    teksten.forEach((tekst) => keurTekst(groep, tekst, bestand));
    schrijf(`teksten-${groep}`, alsConstante(groep, teksten));
  }
}

function alsNoodlijn(hulplijn) {
  const telefoons = (hulplijn.kanalen ?? []).filter((kanaal) => kanaal.soort === 'telefoon' && kanaal.waarde);
  eis(telefoons.length > 0, `hulplijnen.yml: ${hulplijn.id} heeft geen telefoonnummer`);
  const nummers = telefoons.map((kanaal) => String(kanaal.waarde));
  const altijd = telefoons[0].bereikbaar?.altijd === true;
  return { id: hulplijn.id, naam: hulplijn.naam, waarvoor: hulplijn.gebruik, nummers, altijd };
}

function maakNoodlijnen() {
  const { hulplijnen } = leesYaml(HULPLIJNEN);
  const lijnen = NOODLIJNEN.map((id) => {
    const hulplijn = hulplijnen.find((kandidaat) => kandidaat.id === id);
    eis(hulplijn, `hulplijnen.yml: ${id} ontbreekt`);
    return alsNoodlijn(hulplijn);
  });
  schrijf('noodlijnen', `export const NOODLIJNEN = ${JSON.stringify(lijnen, null, 2)} as const;\n`);
}

try {
  maakTeksten();
  maakNoodlijnen();
} catch (fout) {
  if (!(fout instanceof Fout)) throw fout;
  process.stderr.write(`genereer: ${fout.message}\n`);
  process.exitCode = 1;
}
