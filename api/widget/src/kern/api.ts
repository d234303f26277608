import type { Antwoord, Gemeente, Inhoud, Kaart, NieuwGesprek, Ontvangst, Sessie, Transcript, Velden, Wijziging } from './typen.js';

const WACHTTIJD_MS = 30_000;

/** The server said no: the members of `application/problem+json`, with any cards that came along. */
export class Probleem extends Error {
  constructor(
    readonly status: number,
    readonly titel: string,
    readonly detail: string,
    readonly berichten: Kaart[],
    /** What is wrong with which field of an aanmelding, by its path. */
    readonly velden: { veld: string; uitleg: string }[] = [],
  ) {
    super(`${status} ${titel}`);
  }

  /** Whether this gesprek no longer exists for us: expired, wiped or never ours. */
  get verlopen(): boolean {
    return [401, 403, 404, 410].includes(this.status);
  }

  /** Whether sending the very same thing again may help. */
  get tijdelijk(): boolean {
    return this.status === 409 || this.status === 429 || this.status >= 500;
  }
}

/** No answer came back: we do not know whether the server has seen the request. */
export class GeenVerbinding extends Error {}

interface Vraag {
  token?: string;
  sleutel?: string;
  body?: unknown;
  keepalive?: boolean;
}

/** The HTTP contract of Voordeur; one method for each call that the widget makes. */
export class Api {
  constructor(private readonly oorsprong: string) {}

  begin(gemeente: string, rol: string | null): Promise<NieuwGesprek> {
    return this.vraag('POST', '/gesprekken', { body: rol ? { gemeente, rol } : { gemeente } });
  }

  transcript(sessie: Sessie): Promise<Transcript> {
    return this.vraag('GET', `${gesprekPad(sessie)}/berichten`, { token: sessie.token });
  }

  stuur(sessie: Sessie, inhoud: Inhoud, sleutel: string): Promise<Antwoord> {
    return this.vraag('POST', `${gesprekPad(sessie)}/berichten`, { token: sessie.token, sleutel, body: inhoud });
  }

  wis(sessie: Sessie, keepalive = false): Promise<void> {
    return this.vraag('DELETE', gesprekPad(sessie), { token: sessie.token, keepalive });
  }

  concept(sessie: Sessie): Promise<{ velden: Velden }> {
    return this.vraag('GET', `${gesprekPad(sessie)}/concept`, { token: sessie.token });
  }

  bewaarConcept(sessie: Sessie, velden: Wijziging, keepalive = false): Promise<{ berichten?: Kaart[] } | undefined> {
    return this.vraag('PATCH', `${gesprekPad(sessie)}/concept`, { token: sessie.token, body: { velden }, keepalive });
  }

  gemeente(slug: string): Promise<Gemeente> {
    return this.vraag('GET', `/gemeenten/${encodeURIComponent(slug)}`, {});
  }

  meldAan(sessie: Sessie, velden: Velden, sleutel: string): Promise<Ontvangst> {
    const body = { gesprek: sessie.id, velden, toestemming: { versturen: true } };
    return this.vraag('POST', '/aanmeldingen', { token: sessie.token, sleutel, body });
  }

  private async vraag<T>(methode: string, pad: string, vraag: Vraag): Promise<T> {
    const antwoord = await haal(`${this.oorsprong}/api/v1${pad}`, verzoek(methode, vraag));
    if (!antwoord.ok) throw await alsProbleem(antwoord);
    if (antwoord.status === 204) return undefined as T;
    return leesAntwoord<T>(antwoord);
  }
}

function gesprekPad(sessie: Sessie): string {
  return `/gesprekken/${encodeURIComponent(sessie.id)}`;
}

function verzoek(methode: string, { token, sleutel, body, keepalive }: Vraag): RequestInit {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (token) headers['Authorization'] = `Bearer ${token}`;
  if (sleutel) headers['Idempotency-Key'] = sleutel;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const init: RequestInit = { method: methode, headers, credentials: 'omit', cache: 'no-store', keepalive: keepalive ?? false };
  return body === undefined ? init : { ...init, body: JSON.stringify(body) };
}

async function haal(adres: string, init: RequestInit): Promise<Response> {
  const stop = new AbortController();
  const klok = setTimeout(() => stop.abort(), WACHTTIJD_MS);
  try {
    return await fetch(adres, { ...init, signal: stop.signal });
  } catch {
    throw new GeenVerbinding(adres);
  } finally {
    clearTimeout(klok);
  }
}

async function leesAntwoord<T>(antwoord: Response): Promise<T> {
  try {
    return (await antwoord.json()) as T;
  } catch {
    // The connection broke halfway, or something between us and the server answered in its place.
    throw new GeenVerbinding(antwoord.url);
  }
}

async function alsProbleem(antwoord: Response): Promise<Probleem> {
  const inhoud: unknown = await antwoord.json().catch(() => null);
  const deel = (inhoud && typeof inhoud === 'object' ? inhoud : {}) as Record<string, unknown>;
  const [berichten, velden] = [alsLijst<Kaart>(deel['berichten']), alsLijst<{ veld: string; uitleg: string }>(deel['velden'])];
  return new Probleem(antwoord.status, alsZin(deel['title']), alsZin(deel['detail']), berichten, velden);
}

function alsLijst<T>(waarde: unknown): T[] {
  return Array.isArray(waarde) ? (waarde as T[]) : [];
}

function alsZin(waarde: unknown): string {
  return typeof waarde === 'string' ? waarde : '';
}
