import { beforeEach, describe, expect, it, vi } from 'vitest';
import { VoordeurChat } from '../src/voordeur.js';
import { nepServer, tekstVan, totDat } from './hulp.js';

function plaats(...attributen: string[]): VoordeurChat {
  const chat = document.createElement('voordeur-chat') as VoordeurChat;
  chat.setAttribute('gemeente', 'kaag-en-braassem');
  chat.setAttribute('api', 'https://voordeur.test');
  attributen.forEach((naam) => chat.setAttribute(naam, ''));
  document.body.replaceChildren(chat);
  return chat;
}

const starter = (chat: VoordeurChat): HTMLButtonElement => chat.shadowRoot?.querySelector('.starter') as HTMLButtonElement;
const paneel = (chat: VoordeurChat): HTMLElement | null | undefined => chat.shadowRoot?.querySelector('voordeur-paneel');

beforeEach(() => sessionStorage.clear());

describe('het element op de pagina', () => {
  it('is eerst een echte knop, en vraagt niets aan de server', async () => {
    const verzoeken = nepServer({});
    const chat = plaats();
    expect(starter(chat).type).toBe('button');
    expect(starter(chat).getAttribute('aria-expanded')).toBe('false');
    expect(tekstVan(starter(chat))).toBe('Stel je vraag');
    expect(verzoeken).toHaveLength(0);
  });

  it('opent met de knop en zet de focus in de invoer', async () => {
    nepServer({});
    const chat = plaats();
    starter(chat).click();
    expect(starter(chat).getAttribute('aria-expanded')).toBe('true');
    await totDat(() => paneel(chat)?.shadowRoot?.activeElement?.id === 'bericht');
  });

  it('sluit met Escape, geeft de focus terug en houdt het gesprek vast', async () => {
    const verzoeken = nepServer({});
    const chat = plaats();
    starter(chat).click();
    const eerste = await totDat(() => paneel(chat)?.shadowRoot?.querySelector('[role=log] .regel') && paneel(chat));
    eerste.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect(chat.isOpen).toBe(false);
    expect(starter(chat).getAttribute('aria-expanded')).toBe('false');
    expect(chat.shadowRoot?.activeElement).toBe(starter(chat));
    starter(chat).click();
    expect(paneel(chat)).toBe(eerste);
    expect(verzoeken).toHaveLength(1);
  });

  it('begint met `open` vanzelf, zonder de focus te pakken', async () => {
    nepServer({});
    const chat = plaats('open', 'inline');
    await totDat(() => paneel(chat)?.shadowRoot?.querySelector('[role=log] .regel'));
    expect(document.activeElement).not.toBe(chat);
    expect(paneel(chat)?.shadowRoot?.querySelector('.kop__sluit')).toBeNull();
  });

  it('blijft in de pagina staan bij Escape als het geen zwevend venster is', async () => {
    nepServer({});
    const chat = plaats('open', 'inline');
    await totDat(() => paneel(chat));
    paneel(chat)?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect(chat.isOpen).toBe(true);
  });

  it('toont de noodlijnen als de rest niet geladen kan worden, en probeert het daarna weer', async () => {
    nepServer({});
    const chat = plaats();
    const laad = vi.spyOn(chat as unknown as { laad: () => Promise<void> }, 'laad').mockRejectedValueOnce(new Error('weg'));
    await chat.open();
    const fout = chat.shadowRoot?.querySelector('[role=alert]');
    expect(tekstVan(fout)).toContain('De chat laadt niet');
    expect(fout?.querySelector('a[href="tel:112"]')).toBeTruthy();
    await chat.sluit();
    await chat.open();
    expect(laad).toHaveBeenCalledTimes(2);
    expect(paneel(chat)).toBeTruthy();
  });
});
