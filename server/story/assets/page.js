// Opens passages in place, lets arrow keys walk the table, and keeps both while an editor brings the
// page up to date. Without this script the same links lead to the same passages.
'use strict';
(() => {
  const editor = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : undefined;
  // Points that are open, each with the article whose passage alone is shown, or with nothing.
  let open = new Map(editor?.getState()?.open ?? []);

  const points = () => document.querySelectorAll('.matrix .point a[href^="#p"]');
  const split = (link) => {
    const id = link.getAttribute('href').slice(1);
    return [id.split('-')[0], id.includes('-') ? id : ''];
  };

  function show() {
    for (const row of document.querySelectorAll('.evidence')) {
      const chosen = open.get(row.id);
      row.classList.toggle('open', chosen !== undefined);
      row.classList.toggle('chosen', Boolean(chosen));
      for (const report of row.querySelectorAll('.report')) report.classList.toggle('shown', report.id === chosen);
    }
    for (const link of points()) {
      const [point, report] = split(link);
      link.setAttribute('aria-controls', point);
      link.setAttribute('aria-expanded', String(open.get(point) === report));
    }
    editor?.setState({ open: [...open] });
  }

  function toggle(link) {
    const [point, report] = split(link);
    if (open.get(point) === report) open.delete(point);
    else open.set(point, report);
    show();
  }

  /** Closes the passages around or under `element`; their link has the focus then. */
  function close(element) {
    const row = element?.closest('.point, .evidence');
    const passages = row?.matches('.point') ? row.nextElementSibling : row;
    if (!open.has(passages?.id)) return;
    const to = open.get(passages.id) || passages.id;
    open.delete(passages.id);
    show();
    document.querySelector(`.matrix .point a[href="#${to}"]`)?.focus();
  }

  /** The link that an arrow key leads to. */
  function neighbour(link, key) {
    const cell = link.closest('th, td');
    const step = key === 'ArrowLeft' || key === 'ArrowUp' ? 'previousElementSibling' : 'nextElementSibling';
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      let next = cell[step];
      while (next && !next.querySelector('a[href^="#p"]')) next = next[step];
      return next?.querySelector('a[href^="#p"]');
    }
    const rows = [...document.querySelectorAll('.matrix .point')].filter((row) => row.querySelector('a[href^="#p"]'));
    const row = rows[rows.indexOf(cell.parentElement) + (key === 'ArrowUp' ? -1 : 1)];
    return row?.cells[cell.cellIndex]?.querySelector('a[href^="#p"]') ?? row?.querySelector('a[href^="#p"]');
  }

  document.addEventListener(
    'click',
    (event) => {
      const link = event.target.closest('a[href]');
      if (!link) return;
      const to = link.getAttribute('href');
      if (editor && link.hasAttribute('data-file')) editor.postMessage({ open: to });
      else if (link.closest('.close')) close(link);
      else if (link.closest('.matrix .point') && to.startsWith('#p')) toggle(link);
      else if (to.startsWith('#')) document.getElementById(to.slice(1))?.scrollIntoView();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );

  document.addEventListener('keydown', (event) => {
    const link = document.activeElement?.closest('.matrix .point a[href^="#p"]');
    if (event.key === 'Escape') close(document.activeElement);
    else if (link && event.key === ' ') toggle(link);
    else if (link && event.key.startsWith('Arrow')) neighbour(link, event.key)?.focus();
    else return;
    event.preventDefault();
  });

  // The editor sends the page anew when an article has changed.
  window.addEventListener('message', ({ data }) => {
    if (typeof data?.page !== 'string') return;
    const focused = document.activeElement?.getAttribute('href');
    const next = new DOMParser().parseFromString(data.page, 'text/html').querySelector('main');
    document.querySelector('main').replaceWith(next);
    show();
    const link = [...document.querySelectorAll('a')].find((it) => focused && it.getAttribute('href') === focused);
    link?.focus({ preventScroll: true });
  });

  const target = document.getElementById(location.hash.slice(1));
  const row = target?.closest('.evidence');
  if (row) {
    open.set(row.id, target === row ? '' : target.id);
    // From here on the address says nothing about what is open.
    history.replaceState(null, '', location.pathname + location.search);
  }
  show();
})();
