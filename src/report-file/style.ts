// What a report adds to the style of every page.

export const REPORT_STYLE = `
header, main { max-width: 72rem; margin: 0 auto; }
html { scroll-padding-top: 1rem; }
a { color: inherit; text-decoration-color: var(--quiet); text-underline-offset: .2em; }
a:focus-visible, button:focus-visible, summary:focus-visible, input:focus-visible, .table:focus-visible { outline: 3px solid var(--bar); outline-offset: 2px; }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; padding: 0; list-style: none; }
h3 { margin: 1.2rem 0 .4rem; font-size: 1rem; }
.lead { font-size: 1.08rem; }
figure { margin: 1.2rem 0; }
figcaption bdi, .from code span { display: inline-block; max-width: 100%; }
.notes { color: var(--quiet); font-size: .9em; }
.notes .warn { color: inherit; text-decoration: none; }
.below { display: none; color: var(--quiet); font-size: .9em; }
figcaption, .from { color: var(--quiet); font-size: .9em; }
figcaption strong { color: var(--ink); }
summary { cursor: pointer; padding: .3rem 0; }
td { max-width: 32rem; }
td.long { overflow-wrap: anywhere; min-width: 7rem; }
svg.chart { font-size: 12px; }
.whole table { width: 100%; }
/* The words beside the picture, and tables beside each other, where there is room. */
@media screen and (min-width: 64rem) {
  figure { display: grid; grid-template-columns: minmax(0, 46rem) minmax(12rem, 1fr); gap: 2rem; align-items: center; }
  details[open] { display: flow-root; }
  .tables { display: flex; flex-wrap: wrap; gap: 0 3.5rem; align-items: flex-start; }
  .tables .table { flex: 0 1 auto; }
  td.long { min-width: 12rem; }
}
tr:target { outline: 3px solid var(--bar); outline-offset: -2px; }
.filter input { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: .2rem; padding: .2rem .5rem; max-width: 100%; }
th button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-decoration: underline dotted; text-underline-offset: .2em; }
th[aria-sort="ascending"] button::after { content: " ↑"; }
th[aria-sort="descending"] button::after { content: " ↓"; }
@media screen and (max-width: 40rem) {
  body { padding: .8rem; }
  h1 { font-size: 1.3rem; }
  table { font-size: .82em; }
  th, td { padding-right: .45rem; }
  td.long { min-width: 4.5rem; }
  .below { display: block; }
  .joined-2 td:first-child { min-width: 7rem; }
  :is(.joined-2 :is(th, td):nth-child(2), .joined-3 :is(th, td):nth-child(3), .joined-4 :is(th, td):nth-child(4)) { display: none; }
  /* A shadow at the edge that a table goes on behind. */
  .table {
    background: linear-gradient(to right, var(--paper) 40%, transparent) left / 2.2rem 100%, linear-gradient(to left, var(--paper) 40%, transparent) right / 2.2rem 100%,
      linear-gradient(to right, var(--line), transparent) left / .7rem 100%, linear-gradient(to left, var(--line), transparent) right / .7rem 100%;
    background-attachment: local, local, scroll, scroll; background-repeat: no-repeat;
  }
}
@media print {
  nav, .filter { display: none; }
  th button { display: contents; }
  details::details-content { content-visibility: visible; display: block; }
  figure, figcaption { break-inside: avoid; }
  .lead, summary, h3 { break-after: avoid; }
  a { text-decoration: none; }
}
`;
