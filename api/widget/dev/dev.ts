import { ANTWOORDEN, bootsNa } from './mock.js';

bootsNa();
const lijst = document.querySelector('#woorden');
for (const [woord, { uitleg }] of Object.entries(ANTWOORDEN)) {
  const term = document.createElement('dt');
  const zin = document.createElement('dd');
  term.textContent = woord;
  zin.textContent = uitleg;
  lijst?.append(term, zin);
}
const opties = new URLSearchParams(location.search);
for (const naam of ['inline', 'open']) {
  if (opties.has(naam)) document.querySelector('voordeur-chat')?.setAttribute(naam, '');
}
await import('../src/voordeur.js');
