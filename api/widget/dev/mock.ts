import type { Antwoord, Kaart } from '../src/kern/typen.js';
import { AANMELDING, ARTIKEL, BEGROETING, CONTACT, HULPLIJN, KEUZES, LOKAAL, ONVEILIG, VOORZIENING } from './kaarten.js';

interface Nabootsing {
  uitleg: string;
  berichten?: Kaart[];
  route?: string;
  taal?: string;
  status?: number;
  detail?: string;
  na?: number;
}

/** What the imitated server says to a word in the message. */
export const ANTWOORDEN: Record<string, Nabootsing> = {
  slapen: { uitleg: 'een artikel met keuzes', berichten: [ARTIKEL, KEUZES] },
  buurt: { uitleg: 'een voorziening', berichten: [{ soort: 'tekst', tekst: 'Dit is er bij jou in de buurt.' }, VOORZIENING] },
  bellen: { uitleg: 'contact en hulplijnen', berichten: [CONTACT, HULPLIJN, LOKAAL] },
  aanmelden: { uitleg: 'de aanmelding', berichten: [{ soort: 'tekst', tekst: 'Fijn dat je dit vraagt. Ik heb alvast opgeschreven wat je vertelde.' }, AANMELDING] },
  onveilig: { uitleg: 'het veiligheidsantwoord', berichten: ONVEILIG, route: 'veiligheid' },
  traag: { uitleg: 'een antwoord na 3 seconden', berichten: [{ soort: 'tekst', tekst: 'Daar ben ik.' }], na: 3000 },
  arabisch: { uitleg: 'van rechts naar links', berichten: [{ soort: 'tekst', tekst: 'هذه محادثة باللغة الهولندية. يمكنك الاتصال بفريق الشباب والأسرة.' }], taal: 'ar' },
  druk: { uitleg: 'te veel berichten (429)', status: 429, detail: 'Je stuurt erg veel berichten achter elkaar. Wacht even.', berichten: [HULPLIJN] },
  lang: { uitleg: 'te lang (413)', status: 413, detail: 'Je bericht is te lang.', berichten: [HULPLIJN] },
  stuk: { uitleg: 'storing (503)', status: 503, detail: 'De chat doet het even niet.', berichten: [CONTACT] },
  verlopen: { uitleg: 'verlopen (401)', status: 401, detail: 'Dit gesprek is verlopen.' },
  weg: { uitleg: 'geen verbinding', status: 0 },
};

/** Puts an imitated server in the place of `fetch`. */
export function bootsNa(): void {
  const echt = window.fetch.bind(window);
  window.fetch = async (adres, init) => {
    const pad = new URL(String(adres), location.href).pathname;
    return pad.startsWith('/api/v1/') ? antwoord(pad.slice(7), init ?? {}) : echt(adres, init);
  };
}

async function antwoord(pad: string, init: RequestInit): Promise<Response> {
  const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {};
  if (pad.startsWith('/gemeenten/')) return json(200, GEMEENTE);
  if (pad === '/aanmeldingen') return json(201, ONTVANGST);
  if (pad === '/gesprekken') return json(201, { id: 'g1', token: 't1', gemeente: 'kaag-en-braassem', verloopt_op: '', berichten: BEGROETING });
  if (pad.endsWith('/concept')) return json(200, { velden: AANMELDING.velden });
  if (init.method === 'DELETE') return new Response(null, { status: 204 });
  if (init.method === 'GET') return json(200, { berichten: BEGROETING.map((kaart) => ({ van: 'voordeur', kaart })) });
  return beurt(String(body['tekst'] ?? body['keuze'] ?? '').toLowerCase());
}

async function beurt(tekst: string): Promise<Response> {
  const woord = Object.keys(ANTWOORDEN).find((kandidaat) => tekst.includes(kandidaat));
  const keuze: Nabootsing = (woord && ANTWOORDEN[woord]) || { uitleg: '', berichten: [{ soort: 'tekst', tekst: `Je zei: ${tekst}` }] };
  await new Promise((klaar) => setTimeout(klaar, keuze.na ?? 150));
  if (keuze.status === 0) throw new TypeError('geen verbinding');
  const berichten = keuze.berichten ?? [];
  if (keuze.status) return json(keuze.status, { type: 'about:blank', title: 'Dat lukte niet', status: keuze.status, detail: keuze.detail, berichten });
  const goed: Antwoord = { route: keuze.route ?? 'kennis', urgentie: null, taal: keuze.taal ?? 'nl', berichten };
  return json(200, goed);
}

function json(status: number, inhoud: unknown): Response {
  return new Response(JSON.stringify(inhoud), { status, headers: { 'Content-Type': 'application/json' } });
}

const GEMEENTE = {
  naam: 'Kaag en Braassem',
  kernen: ['Leimuiden', 'Oude Wetering', 'Roelofarendsveen', 'Woubrugge'].map((naam) => ({ id: naam.toLowerCase().replace(' ', '-'), naam })),
  teams: [{ id: 'jgt', naam: 'JGT Kaag en Braassem' }],
  demo: true,
};

const ONTVANGST = {
  kenmerk: 'KB-7K4P2',
  code: 'appel-fiets-wolk-93',
  status: 'ontvangen',
  contact_voor: '2026-11-27',
  eerst_gelezen: '2026-11-23T08:30:00+01:00',
  telefoon: '000 - 000 00 00',
};
