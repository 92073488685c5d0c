// Which server program to run. Pure, so that it is tested without an editor.

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
    throw new NoServer(`The server in the setting presscheck.server.path cannot be used: ${answer}.`);
  }
  const tried: string[] = [];
  for (const command of [places.bundled, places.onPath]) {
    const answer = await ask(command, wanted, version);
    if (typeof answer !== 'string') return answer;
    tried.push(answer);
  }
  throw new NoServer(
    `No presscheck server found: ${tried.join('; ')}. Put presscheck on PATH or set presscheck.server.path.`,
  );
}

/** The server, or why it cannot be used. */
async function ask(command: string, wanted: string, version: Version): Promise<Server | string> {
  let printed: string;
  try {
    printed = (await version(command)).trim();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? `${command} was not found` : `${command} could not be run (${message})`;
  }
  const found = /^presscheck (\d+\.\d+\.\d+\S*)$/.exec(printed)?.[1];
  if (found === undefined) {
    return `${command} is not presscheck (--version printed "${printed.slice(0, 60)}")`;
  }
  if (series(found) !== series(wanted)) {
    return `${command} is version ${found}, this extension needs ${series(wanted)}`;
  }
  return { command, version: found };
}

/** Versions that go together: the same major version, and before 1.0 the same minor one. */
function series(version: string): string {
  const [major = '', minor = ''] = version.split('.');
  return major === '0' ? `0.${minor}.x` : `${major}.x`;
}
