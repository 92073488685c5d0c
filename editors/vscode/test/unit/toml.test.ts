import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileOf, withProfile } from '../../src/toml';

function check(toml: string, expected: string): void {
  const { from, to, text } = withProfile(toml, 'reporter');
  const changed = toml.slice(0, from) + text + toml.slice(to);
  assert.equal(changed, expected);
  assert.equal(profileOf(changed), 'reporter');
}

test('a profile that is set is replaced, and what stands beside it stays', () => {
  check('outlet = "V"\nprofile = "copy-desk"   # before print\n', 'outlet = "V"\nprofile = "reporter"   # before print\n');
  check("profile='fact-check'\n", 'profile = "reporter"\n');
});

test('a line that shows how is put to use', () => {
  check('# profile = "copy-desk"     # or "reporter"\n[rules]\n', 'profile = "reporter"\n[rules]\n');
});

test('otherwise it goes before every key and table, below the comment at the head', () => {
  check('# The desk.\n\noutlet = "V"\n', '# The desk.\n\nprofile = "reporter"\noutlet = "V"\n');
  check('[rules]\nSRC001 = "off"\n', 'profile = "reporter"\n[rules]\nSRC001 = "off"\n');
  check('', 'profile = "reporter"\n');
});

test('a key of that name in a table is another one', () => {
  assert.equal(profileOf('[outlets.x]\nprofile = "research"\n'), undefined);
  check('[x]\nprofile = "research"\n', 'profile = "reporter"\n[x]\nprofile = "research"\n');
});
