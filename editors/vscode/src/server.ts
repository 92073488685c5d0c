// Which server program to run. Of the editor only its words, so that it is tested without one.

import { l10n } from 'vscode';

/** A program that answered `--version` as presscheck does. */
export interface Server {
  command: string;
  version: string;
}

/** Where a server may be. */
export interface Places {
  /** The user's setting; empty when unset. */
  setting: string;
  /** The program inside the extension. */
  bundled: string;
  /** The command to look for on `PATH`. */
  onPath: string;
}

/** Runs `COMMAND --version` and gives what it prints; rejects when it cannot be run. */
export type Version = (command: string) => Promise<string>;

/** No usable server, with what was tried and what to do. */
export class NoServer extends Error {}

/**
 * The first usable server: the setting, or else the bundled one, or else the one on `PATH`.
 *
 * What a user has set is never passed over in silence: when it does not work, that is the answer.
 */
export async function findServer(places: Places, wanted: string, version: Version): Promise<Server> {
  if (places.setting !== '') {
    const answer = await ask(places.setting, wanted, version);
    if (typeof answer !== 'string') return answer;
    throw new NoServer(l10n.t('The server in the setting presscheck.server.path cannot be used: {0}.', answer));
  }
  const tried: string[] = [];
  for (const command of [places.bundled, places.onPath]) {
    const answer = await ask(command, wanted, version);
    if (typeof answer !== 'string') return answer;
    tried.push(answer);
  }
  throw new NoServer(
    l10n.t('No presscheck server found: {0}. Put presscheck on PATH or set presscheck.server.path.', tried.join('; ')),
  );
}

/** The server, or why it cannot be used. */
async function ask(command: string, wanted: string, version: Version): Promise<Server | string> {
  let printed: string;
  try {
    printed = (await version(command)).trim();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? l10n.t('{0} was not found', command) : l10n.t('{0} could not be run ({1})', command, message);
  }
  const found = /^presscheck (\d+\.\d+\.\d+\S*)$/.exec(printed)?.[1];
  if (found === undefined) {
    return l10n.t('{0} is not presscheck (--version printed "{1}")', command, printed.slice(0, 60));
  }
  if (series(found) !== series(wanted)) {
    return l10n.t('{0} is version {1}, this extension needs {2}', command, found, series(wanted));
  }
  return { command, version: found };
}

/** Versions that go together: the same major version, and before 1.0 the same minor one. */
function series(version: string): string {
  const [major = '', minor = ''] = version.split('.');
  return major === '0' ? `0.${minor}.x` : `${major}.x`;
}
