import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ARTIKEL, KEUZES } from '../dev/kaarten.js';
import { nederlandseStem } from '../src/kern/voorlezer.js';
import { Paneel } from '../src/paneel/paneel.js';
import { antwoord, INSTELLING, nepServer, NIEUW, OORSPRONG, status, tekstVan, totDat } from './hulp.js';

const stem = (lang: string, localService: boolean): SpeechSynthesisVoice => ({ lang, localService, name: lang, voiceURI: lang, default: false });
const EIGEN = stem('nl-NL', true);

class Uiting {
  voice: unknown = null;
  onend: (() => void) | null = null;
  constructor(readonly text: string) {}
}

interface Spraak {
  gezegd: Uiting[];
  cancel: ReturnType<typeof vi.fn>;
}

/** A device with these voices. */
function apparaat(...stemmen: SpeechSynthesisVoice[]): Spraak {
  const gezegd: Uiting[] = [];
  const spraak = { getVoices: () => stemmen, speak: (uiting: Uiting) => gezegd.push(uiting), cancel: vi.fn(), addEventListener: vi.fn(), removeEventListener: vi.fn() };
  vi.stubGlobal('speechSynthesis', spraak);
  vi.stubGlobal('SpeechSynthesisUtterance', Uiting);
  return { gezegd, cancel: spraak.cancel };
}

async function nieuwPaneel(): Promise<Paneel> {
  const paneel = new Paneel();
  Object.assign(paneel, { gemeente: INSTELLING.gemeente, api: OORSPRONG });
  document.body.replaceChildren(paneel);
  await paneel.begin();
  await paneel.updateComplete;
  return paneel;
}

const knop = (paneel: Paneel, tekst: string): HTMLButtonElement | undefined =>
  [...(paneel.shadowRoot?.querySelectorAll('button') ?? [])].find((kandidaat) => tekstVan(kandidaat) === tekst);
const live = (paneel: Paneel): string | null | undefined => paneel.shadowRoot?.querySelector('[role=log]')?.getAttribute('aria-live');

beforeEach(() => sessionStorage.clear());
afterEach(() => document.body.replaceChildren());

describe('de stem', () => {
  it('is Nederlands en van het apparaat zelf, het liefst uit Nederland', () => {
    expect(nederlandseStem([stem('en-US', true), stem('nl-BE', true), EIGEN])).toBe(EIGEN);
    expect(nederlandseStem([stem('nl_BE', true)])?.lang).toBe('nl_BE');
  });

  it('is er niet als het alleen over internet kan', () => {
    expect(nederlandseStem([stem('nl-NL', false), stem('en-US', true), stem('nlx', true)])).toBeNull();
  });
});

describe('lees voor', () => {
  it('is er niet zonder eigen Nederlandse stem', async () => {
    nepServer({});
    apparaat(stem('nl-NL', false), stem('en-US', true));
    expect(knop(await nieuwPaneel(), 'Lees voor')).toBeUndefined();
  });

  it('zegt alleen na een druk op de knop wat zichtbaar is, zonder opmaak en zonder knoppen', async () => {
    nepServer({ 'POST /gesprekken': () => status(201, { ...NIEUW, berichten: [ARTIKEL, KEUZES] }) });
    const { gezegd } = apparaat(EIGEN);
    const paneel = await nieuwPaneel();
    expect(gezegd).toEqual([]);
    knop(paneel, 'Lees voor')?.click();
    expect(gezegd[0]).toMatchObject({ text: ARTIKEL.titel, voice: EIGEN });
    const alles = gezegd.map(({ text }) => text).join(' ');
    expect(alles).toContain('rustig en zonder veel woorden');
    expect(alles).not.toMatch(/\*|Wat is gewoon|Dit helpt/);
  });

  it('laat een schermlezer zolang zwijgen, en daarna weer praten', async () => {
    nepServer({});
    const { gezegd } = apparaat(EIGEN);
    const paneel = await nieuwPaneel();
    expect(live(paneel)).toBe('polite');
    knop(paneel, 'Lees voor')?.click();
    await paneel.updateComplete;
    expect(live(paneel)).toBe('off');
    gezegd[gezegd.length - 1]?.onend?.();
    await paneel.updateComplete;
    expect(live(paneel)).toBe('polite');
    expect(knop(paneel, 'Lees voor')).toBeTruthy();
  });

  it('stopt met de knop, en houdt de focus', async () => {
    nepServer({});
    const { cancel } = apparaat(EIGEN);
    const paneel = await nieuwPaneel();
    knop(paneel, 'Lees voor')?.focus();
    knop(paneel, 'Lees voor')?.click();
    await paneel.updateComplete;
    expect(tekstVan(paneel.shadowRoot?.activeElement)).toBe('Stop met voorlezen');
    knop(paneel, 'Stop met voorlezen')?.click();
    await paneel.updateComplete;
    expect(cancel).toHaveBeenCalledOnce();
    expect(tekstVan(paneel.shadowRoot?.activeElement)).toBe('Lees voor');
  });

  it('stopt als er iets wordt gestuurd, en biedt een andere taal niet aan', async () => {
    nepServer({
      'POST /gesprekken': () => status(201, { ...NIEUW, berichten: [{ soort: 'tekst', tekst: 'Hoi' }, KEUZES] }),
      'POST /berichten': () => ({ ...(antwoord({ soort: 'tekst', tekst: 'مرحبا' }) as object), taal: 'ar' }),
    });
    const { cancel } = apparaat(EIGEN);
    const paneel = await nieuwPaneel();
    knop(paneel, 'Lees voor')?.click();
    knop(paneel, 'Dit helpt')?.click();
    expect(cancel).toHaveBeenCalledOnce();
    await totDat(() => paneel.shadowRoot?.querySelectorAll('.regel').length === 4);
    expect(knop(paneel, 'Lees voor')).toBeUndefined();
  });

  it('stopt bij snel weg en als het paneel verdwijnt', async () => {
    nepServer({});
    const { cancel } = apparaat(EIGEN);
    const paneel = await nieuwPaneel();
    knop(paneel, 'Lees voor')?.click();
    paneel.remove();
    expect(cancel).toHaveBeenCalledOnce();
  });
});
