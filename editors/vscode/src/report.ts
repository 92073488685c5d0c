// What the server tells of an article at a glance, and how the views order it. Pure, so that it is tested without
// an editor. `server/lsp/src/to_proto/article_report.rs` is the other end.

export interface Report {
  version: number;
  /** Other articles that tell the same story, best first. */
  articles: Article[];
  points: Point[];
  quotes: Quote[];
  claims: Claim[];
  /** What could not be asked, in words for the user. */
  gaps: string[];
}

export interface Article {
  outlet: string;
  headline: string | null;
  date: string | null;
  uri: string;
  family: number;
  /** Why the articles of its family count once; empty for a family of one. */
  because: string;
}

/** A range of a text, as the protocol writes it. */
export interface Range {
  start: { line: number; character: number };
  end: { line: number; character: number };
}

interface Passage {
  range: Range;
  text: string;
}

/** A passage of another article, an index into `Report.articles`. */
export interface Other extends Passage {
  article: number;
  uri: string;
  relation: Relation;
  differences: string[];
}

export interface Point extends Passage {
  reports: Other[];
}

export interface Quote extends Passage {
  speaker: string | null;
  tagged: boolean;
  others: Other[];
}

export interface Claim extends Passage {
  sourcing: 'sourced' | 'inherited' | 'anonymous' | 'vague' | 'unsourced';
  source: string | null;
  /** Whether it is little more than quotes, which are listed by themselves. */
  quoted: boolean;
}

/** What differs most comes first. */
const RELATIONS = ['conflicts', 'updates', 'wording', 'adds', 'agrees', 'related'] as const;
export type Relation = (typeof RELATIONS)[number];

const rank = (other: Other): number => RELATIONS.indexOf(other.relation);
export const differs = (other: Other): boolean => rank(other) <= RELATIONS.indexOf('wording');

/** Another outlet's article with its reports of our points, what differs first. */
export interface Telling {
  article: Article;
  points: { ours: Point; theirs: Other }[];
}

/** What comes first: what differs most, what is newest, or by name. */
export type Order = 'differences' | 'date' | 'outlet';

export function byArticle(report: Report, order: Order): Telling[] {
  const tellings = report.articles.map((article, index) => ({
    article,
    points: report.points
      .flatMap((ours) => ours.reports.filter((it) => it.article === index).map((theirs) => ({ ours, theirs })))
      .sort((one, other) => rank(one.theirs) - rank(other.theirs)),
  }));
  const gravest = ({ points: [first] }: Telling): number => (first ? rank(first.theirs) : RELATIONS.length);
  return tellings.sort((one, other) => {
    if (order === 'date') return (other.article.date ?? '').localeCompare(one.article.date ?? '');
    if (order === 'outlet') return one.article.outlet.localeCompare(other.article.outlet);
    return gravest(one) - gravest(other);
  });
}

/** What is the matter with a quote or claim, in a word or two; empty when nothing is. */
export type State = '' | 'disputed' | 'no speaker' | 'anonymous' | 'vague' | 'unsourced';

/** Something to check with whoever is named for it. */
export interface Item extends Passage {
  kind: 'quote' | 'claim';
  state: State;
}

export interface Source {
  /** `null` where nobody is named. */
  name: string | null;
  items: Item[];
}

/** Quotes and claims by whom they are from, in order of the article; those from nobody come first. */
export function bySource(report: Report): Source[] {
  const named = new Map<string | null, Item[]>([[null, []]]);
  const add = (name: string | null, item: Item): void => {
    named.set(name, [...(named.get(name) ?? []), item]);
  };
  for (const { range, text, speaker, others } of report.quotes) {
    const disputed = others.some(differs) || report.points.some((it) => holds(range, it.range) && contested(it));
    const state = disputed ? 'disputed' : speaker === null ? 'no speaker' : '';
    add(speaker, { kind: 'quote', range, text, state });
  }
  for (const { range, text, sourcing, source, quoted } of report.claims) {
    if (quoted) continue;
    const point = report.points.find((it) => holds(it.range, range));
    const disputed = point !== undefined && contested(point);
    const state = disputed ? 'disputed' : sourcing === 'sourced' || sourcing === 'inherited' ? '' : sourcing;
    add(source, { kind: 'claim', range, text, state });
  }
  return [...named]
    .map(([name, items]) => ({ name, items: items.sort((one, other) => before(one.range.start, other.range.start)) }))
    .filter(({ items }) => items.length > 0);
}

/** Whether somebody reports a point with another value. */
const contested = ({ reports }: Point): boolean => reports.some((it) => rank(it) <= RELATIONS.indexOf('updates'));

function holds(outer: Range, inner: Range): boolean {
  return before(outer.start, inner.start) <= 0 && before(inner.end, outer.end) <= 0;
}

function before(one: Range['start'], other: Range['start']): number {
  return one.line - other.line || one.character - other.character;
}
