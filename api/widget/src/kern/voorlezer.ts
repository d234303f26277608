/** Reads aloud with a Dutch voice of the device itself: with a voice from the internet others could listen along. */
export class Voorlezer {
  bezig = false;

  private stem: SpeechSynthesisVoice | null = null;
  private ronde = 0;
  private readonly spraak = 'speechSynthesis' in window ? window.speechSynthesis : null;
  private readonly kiesStem = (): void => {
    this.stem = nederlandseStem(this.spraak?.getVoices() ?? []);
    this.gewijzigd();
  };

  constructor(private readonly gewijzigd: () => void) {}

  /** Whether there is such a voice; browsers may find their voices later. */
  get kan(): boolean {
    return this.stem !== null;
  }

  /** Starts to look for voices. */
  luister(): void {
    this.spraak?.addEventListener?.('voiceschanged', this.kiesStem);
    this.kiesStem();
  }

  /** Stops, and looks for voices no longer. */
  ophouden(): void {
    this.spraak?.removeEventListener?.('voiceschanged', this.kiesStem);
    this.zwijg();
  }

  /** Says these paragraphs one after the other, instead of what was being said. */
  lees(alineas: readonly string[]): void {
    this.zwijg();
    if (!this.spraak || !this.stem || alineas.length === 0) return;
    const ronde = ++this.ronde;
    const klaar = (): void => this.klaar(ronde);
    alineas.forEach((alinea, plek) => this.spraak?.speak(this.uiting(alinea, plek === alineas.length - 1 ? klaar : null, klaar)));
    this.bezig = true;
    this.gewijzigd();
  }

  /** Says no more. */
  zwijg(): void {
    if (!this.bezig) return;
    this.klaar(this.ronde);
    this.spraak?.cancel();
  }

  private uiting(tekst: string, einde: (() => void) | null, fout: () => void): SpeechSynthesisUtterance {
    const uiting = new SpeechSynthesisUtterance(tekst);
    uiting.voice = this.stem;
    uiting.lang = 'nl-NL';
    uiting.onend = einde;
    uiting.onerror = fout;
    return uiting;
  }

  private klaar(ronde: number): void {
    if (ronde !== this.ronde || !this.bezig) return;
    this.bezig = false;
    this.gewijzigd();
  }
}

/** A Dutch voice that works on the device, that of the Netherlands first; null when there is none. */
export function nederlandseStem(stemmen: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | null {
  const eigen = stemmen.filter((stem) => stem.localService === true && /^nl\b|^nl_/i.test(stem.lang));
  return eigen.find((stem) => /^nl[-_]nl/i.test(stem.lang)) ?? eigen[0] ?? null;
}
