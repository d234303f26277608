// Prints the size of what was built and fails when it has grown past what the design allows.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const MAP = fileURLToPath(new URL('../../static/widget/', import.meta.url));
const LADER = 'voordeur.js';
const MAX_LADER = 10 * 1024;
const MAX_ALLES = 50 * 1024;

const maten = readdirSync(MAP)
  .filter((naam) => /\.(js|css)$/.test(naam))
  .sort()
  .map((naam) => ({ naam, gz: gzipSync(readFileSync(MAP + naam), { level: 9 }).length }));
const alles = maten.reduce((som, { gz }) => som + gz, 0);
const lader = maten.find(({ naam }) => naam === LADER)?.gz ?? Infinity;

for (const { naam, gz } of maten) process.stdout.write(`${naam.padEnd(16)} ${String(gz).padStart(6)} bytes gzip\n`);
process.stdout.write(`${'alles'.padEnd(16)} ${String(alles).padStart(6)} bytes gzip\n`);
if (lader > MAX_LADER || alles > MAX_ALLES) {
  process.stderr.write(`Te groot: ${LADER} mag ${MAX_LADER} bytes zijn en alles samen ${MAX_ALLES}.\n`);
  process.exitCode = 1;
}
