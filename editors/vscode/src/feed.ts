// Fetches a feed, when the user asks for it. The server itself uses no network. Without the editor, so that it is tested.

export interface Limits {
  /** Bytes. */
  size: number;
  /** Milliseconds. */
  time: number;
}

export const LIMITS: Limits = { size: 20 * 1024 * 1024, time: 30_000 };

/** What is wrong with an address; nothing where it can be fetched. */
export function wrong(address: string): string | undefined {
  if (!URL.canParse(address)) return 'Write the whole address, as in https://example.org/feed.xml.';
  return new URL(address).protocol === 'https:' ? undefined : 'Only addresses that begin with https:// are fetched.';
}

/** The bytes at `address`; rejects with a reason that can be shown. */
export async function fetchFeed(address: string, { size, time }: Limits = LIMITS, get: typeof fetch = fetch): Promise<Uint8Array> {
  const why = wrong(address);
  if (why !== undefined) throw new Error(why);
  const signal = AbortSignal.timeout(time);
  try {
    const answer = await get(address, { signal, credentials: 'omit', headers: { accept: 'application/rss+xml, application/atom+xml, */*;q=0.5' } });
    if (answer.redirected && wrong(answer.url) !== undefined) throw new Error(`it leads to ${answer.url}, which is not https`);
    if (!answer.ok) throw new Error(`the server answered ${answer.status} ${answer.statusText}`.trim());
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
      parts.push(part);
      length += part.length;
      if (length > size) throw new Error(`it is larger than ${size >> 20} MB`);
    }
    return Buffer.concat(parts);
  } catch (error) {
    const { message, cause } = error as Error;
    const reason = signal.aborted ? `no answer within ${time / 1000} seconds` : cause instanceof Error ? cause.message : message;
    throw new Error(`${address} could not be fetched: ${reason}.`, { cause: error });
  }
}
