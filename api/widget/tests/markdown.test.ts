import { describe, expect, it } from 'vitest';
import { markdown } from '../src/kaarten/markdown.js';

function html(tekst: string): string {
  const vak = document.createElement('div');
  vak.append(markdown(tekst));
  return vak.innerHTML;
}

describe('de opmaak van een artikel', () => {
  it('maakt alineas van witregels en houdt losse regels bij elkaar', () => {
    expect(html('Een\ntwee.\n\nDrie.')).toBe('<p>Een twee.</p><p>Drie.</p>');
  });

  it('maakt lijsten, ook meteen na een zin', () => {
    expect(html('Doe dit:\n- een\n- twee\n  verder\n\n1. eerst\n2) dan')).toBe(
      '<p>Doe dit:</p><ul><li>een</li><li>twee verder</li></ul><ol><li>eerst</li><li>dan</li></ol>',
    );
  });

  it('maakt vet van twee sterren en laat losse sterren staan', () => {
    expect(html('Heel **rustig** aan, 3 ** 4')).toBe('<p>Heel <strong>rustig</strong> aan, 3 ** 4</p>');
  });

  it.each(['<img src=x onerror=alert(1)>', '- <script>alert(1)</script>', '**<b onclick=x>hoi</b>**', '<!-- weg -->', '&lt;i&gt;'])(
    'laat nooit HTML door: %s',
    (tekst) => {
      const blad = markdown(tekst);
      expect(blad.querySelector('img, script, b, i')).toBeNull();
      expect(blad.textContent).toBe(tekst.replace(/^- |\*\*/g, ''));
    },
  );

  it('houdt een telefoonnummer op een regel', () => {
    expect(html('Bel 0800-2000, of 000-000 00 01.')).toBe('<p>Bel <span class="heel">0800-2000</span>, of <span class="heel">000-000 00 01</span>.</p>');
    expect(html('Bel 112 als je 3 jaar wacht')).toBe('<p>Bel 112 als je 3 jaar wacht</p>');
  });
});
