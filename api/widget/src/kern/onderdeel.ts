import { LitElement } from 'lit';
import { kleed } from './kleding.js';

/** A Lit element whose styles pass a strict host policy in every browser that we serve. */
export abstract class Onderdeel extends LitElement {
  protected abstract readonly stijlen: string[];

  protected override createRenderRoot(): ShadowRoot {
    const wortel = this.attachShadow({ mode: 'open' });
    kleed(wortel, ...this.stijlen);
    return wortel;
  }

  /** Moves focus to an element of this part once it stands on the screen. */
  protected async richtOp(kiezer: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(kiezer)?.focus();
  }
}
