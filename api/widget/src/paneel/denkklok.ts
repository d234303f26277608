const DENKT_NA_MS = 800;

/** Says that an answer is being written once it takes long enough to wonder. */
export class Denkklok {
  private klok: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly meld: (denkt: boolean) => void) {}

  /** Call when waiting may have begun or ended. */
  volg(bezig: boolean): void {
    if (bezig) this.klok ??= setTimeout(() => this.meld(true), DENKT_NA_MS);
    else this.stop();
  }

  /** Waits no longer. */
  stop(): void {
    if (this.klok) clearTimeout(this.klok);
    this.klok = null;
    this.meld(false);
  }
}
