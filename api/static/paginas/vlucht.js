/* Leaving at once, where there is script: the page is gone before the server has answered, and is replaced in the history. */
const formulier = document.querySelector('[data-vlucht]');
const NEUTRAAL = 'https://www.buienradar.nl/';
const DRIE_KEER_MS = 2000;
let keren = [];

function weg() {
  document.documentElement.hidden = true;
  fetch(formulier.action, { method: 'POST', body: new URLSearchParams(new FormData(formulier)), keepalive: true }).catch(() => undefined);
  window.location.replace(NEUTRAAL);
}

formulier.addEventListener('submit', (gebeurtenis) => {
  gebeurtenis.preventDefault();
  weg();
});

document.addEventListener('keydown', ({ key, repeat, isComposing, timeStamp }) => {
  if (key !== 'Escape' || repeat || isComposing) return;
  keren = [...keren.filter((eerder) => timeStamp - eerder <= DRIE_KEER_MS), timeStamp];
  if (keren.length >= 3) weg();
});
