// Packages the extension for this platform, with the server of the release build inside: npm run package
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const program = process.platform === 'win32' ? 'presscheck.exe' : 'presscheck';
const built = join(process.env.CARGO_TARGET_DIR ?? join(here, '../../target'), 'release', program);
if (!existsSync(built)) {
  console.error(`No server at ${built}. Build it first: cargo build --release`);
  process.exit(1);
}

const server = join(here, 'server');
rmSync(server, { recursive: true, force: true });
mkdirSync(server);
copyFileSync(built, join(server, program));
chmodSync(join(server, program), 0o755);

// The story that the walkthrough opens is the one that the tests are made with.
rmSync(join(here, 'sample'), { recursive: true, force: true });
cpSync(join(here, '../../tests/editors/newsroom'), join(here, 'sample'), { recursive: true });

// The extension is one bundled file, so there are no dependencies to pack.
const target = `${process.platform}-${process.arch}`;
const vsce = join(here, 'node_modules/@vscode/vsce/vsce');
const options = ['--no-dependencies', '--allow-missing-repository', '--target', target, '--out', 'presscheck.vsix'];
execFileSync(process.execPath, [vsce, 'package', ...options], { cwd: here, stdio: 'inherit' });
