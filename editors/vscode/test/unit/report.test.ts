import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byArticle, bySource, type Article, type Claim, type Other, type Quote, type Relation, type Report } from '../../src/report';

const range = (line: number, from = 0, to = 80) => ({ start: { line, character: from }, end: { line, character: to } });
const article = (outlet: string): Article => ({ outlet, headline: null, date: null, uri: '', family: 0, because: '' });
const other = (article: number, relation: Relation): Other => {
  return { article, uri: '', range: range(0), text: 'theirs', relation, differences: [] };
};
const quote = (line: number, speaker: string | null, others: Other[] = []): Quote => {
  return { range: range(line, 5, 20), text: `quote ${line}`, speaker, tagged: false, others };
};
const claim = (line: number, sourcing: Claim['sourcing'], source: string | null): Claim => {
  return { range: range(line), text: `claim ${line}`, sourcing, source, quoted: false };
};
const report = (parts: Partial<Report>): Report => {
  return { version: 1, articles: [article('Post'), article('Echo')], points: [], quotes: [], claims: [], gaps: [], ...parts };
};

test('articles that differ come first, and so do their points that differ', () => {
  const points = [
    { range: range(1), text: 'first', reports: [other(0, 'agrees'), other(1, 'adds')] },
    { range: range(2), text: 'second', reports: [other(1, 'conflicts')] },
  ];
  const seen = byArticle(report({ points }), 'differences').map(({ article, points }) => [article.outlet, points.map((it) => it.ours.text)]);
  assert.deepEqual(seen, [
    ['Echo', ['second', 'first']],
    ['Post', ['first']],
  ]);
});

test('articles can be listed by date, the newest first, and by name', () => {
  const articles = [{ ...article('Post'), date: '2026-02-05' }, { ...article('Echo'), date: '2026-02-04' }, article('Mail')];
  const outlets = (order: 'date' | 'outlet') => byArticle(report({ articles }), order).map(({ article }) => article.outlet);
  assert.deepEqual(outlets('date'), ['Post', 'Echo', 'Mail']);
  assert.deepEqual(outlets('outlet'), ['Echo', 'Mail', 'Post']);
});

test('an article that has no point of ours is listed too', () => {
  assert.deepEqual(byArticle(report({}), 'differences').map(({ points }) => points.length), [0, 0]);
});

test('quotes and claims are listed by source, those from nobody first', () => {
  const quotes = [quote(3, 'Ada Reyes'), quote(4, null)];
  const claims = [claim(1, 'sourced', 'Ada Reyes'), claim(2, 'unsourced', null)];
  const seen = bySource(report({ quotes, claims })).map(({ name, items }) => [name, items.map((it) => `${it.text} ${it.state}`)]);
  assert.deepEqual(seen, [
    [null, ['claim 2 unsourced', 'quote 4 no speaker']],
    ['Ada Reyes', ['claim 1 ', 'quote 3 ']],
  ]);
});

test('a sentence that is little more than a quote is listed as the quote alone', () => {
  const claims = [{ ...claim(1, 'sourced', 'Ada Reyes'), quoted: true }];
  const [source] = bySource(report({ quotes: [quote(1, 'Ada Reyes')], claims }));
  assert.deepEqual(source?.items.map((it) => it.text), ['quote 1']);
});

test('what others have differently is disputed', () => {
  const points = [{ range: range(1), text: '', reports: [other(0, 'conflicts')] }];
  const quotes = [quote(3, 'Ada Reyes', [other(1, 'wording')]), quote(4, 'Ada Reyes', [other(1, 'agrees')])];
  const claims = [claim(1, 'vague', 'analysts')];
  const states = bySource(report({ points, quotes, claims })).flatMap(({ items }) => items.map((it) => it.state));
  assert.deepEqual(states, ['disputed', '', 'disputed']);

  const inside = [{ range: range(6, 8, 12), text: '', reports: [other(0, 'updates')] }];
  const [source] = bySource(report({ points: inside, quotes: [quote(6, 'Ada Reyes')] }));
  assert.equal(source?.items[0]?.state, 'disputed');
});
