import { kaart as teksten } from '../gegenereerd/teksten-kaart.js';
import type { ArtikelKaart, ContactKaart, EigenKaart, HulplijnKaart, Kaart, VoorzieningKaart } from '../kern/typen.js';
import { alineas, datumInWoorden, vul } from '../kern/woorden.js';

type Los = string | null | undefined;

/** A paragraph of plain text, or the heading above one. */
export interface Alinea {
  tekst: string;
  kop?: true;
}

/** What a card says as plain text; buttons and forms say nothing. `alles` takes what is folded away too. */
export function alsAlineas(kaart: Kaart | EigenKaart, alles: boolean): Alinea[] {
  switch (kaart.soort) {
    case 'tekst':
    case 'melding':
      return opgedeeld(kaart.tekst);
    case 'artikel':
      return artikel(kaart, alles);
    case 'voorziening':
      return voorziening(kaart);
    case 'hulplijn':
      return hulplijn(kaart);
    case 'contact':
      return contact(kaart);
    default:
      return [];
  }
}

function artikel(kaart: ArtikelKaart, alles: boolean): Alinea[] {
  const { titel, tekst, wanneer_hulp, blokken } = kaart;
  const kort = [kop(titel), ...opgedeeld(tekst), ...(wanneer_hulp ? blok(teksten.wanneer_hulp, wanneer_hulp) : [])];
  if (!alles) return kort;
  const rest = blokken.filter((deel) => !wanneer_hulp || deel.kop !== teksten.wanneer_hulp);
  return [...kort, ...rest.flatMap((deel) => blok(deel.kop, deel.tekst)), ...herkomst(kaart)];
}

function herkomst({ bronnen, nagekeken_op }: ArtikelKaart): Alinea[] {
  const bron = regels(...bronnen.map(({ titel, url }) => `${titel}: ${url}`));
  const datum = vul(teksten.nagekeken, { datum: datumInWoorden(nagekeken_op) });
  return [...(bron[0] ? [kop(teksten.bronnen), ...bron] : []), { tekst: datum }];
}

function voorziening(kaart: VoorzieningKaart): Alinea[] {
  const feiten = regels(
    met(teksten.voor_wie, kaart.voor_wie),
    met(teksten.kosten, kaart.kosten),
    met(teksten.hoe_kom_je_er, kaart.hoe_kom_je_er),
    met(teksten.telefoon, kaart.telefoon),
    met(teksten.website, kaart.url),
  );
  return [kop(kaart.naam), { tekst: kaart.wat }, ...feiten];
}

function hulplijn(kaart: HulplijnKaart): Alinea[] {
  const chat = kaart.chat ? vul(teksten.chat, { adres: kaart.chat }) : null;
  return [kop(kaart.naam), { tekst: kaart.waarvoor }, ...regels(met(teksten.telefoon, kaart.nummer), kaart.open, chat, kaart.site)];
}

function contact(kaart: ContactKaart): Alinea[] {
  return [kop(kaart.team), { tekst: kaart.uitleg }, ...regels(met(teksten.telefoon, kaart.telefoon), kaart.open)];
}

function kop(tekst: string): Alinea {
  return { tekst, kop: true };
}

function blok(naam: string, tekst: string): Alinea[] {
  return [kop(naam), ...opgedeeld(tekst)];
}

/** The paragraphs of a text without the marks for bold. */
function opgedeeld(tekst: string): Alinea[] {
  return alineas(tekst.replace(/\*\*(.+?)\*\*/g, '$1')).map((alinea) => ({ tekst: alinea }));
}

function met(naam: string, waarde: Los): Los {
  return waarde && `${naam}: ${waarde}`;
}

/** What there is, under each other in one paragraph. */
function regels(...delen: Los[]): Alinea[] {
  const tekst = delen.filter(Boolean).join('\n');
  return tekst ? [{ tekst }] : [];
}
