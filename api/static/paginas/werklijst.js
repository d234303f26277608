/* The worklist: arrows go from one aanmelding to the next, focus stays where it was, and a list that is old says so. */
const links = () => [...document.querySelectorAll('.werk__link')];
let plek = -1;

document.addEventListener('keydown', (gebeurtenis) => {
  const { key, ctrlKey, altKey, metaKey, shiftKey } = gebeurtenis;
  const alle = links();
  const hier = alle.indexOf(document.activeElement);
  if (hier < 0 || ctrlKey || altKey || metaKey || shiftKey) return;
  const naar = { ArrowDown: hier + 1, ArrowUp: hier - 1, Home: 0, End: alle.length - 1 }[key];
  if (naar === undefined) return;
  gebeurtenis.preventDefault();
  alle[naar]?.focus();
});

document.addEventListener('htmx:beforeSwap', () => {
  plek = links().indexOf(document.activeElement);
});

/* htmx gives focus back to the same aanmelding; when that one is gone the one in its place gets it. */
document.addEventListener('htmx:afterSettle', () => {
  const alle = links();
  if (plek >= 0 && alle.length && !alle.includes(document.activeElement)) alle[Math.min(plek, alle.length - 1)].focus();
  plek = -1;
});

document.addEventListener('htmx:afterRequest', ({ detail }) => {
  document.querySelector('#storing > p').hidden = detail.successful;
});
