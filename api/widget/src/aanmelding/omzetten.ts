import { velden as veldteksten } from '../gegenereerd/teksten-velden.js';
import type { ContactWens, Gemeente, Velden, Wijziging } from '../kern/typen.js';
import { ALLE, JA, NEE, type Veld, type VeldId, type Waarde, type Waarden } from './velden.js';

const CONTACT = ['telefoon', 'email', 'vorm', 'wanneer', 'mail_bericht', 'veilig_bellen', 'voicemail_ok', 'tolk'] as const;
const JA_NEE: readonly VeldId[] = ['veilig_bellen', 'voicemail_ok'];

const inContact = (id: VeldId): boolean => (CONTACT as readonly VeldId[]).includes(id);

/** The aanmelding as the contract has it, laid out for the form; what the form does not know is left behind. */
export function naarWaarden(velden: Velden): Waarden {
  const waarden: Waarden = {};
  for (const { id } of ALLE) {
    const bron = (inContact(id) ? velden.contact : velden) as Record<string, unknown> | undefined;
    const waarde = alsWaarde(bron?.[id]);
    if (waarde !== null) waarden[id] = waarde;
  }
  return waarden;
}

/** What will be sent: only what the form shows, without anything empty. */
export function naarVelden(waarden: Waarden): Velden {
  const velden: Record<string, unknown> = {};
  const contact: Record<string, unknown> = {};
  for (const { id } of ALLE) {
    const waarde = gevuld(id, waarden[id]);
    if (waarde !== null) (inContact(id) ? contact : velden)[id] = waarde;
  }
  return Object.keys(contact).length > 0 ? { ...velden, contact: contact as ContactWens } : velden;
}

/** What changed since `oud`, with null for what was emptied: the server keeps every field that is not named. */
export function verschil(nieuw: Velden, oud: Velden): Wijziging {
  const { contact: nieuwContact = {}, ...nieuwRest } = nieuw;
  const { contact: oudContact = {}, ...oudRest } = oud;
  const contact = anders({ ...nieuwContact }, { ...oudContact });
  return { ...anders(nieuwRest, oudRest), ...(Object.keys(contact).length > 0 ? { contact } : {}) };
}

function anders(nieuw: Record<string, unknown>, oud: Record<string, unknown>): Wijziging {
  const namen = [...new Set([...Object.keys(nieuw), ...Object.keys(oud)])];
  const veranderd = namen.filter((naam) => JSON.stringify(nieuw[naam]) !== JSON.stringify(oud[naam]));
  return Object.fromEntries(veranderd.map((naam) => [naam, nieuw[naam] ?? null]));
}

/** One line of 'Dit sturen we': the question and, word for word, what goes with it. */
export interface Regel {
  id: VeldId;
  label: string;
  tekst: string;
}

/** What will be sent as lines to read, in the order of the form. */
export function alsRegels(velden: Velden, gemeente: Gemeente | null): Regel[] {
  const waarden = naarWaarden(velden);
  return ALLE.flatMap((veld) => {
    const waarde = waarden[veld.id];
    return waarde === undefined ? [] : [{ id: veld.id, label: veldteksten[veld.id].label, tekst: inWoorden(veld, waarde, gemeente) }];
  });
}

function inWoorden(veld: Veld, waarde: Waarde, gemeente: Gemeente | null): string {
  if (Array.isArray(waarde)) return waarde.map((deel) => optieLabel(veld, deel)).join(', ');
  if (veld.id === 'kern') return gemeente?.kernen.find((kern) => kern.id === waarde)?.naam ?? waarde;
  return optieLabel(veld, waarde);
}

function optieLabel(veld: Veld, waarde: string): string {
  return veld.opties?.find((optie) => optie.waarde === waarde)?.label ?? waarde;
}

function alsWaarde(ruw: unknown): Waarde | null {
  if (typeof ruw === 'boolean') return ruw ? JA : NEE;
  if (typeof ruw === 'number') return String(ruw);
  if (Array.isArray(ruw)) return ruw.length > 0 ? ruw.map(String) : null;
  return typeof ruw === 'string' && ruw ? ruw : null;
}

function gevuld(id: VeldId, waarde: Waarde | undefined): string | string[] | boolean | null {
  if (Array.isArray(waarde)) return waarde.length > 0 ? waarde : null;
  const tekst = waarde?.trim();
  if (!tekst) return null;
  return JA_NEE.includes(id) ? tekst === JA : tekst;
}
