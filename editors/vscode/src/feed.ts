// Fetches a feed, when the user asks for it. The server itself uses no network. Of the editor only its words, so
// that it is tested without one.

import { l10n } from 'vscode';

export interface Limits {
  /** Bytes. */
  size: number;
  /** Milliseconds. */
  time: number;
}

/** Feeds first, where an address has several forms. */
const FEEDS = 'application/rss+xml, application/atom+xml, application/ld+json, */*;q=0.5';

export const LIMITS: Limits = { size: 20 * 1024 * 1024, time: 30_000 };

/** What is wrong with an address; nothing where it can be fetched. */
export function wrong(address: string): string | undefined {
  if (!URL.canParse(address)) return l10n.t('Write the whole address, as in https://example.org/feed.xml.');
  return new URL(address).protocol === 'https:' ? undefined : l10n.t('Only addresses that begin with https:// are fetched.');
}

/** The bytes at `address`; rejects with a reason that can be shown. */
export async function fetchFeed(address: string, { size, time }: Limits = LIMITS, get: typeof fetch = fetch): Promise<Uint8Array> {
  const why = wrong(address);
  if (why !== undefined) throw new Error(why);
  const signal = AbortSignal.timeout(time);
  try {
    const answer = await get(address, { signal, credentials: 'omit', headers: { accept: FEEDS } });
    if (answer.redirected && wrong(answer.url) !== undefined) throw new Error(l10n.t('it leads to {0}, which is not https', answer.url));
    if (!answer.ok) throw new Error(l10n.t('the server answered {0}', `${answer.status} ${answer.statusText}`.trim()));
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
      parts.push(part);
      length += part.length;
      if (length > size) throw new Error(l10n.t('it is larger than {0} MB', size >> 20));
    }
    return Buffer.concat(parts);
  } catch (error) {
    const { message, cause } = error as Error;
    const reason = signal.aborted ? l10n.t('no answer within {0} seconds', time / 1000) : cause instanceof Error ? cause.message : message;
    throw new Error(l10n.t('{0} could not be fetched: {1}.', address, reason), { cause: error });
  }
}
