import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findServer, NoServer } from '../../src/server';

const PLACES = { setting: '', bundled: '/ext/server/presscheck', onPath: 'presscheck' };

const BROKEN = 'a file that is no program for this machine';

/** A machine: what each program on it prints for `--version`. */
type Machine = Record<string, string>;

function find(machine: Machine, setting = '', wanted = '0.1.0') {
  return findServer({ ...PLACES, setting }, wanted, (command) => {
    const printed = machine[command];
    if (printed === undefined) return Promise.reject(Object.assign(new Error('spawn'), { code: 'ENOENT' }));
    return printed === BROKEN ? Promise.reject(new Error('exec format error')) : Promise.resolve(printed);
  });
}

async function complaint(machine: Machine, setting = '', wanted = '0.1.0'): Promise<string> {
  const error: unknown = await find(machine, setting, wanted).then(
    (server) => assert.fail(`found ${server.command}`),
    (reason: unknown) => reason,
  );
  assert(error instanceof NoServer);
  return error.message;
}

const EVERYWHERE: Machine = {
  '/mine/presscheck': 'presscheck 0.1.3\n',
  '/ext/server/presscheck': 'presscheck 0.1.0\n',
  presscheck: 'presscheck 0.1.9\n',
};

test('the setting comes first', async () => {
  assert.deepEqual(await find(EVERYWHERE, '/mine/presscheck'), { command: '/mine/presscheck', version: '0.1.3' });
});

test('then the bundled server', async () => {
  assert.equal((await find(EVERYWHERE)).command, '/ext/server/presscheck');
});

test('then the one on PATH', async () => {
  assert.equal((await find({ presscheck: 'presscheck 0.1.9' })).command, 'presscheck');
});

test('a setting that does not work is said, not passed over', async () => {
  const message = await complaint(EVERYWHERE, '/no/such');
  assert.match(message, /presscheck\.server\.path cannot be used: \/no\/such was not found\./);
});

test('with none, every place is named, and what to do', async () => {
  const message = await complaint({});
  assert.match(message, /\/ext\/server\/presscheck was not found; presscheck was not found\./);
  assert.match(message, /Put presscheck on PATH or set presscheck\.server\.path\./);
});

test('a broken program is passed over, and its error is kept', async () => {
  const broken = { '/ext/server/presscheck': BROKEN };
  assert.equal((await find({ ...broken, presscheck: 'presscheck 0.1.9' })).command, 'presscheck');
  assert.match(await complaint(broken), /server\/presscheck could not be run \(exec format error\)/);
});

test('another program of that name is not run', async () => {
  assert.match(await complaint({ presscheck: 'PressCheck Pro 7' }), /is not presscheck .*"PressCheck Pro 7"/);
});

test('a server of another series is refused', async () => {
  assert.match(await complaint({ presscheck: 'presscheck 0.2.0' }), /version 0\.2\.0, .* needs 0\.1\.x/);
  assert.match(await complaint({ presscheck: 'presscheck 2.0.0' }, '', '1.4.0'), /version 2\.0\.0, .* needs 1\.x/);
});

test('from 1.0 on, a newer minor version goes', async () => {
  assert.equal((await find({ presscheck: 'presscheck 1.7.0' }, '', '1.4.0')).version, '1.7.0');
});
