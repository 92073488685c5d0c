// The one line of `presscheck.toml` that the editor changes. Pure, so that it is tested without an editor.

const PROFILE = /^[ \t]*profile[ \t]*=[ \t]*(["'])([\w-]*)\1/m;
const COMMENTED = /^#[ \t]*profile[ \t]*=.*$/m;
const TABLE = /^[ \t]*\[/m;
/** What stands at the head: comments and empty lines, up to the first key or table. */
const HEAD = /^(?:[ \t]*(?:#.*)?\n)*/;

/** A text to put in place of what stands from `from` to `to`. */
export interface Change {
  from: number;
  to: number;
  text: string;
}

/** The profile that is set; keys after the first table belong to that table. */
export function profileOf(toml: string): string | undefined {
  return PROFILE.exec(top(toml))?.[2];
}

/** The change that sets `profile`; what stands beside it stays. */
export function withProfile(toml: string, profile: string): Change {
  const text = `profile = "${profile}"`;
  const line = PROFILE.exec(top(toml)) ?? COMMENTED.exec(top(toml));
  if (line !== null) return { from: line.index, to: line.index + line[0].length, text };
  const head = HEAD.exec(toml)?.[0].length ?? 0;
  return { from: head, to: head, text: `${text}\n` };
}

function top(toml: string): string {
  return toml.slice(0, TABLE.exec(toml)?.index);
}
