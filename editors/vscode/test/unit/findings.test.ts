import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted, shown, type Shown } from '../../src/findings';

const [ERROR, WARNING, INFORMATION, HINT] = [0, 1, 2, 3];
const findings = () => [
  { code: 'TKM001', severity: ERROR },
  { code: { value: 'SRC001' }, severity: WARNING },
  { code: 'SRC008', severity: INFORMATION },
  { code: 'NAM002', severity: HINT },
];

function check(setting: Partial<Shown>, expected: string): void {
  const seen = shown(findings(), { lowest: 'hint', rules: {}, ...setting });
  assert.equal(counted(seen), expected);
}

test('everything is shown unless something else is set', () => {
  check({}, '1 error, 1 warning, 1 information, 1 hint');
});

test('what is milder than the mildest that is wanted is left out', () => {
  check({ lowest: 'warning' }, '1 error, 1 warning');
});

test('a rule can be switched off, and made graver or milder', () => {
  check({ rules: { SRC001: 'off' } }, '1 error, 1 information, 1 hint');
  check({ rules: { SRC001: 'error' } }, '2 errors, 1 information, 1 hint');
  check({ rules: { SRC001: 'hint' }, lowest: 'information' }, '1 error, 1 information');
});

test('no findings are no words', () => assert.equal(counted([]), ''));
