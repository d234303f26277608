import { opties as teksten } from '../gegenereerd/teksten-opties.js';
import { velden as veldteksten } from '../gegenereerd/teksten-velden.js';

export type VeldId = keyof typeof veldteksten;

/** What stands in the form: text, or the ticked values of a list. */
export type Waarde = string | string[];
export type Waarden = Partial<Record<VeldId, Waarde>>;

export interface Optie {
  waarde: string;
  label: string;
}

export interface Veld {
  id: VeldId;
  soort: 'regel' | 'tekst' | 'tel' | 'email' | 'lijst' | 'een' | 'meer';
  verplicht?: true;
  autocomplete?: string;
  opties?: readonly Optie[];
}

/** How 'yes' and 'no' stand in the form; in the aanmelding they are booleans. */
export const JA = 'ja';
export const NEE = 'nee';

const rollen: Optie[] = [
  { waarde: 'ouder', label: teksten.rol_ouder },
  { waarde: 'jongere', label: teksten.rol_jongere },
  { waarde: 'professional', label: teksten.rol_professional },
  { waarde: 'ander', label: teksten.rol_ander },
];

const vormen: Optie[] = [
  { waarde: 'bellen', label: teksten.vorm_bellen },
  { waarde: 'beeldbellen', label: teksten.vorm_beeldbellen },
  { waarde: 'huisbezoek', label: teksten.vorm_huisbezoek },
  { waarde: 'op school', label: teksten.vorm_op_school },
  { waarde: 'mail', label: teksten.vorm_mail },
];

const dagdelen: Optie[] = [
  { waarde: 'ochtend', label: teksten.wanneer_ochtend },
  { waarde: 'middag', label: teksten.wanneer_middag },
  { waarde: 'avond', label: teksten.wanneer_avond },
];

const mailkeuzes: Optie[] = [
  { waarde: 'alleen_ik', label: teksten.mail_bericht_alleen_ik },
  { waarde: 'gedeeld', label: teksten.mail_bericht_gedeeld },
  { waarde: 'nee', label: teksten.mail_bericht_nee },
];

const jaNee: Optie[] = [
  { waarde: JA, label: teksten.ja },
  { waarde: NEE, label: teksten.nee },
];

export const JIJ: readonly Veld[] = [
  { id: 'rol', soort: 'een', verplicht: true, opties: rollen },
  { id: 'naam', soort: 'regel', verplicht: true, autocomplete: 'given-name' },
  { id: 'kern', soort: 'lijst', verplicht: true },
];

export const VRAAG: readonly Veld[] = [
  { id: 'zorg', soort: 'tekst', verplicht: true },
  { id: 'kind_leeftijd', soort: 'regel' },
];

export const BEREIKEN: readonly Veld[] = [
  { id: 'telefoon', soort: 'tel', autocomplete: 'tel' },
  { id: 'email', soort: 'email', autocomplete: 'email' },
  { id: 'mail_bericht', soort: 'een', opties: mailkeuzes },
  { id: 'veilig_bellen', soort: 'een', opties: jaNee },
  { id: 'voicemail_ok', soort: 'een', opties: jaNee },
  { id: 'vorm', soort: 'een', opties: vormen },
  { id: 'wanneer', soort: 'meer', opties: dagdelen },
  { id: 'tolk', soort: 'regel' },
];

export const MEER: readonly Veld[] = [
  { id: 'sinds', soort: 'regel' },
  { id: 'al_geprobeerd', soort: 'tekst' },
  { id: 'wie_helpt_al', soort: 'tekst' },
  { id: 'vaste_medewerker', soort: 'regel' },
  { id: 'steunfiguur', soort: 'regel' },
  { id: 'wens', soort: 'tekst' },
  { id: 'gaat_goed', soort: 'tekst' },
  { id: 'met_jou', soort: 'tekst' },
  { id: 'aangeboden', soort: 'tekst' },
  { id: 'leefgebieden', soort: 'meer' },
  { id: 'wie_weten_ervan', soort: 'tekst' },
  { id: 'veilig_te_benaderen', soort: 'tekst' },
  { id: 'opmerking', soort: 'tekst' },
];

/** The parts of the form; on a phone each is a step. */
export const DELEN = [JIJ, VRAAG, BEREIKEN, MEER] as const;

export const ALLE: readonly Veld[] = DELEN.flat();
