// Which findings this editor shows, and how gravely. Pure, so that it is tested without an editor.

export const LEVELS = ['error', 'warning', 'information', 'hint'] as const;
export type Level = (typeof LEVELS)[number];

/** What is set for the findings of this editor. */
export interface Shown {
  /** The mildest that is shown. */
  lowest: Level;
  /** By rule id. */
  rules: Readonly<Record<string, Level | 'off'>>;
}

/** A finding; its severity is an index into `LEVELS`, as in VS Code. */
interface Finding {
  severity: number;
  code?: string | number | { value: string | number } | undefined;
}

/** The findings to show; those whose gravity is set are changed in place. */
export function shown<T extends Finding>(findings: T[], { lowest, rules }: Shown): T[] {
  return findings.filter((finding) => {
    const level = rules[rule(finding)];
    if (level === 'off') return false;
    if (level !== undefined) finding.severity = LEVELS.indexOf(level);
    return finding.severity <= LEVELS.indexOf(lowest);
  });
}

/** "2 errors, 1 hint"; empty for none. */
export function counted(findings: readonly Finding[]): string {
  return LEVELS.flatMap((level, severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    const plural = count === 1 || level === 'information' ? level : `${level}s`;
    return count === 0 ? [] : [`${count} ${plural}`];
  }).join(', ');
}

function rule({ code }: Finding): string {
  return String(typeof code === 'object' ? code.value : code);
}
