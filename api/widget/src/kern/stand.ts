import type { EigenKaart, Kaart } from './typen.js';

/** Where the gesprek stands: not begun, being fetched, going on, ended by time, by wiping, or out of reach. */
export type Fase = 'rust' | 'laadt' | 'open' | 'verlopen' | 'gewist' | 'storing';

/** One line of the gesprek as the visitor sees it. */
export interface Regel {
  nr: number;
  van: 'bezoeker' | 'voordeur';
  kaart: Kaart | EigenKaart;
  taal?: string;
  stand?: 'onderweg' | 'mislukt';
  gekozen?: string;
}

/** For which gemeente, for whom, and with which server. */
export interface Instelling {
  gemeente: string;
  rol: string | null;
  oorsprong: string;
}
