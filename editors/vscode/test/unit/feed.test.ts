import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fetchFeed, wrong } from '../../src/feed';

const ADDRESS = 'https://post.example/feed.xml';
const LIMITS = { size: 1000, time: 50 };

/** Why fetching fails when the web answers like this. */
async function complaint(answer: (signal: AbortSignal) => Promise<Response>, address = ADDRESS): Promise<string> {
  const get = (_: unknown, options?: RequestInit): Promise<Response> => answer(options?.signal ?? AbortSignal.abort());
  const error: unknown = await fetchFeed(address, LIMITS, get as typeof fetch).catch((reason: unknown) => reason);
  assert(error instanceof Error);
  return error.message;
}

const answered = (body: string, status = 200): (() => Promise<Response>) => () => Promise.resolve(new Response(body, { status, statusText: 'Gone' }));

test('a feed is fetched, byte for byte', async () => {
  const bytes = await fetchFeed(ADDRESS, LIMITS, answered('<rss>£</rss>'));
  assert.equal(new TextDecoder().decode(bytes), '<rss>£</rss>');
});

test('only whole https addresses are fetched', async () => {
  assert.equal(wrong(ADDRESS), undefined);
  assert.match(wrong('post.example/feed.xml') ?? '', /whole address/);
  for (const address of ['http://post.example/', 'file:///etc/passwd', 'data:text/xml,<rss/>']) {
    assert.match(await complaint(answered(''), address), /begin with https/);
  }
});

test('what goes wrong is said', async () => {
  assert.match(await complaint(answered('', 410)), /could not be fetched: the server answered 410 Gone\./);
  assert.match(await complaint(answered('x'.repeat(1001))), /it is larger than/);
  const refused = new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND post.example') });
  assert.match(await complaint(() => Promise.reject(refused)), /could not be fetched: getaddrinfo ENOTFOUND post\.example\./);
  const elsewhere = Object.defineProperties(new Response(''), { redirected: { value: true }, url: { value: 'http://post.example/' } });
  assert.match(await complaint(() => Promise.resolve(elsewhere)), /it leads to http:\/\/post\.example\/, which is not https/);
});

test('who does not answer in time is not waited for', async () => {
  const never = (signal: AbortSignal): Promise<Response> =>
    new Promise((_, reject) => {
      // The signal's own timer does not keep this process going.
      const waiting = setTimeout(() => undefined, 60_000);
      signal.addEventListener('abort', () => {
        clearTimeout(waiting);
        reject(signal.reason as Error);
      });
    });
  assert.match(await complaint(never), /no answer within 0\.05 seconds/);
});
