import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where the panel fills the screen, as in starter.css. */
const TELEFOON = '(max-width: 30rem)';

/** Whether the screen is that of a phone; draws its part again when that changes. */
export class Telefoonscherm implements ReactiveController {
  private readonly scherm = window.matchMedia(TELEFOON);
  private readonly draai = (): void => this.deel.requestUpdate();

  constructor(private readonly deel: ReactiveControllerHost) {
    deel.addController(this);
  }

  get smal(): boolean {
    return this.scherm.matches;
  }

  hostConnected(): void {
    this.scherm.addEventListener('change', this.draai);
  }

  hostDisconnected(): void {
    this.scherm.removeEventListener('change', this.draai);
  }
}
