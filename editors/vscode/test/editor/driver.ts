// The tests of the extension's API. An extension itself, it runs inside VS Code's extension host beside the one
// under test, and leaves its results in the file that PRESSCHECK_RESULTS names; `host.ts` starts it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';

const { PRESSCHECK_RESULTS: results = '', PRESSCHECK: command = '' } = process.env;
const FEED = `<rss version="2.0"><channel><title>Northern Post</title><item><title>Ferry back in service</title>
<link>https://post.example/ferry</link><pubDate>Fri, 07 Mar 2025 08:00:00 GMT</pubDate>
<description>The Lomma ferry of Sund Line sailed again. The repair cost 47 million kronor, Sund Line said.</description></item></channel></rss>`;
const lines: string[] = [];

export function activate(): void {
  void run()
    .catch((error: unknown) => lines.push(`FAIL the driver: ${String(error)}`))
    .finally(() => {
      writeFileSync(`${results}.part`, `${lines.join('\n')}\n`);
      renameSync(`${results}.part`, results);
    });
}

async function it(what: string, test: () => Promise<void>): Promise<void> {
  await test().then(
    () => lines.push(`ok   ${what}`),
    (error: unknown) => lines.push(`FAIL ${what}\n     ${error instanceof Error ? error.message : String(error)}`),
  );
}

/** Waits until `condition` gives something; a busy machine may take its time. */
async function until<T>(what: string, condition: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 120_000; Date.now() < end; ) {
    const value = await condition();
    if (value !== undefined) return value;
    await sleep(50);
  }
  throw new Error(`waited in vain for ${what}`);
}

