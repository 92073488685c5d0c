import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const read = (name: string): string => readFileSync(name, 'utf8');
const manifest = read('package.json');
const words = JSON.parse(read('package.nls.json')) as Record<string, string>;
const { contributes } = JSON.parse(manifest) as {
  contributes: { configuration: { properties: Record<string, unknown> }[]; commands: { command: string; title: string }[] };
};
const code = readdirSync('src').map((file) => read(`src/${file}`)).join('\n');

test('what the manifest says in words can be translated, and nothing else is', () => {
  const used = new Set([...manifest.matchAll(/"%([^%]+)%"/g)].map(([, key]) => key));
  assert.deepEqual([...used].sort(), Object.keys(words).sort());
});

test('what the extension says in words can be translated', () => {
  const said = [...code.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text = '']) => text.replaceAll('\\n', '\n'));
  const known = JSON.parse(read('l10n/bundle.l10n.json')) as Record<string, string>;
  assert.deepEqual([...new Set(said)].sort(), Object.keys(known).sort());
  // In English, it is what it is called by.
  for (const [text, translation] of Object.entries(known)) assert.equal(translation, text);
});

test('every setting is read by somebody, and explained in the README', () => {
  const readme = read('README.md');
  for (const setting of contributes.configuration.flatMap(({ properties }) => Object.keys(properties))) {
    const [, name = ''] = /^presscheck\.(.*)$/.exec(setting) ?? [];
    // The server reads these two itself, the client library the trace.
    const elsewhere = /^(inlayHints\.|codeLens$|trace\.)/.test(name);
    assert(elsewhere || code.includes(`'${name}'`) || code.includes(`'${setting}'`), `nobody reads ${setting}`);
    assert(readme.includes(`.${name.split('.').at(-1)}`), `the README does not explain ${setting}`);
  }
});

test('every command is there, and the changelog names it', () => {
  const told = read('CHANGELOG.md').replaceAll(/\s+/g, ' ');
  for (const { command, title } of contributes.commands) {
    assert(code.includes(`registerCommand('${command}'`), command);
    const hidden = manifest.includes(`{ "command": "${command}", "when": "false" }`);
    assert(hidden || told.includes(`*${words[title.replaceAll('%', '')]}*`), `the changelog does not name ${command}`);
  }
});
