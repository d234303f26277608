import type { Gesprek } from '../kern/gesprek.js';
import type { Fase } from '../kern/stand.js';

const GESTOPT: readonly Fase[] = ['verlopen', 'gewist', 'storing'];

/** Keeps in view what is new: the beginning of a reply, that one is being written, or what to do when it stopped. */
export class Meeroller {
  private gezien = 0;
  private vorigeFase: Fase = 'rust';

  constructor(private readonly wortel: () => ParentNode) {}

  /** Call when the gesprek has been drawn. */
  volg(gesprek: Gesprek, denktNu: boolean): void {
    const blad = this.wortel().querySelector<HTMLElement>('#blad .log')?.parentElement;
    if (!blad) return;
    const rol = rolbaar(blad);
    const nieuw = gesprek.regels.find((regel) => regel.nr > this.gezien);
    if (nieuw) this.toon(rol, nieuw.nr, gesprek);
    const gestopt = gesprek.fase !== this.vorigeFase && GESTOPT.includes(gesprek.fase);
    if (denktNu || gestopt) rol.scrollTop = rol.scrollHeight;
    this.vorigeFase = gesprek.fase;
  }

  /** Shows the end again, after something else stood in place of the messages. */
  naarEinde(): void {
    const blad = this.wortel().querySelector<HTMLElement>('#blad .log')?.parentElement;
    if (blad) rolbaar(blad).scrollTop = blad.scrollHeight;
  }

  private toon(rol: HTMLElement, nr: number, gesprek: Gesprek): void {
    this.gezien = Math.max(...gesprek.regels.map((regel) => regel.nr));
    const regel = this.wortel().querySelector<HTMLElement>(`[data-nr="${nr}"]`);
    if (gesprek.hervat || !regel) rol.scrollTop = rol.scrollHeight;
    else rol.scrollTop += regel.getBoundingClientRect().top - rol.getBoundingClientRect().top - this.ruimte(rol);
  }

  /** What stays above a line: some air, and in a low window the two safety buttons. */
  private ruimte(rol: HTMLElement): number {
    return 12 + (rol.querySelector<HTMLElement>('.veiligheid')?.offsetHeight ?? 0);
  }
}

/** In a low window the whole panel scrolls instead of the page of messages. */
function rolbaar(blad: HTMLElement): HTMLElement {
  return getComputedStyle(blad).overflowY === 'visible' ? (blad.parentElement ?? blad) : blad;
}
