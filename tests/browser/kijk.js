// What the tests look at inside the page and every shadow root: an object, so that a test takes from it what it needs.
({
  diep(wortel) {
    return [...wortel.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? this.diep(element.shadowRoot) : [])]);
  },

  zichtbaar(element) {
    return element.checkVisibility() && !element.closest('.onzichtbaar, .veiligheid__uitleg, .pagina__sla-over, .werk thead, svg');
  },

  naam(element) {
    return `${element.localName}.${element.className} ${element.textContent.trim().slice(0, 30)}`;
  },

  // What has the focus: its name, whether a line shows that, and whether anything lies over it.
  focus() {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return null;
    const wortel = element.getRootNode();
    const label = (element.id && wortel.querySelector(`label[for="${element.id}"]`)) || element.closest('label');
    const naam = element.getAttribute('aria-label') ?? (label ?? element).textContent;
    return {
      naam: naam.replace(/\s+/g, ' ').trim(),
      rand: getComputedStyle(element).outlineStyle !== 'none' || element.tabIndex < 0,
      bovenop: this.ligtBovenop(element, label, wortel),
    };
  },

  ligtBovenop(element, label, wortel) {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const raakt = (x, y) => {
      const treffer = wortel.elementFromPoint(x, y);
      return Boolean(treffer) && (element.contains(treffer) || treffer.contains(element) || Boolean(label?.contains(treffer)));
    };
    return [top + 3, (top + bottom) / 2, bottom - 3].some((y) => [left + 3, (left + right) / 2].some((x) => raakt(x, y)));
  },

  // What sticks out of the window, has to be scrolled sideways, or is cut off.
  erbuiten() {
    const isErbuiten = (element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const stijl = getComputedStyle(element);
      const opzij = element.scrollWidth > element.clientWidth + 1 && stijl.overflowX !== 'visible';
      const gekapt = element.scrollHeight > element.clientHeight + 1 && ['hidden', 'clip'].includes(stijl.overflowY);
      const vak = element.clientWidth > 0 && element.localName !== 'input';
      return (width > 0 && (right > innerWidth + 1 || left < -1)) || (vak && (opzij || gekapt));
    };
    return this.diep(document).filter((element) => this.zichtbaar(element) && isErbuiten(element)).map(this.naam);
  },

  // The spacing that a visitor may set (WCAG 1.4.12), everywhere.
  ruim() {
    const stijl = new CSSStyleSheet();
    stijl.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`);
    const schaduwen = this.diep(document).map((element) => element.shadowRoot).filter(Boolean);
    for (const wortel of [document, ...schaduwen]) wortel.adoptedStyleSheets = [...wortel.adoptedStyleSheets, stijl];
  },

  // What would have no edge where all backgrounds are the same colour.
  zonderRand() {
    const vakken = `button, input:not([type=hidden], [type=radio], [type=checkbox]), textarea, select, .knop, .bel, .kaart, .kruisje, .melding,
      .let-op, .overzicht, .bewijs, .eerst`;
    const heeftGeenRand = (element) => {
      const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
      return borderTopStyle === 'none' || parseFloat(borderTopWidth) === 0;
    };
    return this.diep(document).filter((element) => element.matches(vakken) && this.zichtbaar(element) && heeftGeenRand(element)).map(this.naam);
  },

  // Keeps in `window.gehoord` what is added to the log, in order.
  luister() {
    window.gehoord = [];
    const hoor = (nieuw) => {
      const tekst = (nieuw.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (nieuw.nodeType === Node.ELEMENT_NODE && tekst) window.gehoord.push(tekst);
    };
    const log = this.diep(document).find((element) => element.getAttribute('role') === 'log');
    const kijker = new MutationObserver((wijzigingen) => wijzigingen.forEach(({ addedNodes }) => addedNodes.forEach(hoor)));
    kijker.observe(log, { childList: true, subtree: true });
  },
})
