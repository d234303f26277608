/** The cards and bodies of the contract, as `actions/kaarten.py` sends them. */

export interface Tekst {
  soort: 'tekst';
  tekst: string;
  id?: string | null;
}

export interface Bronvermelding {
  titel: string;
  url: string;
}

export interface ArtikelBlok {
  kop: string;
  tekst: string;
}

export interface ArtikelKaart {
  soort: 'artikel';
  artikel: string;
  titel: string;
  tekst: string;
  blokken: ArtikelBlok[];
  wanneer_hulp: string | null;
  bronnen: Bronvermelding[];
  nagekeken_op: string;
  concept?: boolean;
}

export interface VoorzieningKaart {
  soort: 'voorziening';
  id: string;
  naam: string;
  wat: string;
  voor_wie?: string | null;
  kosten?: string | null;
  hoe_kom_je_er?: string | null;
  telefoon?: string | null;
  url?: string | null;
  nagekeken_op: string;
  demo?: boolean;
}

export interface HulplijnKaart {
  soort: 'hulplijn';
  id: string;
  naam: string;
  waarvoor: string;
  nummer?: string | null;
  open?: string | null;
  nu_open?: boolean | null;
  gratis?: boolean | null;
  chat?: string | null;
  site?: string | null;
  demo?: boolean;
}

export interface Keuze {
  label: string;
  keuze: string;
}

export interface Keuzes {
  soort: 'keuzes';
  keuzes: Keuze[];
}

export interface AanmeldingKaart {
  soort: 'aanmelding';
  velden: Velden;
}

export interface ContactKaart {
  soort: 'contact';
  team: string;
  telefoon: string | null;
  open: string | null;
  nu_open?: boolean | null;
  uitleg: string;
  demo?: boolean;
}

export interface ConsultKaart {
  soort: 'consult';
  gemeente: string;
  onderwerp?: string | null;
  kern?: string | null;
}

export type Kaart =
  | Tekst
  | ArtikelKaart
  | VoorzieningKaart
  | HulplijnKaart
  | Keuzes
  | AanmeldingKaart
  | ConsultKaart
  | ContactKaart;

/** What only the widget itself says: a notice about sending, and the lines for when our server is away. */
export type EigenKaart = { soort: 'melding'; tekst: string } | { soort: 'noodlijnen' };

export interface ContactWens {
  telefoon?: string;
  email?: string;
  vorm?: string;
  wanneer?: string[];
  veilig_bellen?: boolean;
  voicemail_ok?: boolean;
  mail_bericht?: string;
  tolk?: string;
}

export interface Velden {
  rol?: string;
  naam?: string;
  kind_leeftijd?: string;
  kern?: string;
  zorg?: string;
  sinds?: string;
  al_geprobeerd?: string;
  wie_helpt_al?: string;
  vaste_medewerker?: string;
  steunfiguur?: string;
  wens?: string;
  gaat_goed?: string;
  met_jou?: string;
  aangeboden?: string;
  leefgebieden?: string[];
  contact?: ContactWens;
  wie_weten_ervan?: string;
  veilig_te_benaderen?: string;
  opmerking?: string;
}

export interface Sessie {
  id: string;
  token: string;
}

export interface NieuwGesprek extends Sessie {
  gemeente: string;
  verloopt_op: string;
  berichten: Kaart[];
}

export interface Antwoord {
  route: string;
  urgentie: { niveau: string; categorie: string; regel: string } | null;
  taal: string;
  berichten: Kaart[];
}

export interface Transcript {
  berichten: { van: 'bezoeker' | 'voordeur'; kaart: Kaart }[];
}

/** Changed fields only; null for what was emptied. */
export type Wijziging = Record<string, unknown>;

/** What the visitor sends in one beurt. */
export type Inhoud = { tekst: string } | { keuze: string };

export interface Gemeente {
  naam: string;
  /** `team` is the id of the team that serves this kern. */
  kernen: { id: string; naam: string; team?: string | null }[];
  teams?: { id: string; naam: string }[];
  demo?: boolean;
}

export interface Ontvangst {
  kenmerk: string;
  code: string;
  status: string;
  contact_voor: string;
  eerst_gelezen?: string | null;
  telefoon?: string | null;
  team?: string | null;
  uren?: string | null;
  berichten?: Kaart[];
  intussen?: { artikelen?: Leestip[]; plekken?: Kaart[] };
  rechten?: Kaart[];
  /** The belofte as text/calendar. */
  agenda?: string;
}

/** An article on our own pages. */
export interface Leestip {
  titel: string;
  adres: string;
}
