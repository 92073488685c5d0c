// Where the links of the story report lead. Pure, so that it is tested without an editor.

import type { Range } from './report';

export interface Passage {
  /** The URI of its file. */
  file: string;
  /** All of the file where it is missing. */
  range?: Range;
}

/** What a message of the page asks to open; nothing where it asks for anything but a passage of a file. */
export function passage(message: unknown, folder: string | null): Passage | undefined {
  if (typeof message !== 'object' || message === null || !('open' in message) || typeof message.open !== 'string') return undefined;
  if (!URL.canParse(message.open, folder ?? undefined)) return undefined;
  const url = new URL(message.open, folder ?? undefined);
  if (url.protocol !== 'file:') return undefined;
  const [line, column, toLine, toColumn] = (/^#L(\d+),(\d+)-L(\d+),(\d+)$/.exec(url.hash) ?? []).slice(1).map((it) => Number(it) - 1);
  url.hash = '';
  const file = url.toString();
  if (line === undefined || column === undefined || toLine === undefined || toColumn === undefined) return { file };
  return { file, range: { start: { line, character: column }, end: { line: toLine, character: toColumn } } };
}
