// The one script of a report: the table of deals is sorted and filtered. It makes elements and sets text, and never reads HTML.

export const REPORT_SCRIPT = `
'use strict';
for (const details of document.querySelectorAll('details')) {
  addEventListener('beforeprint', () => { details.open = true; });
}
for (const box of document.querySelectorAll('.sortable')) {
  const table = box.querySelector('table');
  const body = table && table.tBodies[0];
  if (!body) continue;
  const rows = [...body.rows];
  const known = new Map(rows.map((row) => [row, row.textContent.toLocaleLowerCase()]));
  const label = document.createElement('label');
  const field = document.createElement('input');
  const count = document.createElement('span');
  field.type = 'search';
  count.setAttribute('role', 'status');
  label.append(box.dataset.filter + ' ', field);
  const bar = document.createElement('p');
  bar.className = 'filter';
  bar.append(label, ' ', count);
  box.prepend(bar);
  const filter = () => {
    const words = field.value.toLocaleLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !words.every((word) => known.get(row).includes(word));
      if (!row.hidden) shown += 1;
    }
    count.textContent = box.dataset.shown.replace('{shown}', shown).replace('{all}', rows.length);
  };
  field.addEventListener('input', filter);
  filter();
  addEventListener('hashchange', () => {
    const aim = document.getElementById(decodeURIComponent(decodeURIComponent(location.hash.slice(1))));
    if (aim && aim.hidden) { field.value = ''; filter(); aim.scrollIntoView(); }
  });
  const order = new Intl.Collator(undefined, { numeric: true });
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, at) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.title = box.dataset.sort + ' ' + head.textContent;
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const isUp = head.getAttribute('aria-sort') === 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', isUp ? 'descending' : 'ascending');
      const valueOf = (row) => row.cells[at].dataset.value ?? row.cells[at].textContent;
      const compare = (a, b) => {
        const [x, y] = [valueOf(a), valueOf(b)];
        const isNumber = x !== '' && y !== '' && !Number.isNaN(Number(x)) && !Number.isNaN(Number(y));
        return isNumber ? Number(x) - Number(y) : order.compare(x, y);
      };
      body.append(...[...rows].sort((a, b) => (isUp ? -compare(a, b) : compare(a, b))));
    });
  });
}
`;
