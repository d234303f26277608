import { formulier as teksten } from '../gegenereerd/teksten-formulier.js';
import { ALLE, DELEN, type VeldId, type Waarden } from './velden.js';

export type Fouten = Partial<Record<VeldId, string>>;

const VERPLICHT: Partial<Record<VeldId, string>> = {
  rol: teksten.fout_rol,
  naam: teksten.fout_naam,
  kern: teksten.fout_kern,
  zorg: teksten.fout_zorg,
};

/** What is wrong with one field as it is left, or null. */
export function keurVeld(id: VeldId, waarden: Waarden): string | null {
  const waarde = alsTekst(waarden, id);
  if (!waarde) return VERPLICHT[id] ?? null;
  if (id === 'telefoon' && !isTelefoon(waarde)) return teksten.fout_telefoon;
  if (id === 'email' && !isEmail(waarde)) return teksten.fout_email;
  return null;
}

/** Everything that keeps the aanmelding from being shown for approval; one way to reach the visitor is needed. */
export function keur(waarden: Waarden): Fouten {
  const fouten: Fouten = {};
  for (const { id } of ALLE) {
    const fout = keurVeld(id, waarden);
    if (fout) fouten[id] = fout;
  }
  const onbereikbaar = !alsTekst(waarden, 'telefoon') && !alsTekst(waarden, 'email');
  return onbereikbaar ? { ...fouten, telefoon: teksten.fout_bereiken } : fouten;
}

/** What is wrong in one part of the form. */
export function keurDeel(deel: number, waarden: Waarden): Fouten {
  const hier = DELEN[deel] ?? [];
  return Object.fromEntries(Object.entries(keur(waarden)).filter(([id]) => hier.some((veld) => veld.id === id)));
}

/** The part of the form that a field stands in. */
export function deelVan(veldId: VeldId): number {
  return DELEN.findIndex((velden) => velden.some(({ id }) => id === veldId));
}

/** The first field, in the order of the form, that has an error. */
export function eersteFout(fouten: Fouten): VeldId | null {
  return ALLE.find(({ id }) => fouten[id])?.id ?? null;
}

/** What the server found wrong, at the field of the form that its path ends in. */
export function alsFouten(velden: readonly { veld: string; uitleg: string }[]): Fouten {
  const paren = velden.map(({ veld, uitleg }) => [veld.split('.').find((deel) => ALLE.some(({ id }) => id === deel)), uitleg] as const);
  return Object.fromEntries(paren.filter(([id]) => id !== undefined));
}

function alsTekst(waarden: Waarden, id: VeldId): string {
  const waarde = waarden[id];
  return typeof waarde === 'string' ? waarde.trim() : '';
}

function isTelefoon(tekst: string): boolean {
  const cijfers = tekst.replace(/[\s().-]/g, '');
  return /^(\+|0)\d{7,14}$/.test(cijfers);
}

function isEmail(tekst: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(tekst);
}