async function run(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert(folder);
  const article = vscode.Uri.joinPath(folder.uri, 'valley-times/ferry.md');
  const document = await vscode.workspace.openTextDocument(article);
  await vscode.window.showTextDocument(document);

  const code = (finding: vscode.Diagnostic): string =>
    String(typeof finding.code === 'object' ? finding.code.value : finding.code);
  const finding = (rule: string, uri = article): vscode.Diagnostic | undefined =>
    vscode.languages.getDiagnostics(uri).find((found) => code(found) === rule);
  const rangeOf = (words: string): vscode.Range => {
    const at = document.getText().indexOf(words);
    assert(at >= 0, `not in the article: ${words}`);
    return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
  };

  await it('wakes up for a Markdown article', async () => {
    const extension = vscode.extensions.getExtension('presscheck.presscheck');
    await until('activation', () => (extension?.isActive === true ? true : undefined));
  });

  await it('underlines exactly the words, after an emoji too', async () => {
    const found = await until('the finding', () => finding('NUM004'));
    assert.equal(document.getText(found.range), '4,2000');
    assert.equal(found.source, 'presscheck');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(document.getText((await until('the other finding', () => finding('TKM001'))).range), 'TK');
  });

  await it('finds what the command line finds', async () => {
    const text = [...readFileSync(article.fsPath, 'utf8')];
    const told = (check(article.fsPath) as { rule: string; line: number; span: [number, number] }[])
      .map((found) => `${found.rule} line ${found.line}: ${text.slice(...found.span).join('')}`)
      .sort();
    assert(told.length > 0);
    const seen = (): string[] =>
      vscode.languages
        .getDiagnostics(article)
        .map((found) => `${code(found)} line ${found.range.start.line + 1}: ${document.getText(found.range)}`)
        .sort();
    await until('the same findings', () => (seen().join() === told.join() ? true : undefined)).catch(() => undefined);
    assert.deepEqual(seen(), told);
  });

  await it('leads from a conflict to the passage in the other outlet', async () => {
    const conflict = await until('the finding', () =>
      vscode.languages.getDiagnostics(article).find((found) => document.getText(found.range) === '31 million kronor'),
    );
    assert.equal(code(conflict), 'XOUT001');
    const [related] = conflict.relatedInformation ?? [];
    assert(related);
    assert(related.location.uri.path.endsWith('harbour-news/ferry.md'), related.location.uri.path);
    const other = await vscode.workspace.openTextDocument(related.location.uri);
    assert.match(other.getText(related.location.range), /47 million kronor/);
  });

  await it('shows on hover how the other outlet reports the point', async () => {
    const text = await until('the hover', async () => {
      const at = rangeOf('31 million').start;
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', article, at);
      const parts = hovers.flatMap((hover) => hover.contents.map((content) => (content as vscode.MarkdownString).value));
      return parts.find((part) => part.includes('Harbour News'));
    });
    assert.match(text, /47 million kronor/);
  });

  await it('shows the report of the story, once for all articles', async () => {
    const reports = (): string[] => {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      return tabs.filter(({ input }) => input instanceof vscode.TabInputWebview).map(({ label }) => label);
    };
    for (const name of ['harbour-news/ferry.md', 'valley-times/ferry.md']) {
      await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, name), { viewColumn: vscode.ViewColumn.One });
      await until('the report', async () => {
        await vscode.commands.executeCommand('presscheck.showStoryReport');
        return reports().join() === `Story of ${name}` ? true : undefined;
      });
    }
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until('the report to close', () => (reports().length === 0 ? true : undefined));
    await vscode.window.showTextDocument(document);
  });

  await it('tags a quote with its speaker, and saves it', async () => {
    const edit = await until('the fix', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        article,
        rangeOf('have waited'),
        vscode.CodeActionKind.QuickFix.value,
        100, // so many come with their edits
      );
      return actions.find((action) => action.title.startsWith('Tag quote'))?.edit;
    });
    assert(await vscode.workspace.applyEdit(edit));
    await until('the file', async () => {
      const tagged = '["We have waited a year for this morning,"]{.quote speaker="Ada Reyes"';
      return (await document.save()) && readFileSync(article.fsPath, 'utf8').includes(tagged) ? true : undefined;
    });
  });

  await it('tags every quote of an article in one step', async () => {
    const other = vscode.Uri.joinPath(folder.uri, 'harbour-news/ferry.md');
    const editor = await vscode.window.showTextDocument(other);
    const before = editor.document.getText();
    await until('the tag', async () => {
      await vscode.commands.executeCommand('presscheck.tagQuotes');
      return editor.document.getText().includes('{.quote speaker="Ada Reyes"') ? true : undefined;
    });
    await until('the text of before', async () => {
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
      await vscode.commands.executeCommand('undo');
      return editor.document.getText() === before ? true : undefined;
    });
    await vscode.window.showTextDocument(document);
  });

  await it('shows the findings of a rule as gravely as is set', async () => {
    const set = (value: unknown): Thenable<void> =>
      vscode.workspace.getConfiguration().update('presscheck.rules', value, vscode.ConfigurationTarget.Global);
    await set({ TKM001: 'hint' });
    await until('the hint', () => (finding('TKM001')?.severity === vscode.DiagnosticSeverity.Hint ? true : undefined));
    await set({ TKM001: 'off' });
    await until('the finding to go', () => (finding('TKM001') === undefined ? true : undefined));
    await set(undefined);
    await until('the error', () => (finding('TKM001')?.severity === vscode.DiagnosticSeverity.Error ? true : undefined));
  });

  await it('opens a sample story, which is compared with the other outlet', async () => {
    await vscode.commands.executeCommand('presscheck.openSample');
    const sample = vscode.window.activeTextEditor?.document.uri;
    assert(sample?.path.endsWith('sample/valley-times/ferry.md'), String(sample));
    await until('the conflict', () => finding('XOUT001', sample));
    await vscode.window.showTextDocument(document);
  });

  await it('adds the items of a feed to what is compared with', async () => {
    const feed = join(mkdtempSync(join(tmpdir(), 'presscheck-feed-')), 'post.xml');
    writeFileSync(feed, FEED);
    await vscode.commands.executeCommand('presscheck.addToCorpus', vscode.Uri.file(feed));
    const [item, ...others] = await vscode.workspace.findFiles('feeds/northern-post/*.md');
    assert(item !== undefined && others.length === 0);
    assert.match(readFileSync(item.fsPath, 'utf8'), /^outlet: "Northern Post"$/m);
    await until('the comparison', () =>
      finding('XOUT001')?.relatedInformation?.find(({ location }) => location.uri.path === item.path),
    );
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder.uri, 'feeds'), { recursive: true });
    rmSync(dirname(feed), { recursive: true });
  });

  await it('ignores the finding under the cursor, here only', async () => {
    const editor = await vscode.window.showTextDocument(document);
    const before = document.getText();
    await until('the comment', async () => {
      const found = finding('TKM001');
      if (found !== undefined) editor.selection = new vscode.Selection(found.range.start, found.range.start);
      await vscode.commands.executeCommand('presscheck.ignoreHere');
      return document.getText().includes('<!-- presscheck-ignore TKM001') ? true : undefined;
    });
    await until('the finding to go', () => (finding('TKM001') === undefined ? true : undefined));
    await until('the text of before', async () => {
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
      await vscode.commands.executeCommand('undo');
      return document.getText() === before ? true : undefined;
    });
    await until('the finding', () => finding('TKM001'));
  });

  await it('shows what a task of the command line prints', async () => {
    // In an article that is open the server's own findings stand, not those of the task.
    const closed = vscode.Uri.joinPath(folder.uri, 'harbour-news/fares.md');
    await vscode.workspace.fs.writeFile(closed, new TextEncoder().encode('The new fare is TK kronor.\n'));
    const shell = new vscode.ShellExecution(command, ['check', '--format', 'github', '.']);
    // A terminal on a busy machine may lose what a task prints: then it is run again.
    const found = await until('the finding', async () => {
      await vscode.tasks.executeTask(new vscode.Task({ type: 'shell' }, folder, 'check', 'driver', shell, '$presscheck'));
      for (const end = Date.now() + 15_000; Date.now() < end && finding('TKM001', closed) === undefined; ) await sleep(50);
      return finding('TKM001', closed);
    });
    assert.deepEqual([found.range.start.line, found.range.start.character, found.range.end.character], [0, 16, 18]);
    await vscode.workspace.fs.delete(closed);
  });

  await it('opens the settings of the newsroom', async () => {
    await vscode.commands.executeCommand('presscheck.openConfiguration');
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, `${folder.uri.path}/presscheck.toml`);
    await vscode.window.showTextDocument(document);
  });

  await it('checks an article that was never saved', async () => {
    const draft = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'The fare is TK kronor.\n' });
    await until('the finding', () => finding('TKM001', draft.uri));
  });

  await it('starts the server again on command', async () => {
    await vscode.commands.executeCommand('presscheck.restartServer');
    await until('the finding', () => finding('TKM001'));
  });

  await it('takes the findings away when the server that is set cannot be run, and recovers', async () => {
    const set = (value: string | undefined): Thenable<void> =>
      vscode.workspace.getConfiguration().update('presscheck.server.path', value, vscode.ConfigurationTarget.Global);
    await set('/no/such/presscheck');
    await until('the findings to go', () => (finding('TKM001') === undefined ? true : undefined));
    await set(undefined);
    await until('the finding', () => finding('TKM001'));
  });
}

/** What `presscheck check` says of a file; it exits with 1 when it finds something. */
function check(file: string): unknown {
  try {
    return JSON.parse(execFileSync(command, ['check', '--format', 'json', file], { encoding: 'utf8', stdio: 'pipe' }));
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout);
  }
}
