// A website with one page, over https on this machine, that programs started with `environment` trust.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Website {
  address: string;
  environment: Record<string, string>;
  close: () => void;
}

/** Serves `page` until it is closed. */
export async function publish(page: string): Promise<Website> {
  const folder = mkdtempSync(join(tmpdir(), 'presscheck-website-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', key, '-out', certificate];
  const of = ['-days', '2', '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', ['req', '-x509', ...made, ...of], { stdio: 'pipe' });
  const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (_, answer) => answer.end(page));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    address: `https://127.0.0.1:${port}/feed.xml`,
    environment: { NODE_EXTRA_CA_CERTS: certificate },
    close: () => {
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
