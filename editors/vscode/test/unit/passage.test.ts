import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passage } from '../../src/passage';

test('a link of the story report leads to a passage, as seen from the newsroom', () => {
  assert.deepEqual(passage({ open: 'wire/%C3%89lys%C3%A9e%20%231.md#L11,5-L12,9' }, 'file:///desk/news/'), {
    file: 'file:///desk/news/wire/%C3%89lys%C3%A9e%20%231.md',
    range: { start: { line: 10, character: 4 }, end: { line: 11, character: 8 } },
  });
  assert.deepEqual(passage({ open: '../wire/a.md' }, 'file:///desk/news/'), { file: 'file:///desk/wire/a.md' });
  assert.deepEqual(passage({ open: 'file:///a.md#elsewhere' }, null), { file: 'file:///a.md' });
});

test('nothing but a file is opened', () => {
  for (const open of ['https://example.org/a.md', 'command:workbench.action.quit', '//host\\[', 'a.md']) {
    assert.equal(passage({ open }, null), undefined, open);
  }
  for (const message of [undefined, null, 'a.md', {}, { open: 1 }]) assert.equal(passage(message, 'file:///desk/'), undefined);
});
