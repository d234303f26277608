const DATUM: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const ZONE = 'Europe/Amsterdam';

/** Fills `{naam}` in a text; an unknown name stays as it is. */
export function vul(tekst: string, waarden: Record<string, string | number>): string {
  return tekst.replace(/\{(\w+)\}/g, (heel, naam: string) => String(waarden[naam] ?? heel));
}

/** '2026-11-22' as '22 november 2026', with the weekday when asked; anything else unchanged. */
export function datumInWoorden(datum: string, metDag = false): string {
  const moment = /^\d{4}-\d\d-\d\d$/.test(datum) ? new Date(`${datum}T12:00:00Z`) : new Date(NaN);
  if (Number.isNaN(moment.getTime())) return datum;
  return moment.toLocaleDateString('nl-NL', metDag ? { weekday: 'long', ...DATUM } : DATUM);
}

/** The day of a moment in Dutch words and Dutch time. */
export function dagInWoorden(moment: Date): string {
  return moment.toLocaleDateString('nl-NL', { ...DATUM, timeZone: ZONE });
}

/** A date or an ISO moment in Dutch words and Dutch time; text that is already words stays as it is. */
export function momentInWoorden(moment: string): string {
  if (!/^\d{4}-\d\d-\d\dT/.test(moment)) return datumInWoorden(moment, true);
  const tijdstip = new Date(moment);
  if (Number.isNaN(tijdstip.getTime())) return moment;
  const dag = tijdstip.toLocaleDateString('nl-NL', { weekday: 'long', day: 'numeric', month: 'long', timeZone: ZONE });
  const tijd = tijdstip.toLocaleTimeString('nl-NL', { hour: '2-digit', minute: '2-digit', timeZone: ZONE });
  return `${dag}, ${tijd.replace(':', '.')} uur`;
}

/** The text cut at blank lines; line breaks within a paragraph are kept. */
export function alineas(tekst: string): string[] {
  return tekst
    .split(/\n\s*\n/)
    .map((alinea) => alinea.trim())
    .filter(Boolean);
}

/** A `tel:` address, or null when there is no digit to dial. */
export function telAdres(nummer: string): string | null {
  const cijfers = nummer.replace(/[^\d+]/g, '');
  return /\d/.test(cijfers) ? `tel:${cijfers}` : null;
}

/** An http(s) address for a link, with the scheme added when only a domain was given; null for anything else. */
export function webAdres(tekst: string | null | undefined): string | null {
  if (!tekst) return null;
  try {
    const adres = new URL(/^[a-z][a-z0-9+.-]*:/i.test(tekst) ? tekst : `https://${tekst}`);
    return /^https?:$/.test(adres.protocol) ? adres.href : null;
  } catch {
    return null;
  }
}

/** The address as one would say it: domain without `www.`. */
export function domein(adres: string): string {
  return new URL(adres).hostname.replace(/^www\./, '');
}

/** The text cut around numbers in groups, such as 0800-2000; every second part is such a number, which stays on one line. */
export function rondNummers(tekst: string): string[] {
  return tekst.split(/(\b\d+(?:[ -]\d+)+\b)/);
}
