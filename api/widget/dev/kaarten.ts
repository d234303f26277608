import type { AanmeldingKaart, ArtikelKaart, ContactKaart, HulplijnKaart, Kaart, Keuzes, VoorzieningKaart } from '../src/kern/typen.js';

/** Cards of every kind, made up for the development page and the tests. */
export const ARTIKEL: ArtikelKaart = {
  soort: 'artikel',
  artikel: 'slapen/peuter-uit-bed',
  titel: 'Mijn peuter komt steeds uit bed. Wat helpt?',
  tekst: 'Elke avond weer naar boven en weer terug: daar word je moe van. Breng je kind **rustig en zonder veel woorden** terug naar bed. Doe elke avond hetzelfde, in dezelfde volgorde.',
  blokken: [
    { kop: 'Wat is gewoon', tekst: 'Veel peuters komen uit bed.\nZe vinden het spannend om alleen te zijn.\n\nDat gaat meestal na een paar weken over.' },
    { kop: 'Wat je vandaag kunt doen', tekst: 'Dit kun je proberen:\n- Begin een half uur eerder met rustig spelen.\n- Lees **één** boekje voor.\n- Zeg: "Het is bedtijd. Ik breng je terug naar je bed."' },
    { kop: 'Liever niet', tekst: '1. Onderhandelen aan de rand van het bed.\n2. Boos worden. Dat maakt je kind juist wakker.' },
    { kop: 'Wanneer hulp', tekst: 'Zie hierboven.' },
  ],
  wanneer_hulp: 'Slaapt je kind al langer dan een maand slecht, of ben je zelf op? Bel dan de jeugdgezondheidszorg (JGZ) of het JGT.',
  bronnen: [
    { titel: 'Slapen bij peuters', url: 'https://voorbeeld.nl/slapen' },
    { titel: 'Richtlijn gezonde slaap', url: 'https://voorbeeld.nl/richtlijn' },
  ],
  nagekeken_op: '2026-11-22',
  concept: true,
};

export const VOORZIENING: VoorzieningKaart = {
  soort: 'voorziening',
  id: 'oudercafe',
  naam: 'Oudercafé De Veenkluit',
  wat: 'Koffie, andere ouders en een opvoedkundige die meedenkt.',
  voor_wie: 'Ouders van kinderen van 0 tot 6 jaar',
  kosten: 'Gratis',
  hoe_kom_je_er: 'Loop binnen op dinsdagochtend.',
  telefoon: '000 - 000 00 01',
  url: 'https://voorbeeld.nl/oudercafe',
  nagekeken_op: '2026-11-01',
  demo: true,
};

export const HULPLIJN: HulplijnKaart = {
  soort: 'hulplijn',
  id: 'luisterend-oor',
  naam: 'Het Luisterend Oor',
  waarvoor: 'Om je verhaal kwijt te kunnen. Je naam hoeft niet.',
  nummer: '000 - 111 11 11',
  open: 'nu open tot 21.00 uur',
  nu_open: true,
  gratis: true,
  chat: 'chat.voorbeeld.nl',
  site: 'https://www.voorbeeld.nl/oor',
};

export const LOKAAL: HulplijnKaart = { soort: 'hulplijn', id: 'crisis', naam: 'Crisisdienst jeugd', waarvoor: 'Als het thuis nu niet meer gaat.', nummer: '000 - 000 00 02', open: 'dag en nacht', demo: true };

export const CONTACT: ContactKaart = {
  soort: 'contact',
  team: 'Jeugd- en Gezinsteam Kaag en Braassem',
  telefoon: '000 - 000 00 00',
  open: 'maandag 9.00 uur weer open',
  nu_open: false,
  uitleg: 'Je krijgt een medewerker aan de lijn.\nBellen kost niets extra.',
  demo: true,
};

export const KEUZES: Keuzes = {
  soort: 'keuzes',
  keuzes: [
    { label: 'Dit helpt', keuze: 'geholpen' },
    { label: 'Dit is niet genoeg', keuze: 'niet_genoeg' },
    { label: 'Ik wil iemand spreken', keuze: 'aanmelden' },
  ],
};

export const AANMELDING: AanmeldingKaart = {
  soort: 'aanmelding',
  velden: {
    rol: 'ouder',
    kern: 'woubrugge',
    zorg: 'Onze dochter van 3 slaapt al weken slecht.\nWe zijn allebei op.',
    kind_leeftijd: '3 jaar',
    sinds: 'zes weken',
    leefgebieden: ['geldzorgen'],
    contact: { wanneer: ['ochtend'], vorm: 'bellen' },
  },
};

export const BEGROETING: Kaart[] = [
  { soort: 'tekst', tekst: 'Hoi, ik ben Voordeur. Ik ben een computer, geen mens.\n\nJe kunt me alles vragen over opvoeden en opgroeien. Een mens spreken kan altijd.' },
  { soort: 'keuzes', keuzes: [{ label: 'Ik heb een vraag over slapen', keuze: 'slapen' }, { label: 'Wat is er in de buurt?', keuze: 'buurt' }, { label: 'Ik wil iemand spreken', keuze: 'aanmelden' }] },
];

export const ONVEILIG: Kaart[] = [
  { soort: 'tekst', tekst: 'Wat goed dat je dit zegt. Ben je nu in gevaar? Bel dan meteen.' },
  { ...HULPLIJN, id: 'nood', naam: 'Noodnummer (nagebootst)', nummer: '000', chat: null, site: null, open: 'dag en nacht' },
];
