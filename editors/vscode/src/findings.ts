// Which findings this editor shows, and how gravely. Of the editor only its words, so that it is tested without one.

import { l10n } from 'vscode';

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

const COUNTS: Record<Level, (count: number) => string> = {
  error: (count) => (count === 1 ? l10n.t('1 error') : l10n.t('{0} errors', count)),
  warning: (count) => (count === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', count)),
  information: (count) => l10n.t('{0} information', count),
  hint: (count) => (count === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', count)),
};

/** "2 errors, 1 hint"; empty for none. */
export function counted(findings: readonly Finding[]): string {
  return LEVELS.flatMap((level, severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [COUNTS[level](count)];
  }).join(', ');
}

function rule({ code }: Finding): string {
  return String(typeof code === 'object' ? code.value : code);
}
