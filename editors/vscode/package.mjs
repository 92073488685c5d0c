// Packages the extension with the server inside: `npm run package` for this machine, `npm run package linux-x64` for
// that platform (rustup target add says which are there). The server is built first, where it is out of date.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const root = join(here, '../..');

/** The platforms that one package each is made for; the server for Linux is linked statically, so that it runs on any. */
const PLATFORMS = {
  'linux-x64': 'x86_64-unknown-linux-musl',
  'linux-arm64': 'aarch64-unknown-linux-musl',
  'darwin-x64': 'x86_64-apple-darwin',
  'darwin-arm64': 'aarch64-apple-darwin',
  'win32-x64': 'x86_64-pc-windows-msvc',
};

const [platform] = process.argv.slice(2);
const own = `${process.platform}-${process.arch}`;
const triple = platform === undefined ? undefined : PLATFORMS[platform];
if (platform !== undefined && triple === undefined) {
  console.error(`No platform ${platform}; there are ${Object.keys(PLATFORMS).join(', ')}.`);
  process.exit(1);
}

const program = (platform ?? own).startsWith('win32') ? 'presscheck.exe' : 'presscheck';
const target = triple === undefined ? [] : ['--target', triple];
execFileSync('cargo', ['build', '--release', '--package', 'presscheck', ...target], { cwd: root, stdio: 'inherit' });
const built = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), triple ?? '', 'release', program);

const server = join(here, 'server');
rmSync(server, { recursive: true, force: true });
mkdirSync(server);
copyFileSync(built, join(server, program));
chmodSync(join(server, program), 0o755);

// The story that the walkthrough opens is the one that the tests are made with.
rmSync(join(here, 'sample'), { recursive: true, force: true });
cpSync(join(root, 'tests/editors/newsroom'), join(here, 'sample'), { recursive: true });

// The extension is one bundled file, so there are no dependencies to pack.
const vsce = join(here, 'node_modules/@vscode/vsce/vsce');
const options = ['--no-dependencies', '--allow-missing-repository', '--target', platform ?? own, '--out', 'presscheck.vsix'];
execFileSync(process.execPath, [vsce, 'package', ...options], { cwd: here, stdio: 'inherit' });
