// Runs the tests of `driver.ts` inside the extension host of real VS Code and prints what they found.

import { existsSync, mkdirSync, mkdtempSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, openWindow, until } from './code-server.mts';

const scratch = mkdtempSync(join(tmpdir(), 'presscheck-driver-'));
const results = join(scratch, 'results');
const driver = join(scratch, 'driver');
mkdirSync(driver);
copyFileSync(join(import.meta.dirname, '../../dist/test/driver.js'), join(driver, 'driver.js'));
writeFileSync(
  join(driver, 'package.json'),
  JSON.stringify({
    name: 'driver',
    publisher: 'presscheck',
    version: '0.0.1',
    engines: { vscode: '^1.91.0' },
    main: './driver.js',
    activationEvents: ['onStartupFinished'],
  }),
);

let report = '';
const window = await openWindow({ driver, environment: { PRESSCHECK_RESULTS: results, PRESSCHECK: env('PRESSCHECK') } });
try {
  report = await until('the results', () => (existsSync(results) ? readFileSync(results, 'utf8') : undefined));
} finally {
  await window.close();
  rmSync(scratch, { recursive: true });
}
const count = (mark: RegExp): number => report.match(mark)?.length ?? 0;
const failed = count(/^FAIL/gm);
console.log(`${report}${count(/^ok/gm)} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
