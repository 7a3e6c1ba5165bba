// How a page looks in a browser, on a shared screen and on paper: the one style sheet, inside the file. Plain CSS that asks nothing of
// outside; colours by their job, dark where the screen is.

export const HTML_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1b1f24; --quiet: #57606a; --line: #d0d7de; --shade: #f3f5f7; --bar: #3b6ea8;
  --good: #116329; --warn: #7d4e00; --bad: #b3131e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181d; --ink: #e8ebee; --quiet: #a3adb8; --line: #3a434d; --shade: #1e242b; --bar: #7fb0e6;
    --good: #6fd08c; --warn: #e8b85c; --bad: #ff8f8a;
  }
}
* { box-sizing: border-box; }
html { font-size: clamp(17px, 0.6vw + 11px, 26px); }
body {
  margin: 0; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; line-height: 1.45;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
main { max-width: 66rem; margin: 0 auto; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 2.2rem 0 .6rem; padding-top: .6rem; border-top: 2px solid var(--line); font-size: 1.15rem; line-height: 1.3; }
p, ul, pre, .table { margin: .7rem 0; }
ul { padding-left: 1.4rem; }
ul ul { margin: .1rem 0; }
li { margin: .2rem 0; }
.line { display: block; min-height: 1lh; }
.grid, pre, code { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .9em; }
.grid { white-space: pre-wrap; }
pre { padding: .7rem 1rem; background: var(--shade); border-left: 4px solid var(--line); white-space: pre-wrap; }
pre code { font-size: 1em; }
.table { overflow-x: auto; }
table { border-collapse: collapse; min-width: 40%; overflow-wrap: normal; }
th, td { padding: .28rem .9rem .28rem 0; text-align: left; vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; }
thead th, thead td { border-bottom: 2px solid var(--line); color: var(--quiet); font-weight: 600; vertical-align: bottom; }
tbody tr + tr { border-top: 1px solid var(--shade); }
tfoot { border-top: 2px solid var(--line); font-weight: 700; }
.right { text-align: right; }
.right, .day { white-space: nowrap; }
table:has(.bar) { width: 100%; }
table:has(.bar) td { white-space: nowrap; }
td.bar { width: 100%; min-width: 8rem; vertical-align: middle; }
svg { display: block; width: 100%; height: .9em; fill: var(--bar); }
svg.bad { fill: var(--bad); } svg.good { fill: var(--good); } svg.warn { fill: var(--warn); } svg.muted, svg .muted { fill: var(--quiet); }
.strong { font-weight: 700; }
.muted { color: var(--quiet); }
.good { color: var(--good); }
.warn { color: var(--warn); text-decoration: underline dotted; text-underline-offset: .2em; }
.bad { color: var(--bad); font-weight: 700; text-decoration: underline; text-underline-offset: .2em; }
.next code { padding: .1rem .4rem; background: var(--shade); border-radius: .2rem; }
@media print {
  :root {
    --paper: #fff; --ink: #000; --quiet: #444; --line: #888; --shade: #eee; --bar: #555;
    --good: #000; --warn: #000; --bad: #000;
  }
  @page { margin: 14mm; }
  html { font-size: 9.5pt; }
  body { padding: 0; line-height: 1.3; }
  h2 { margin-top: 1.2rem; }
  th, td { padding-top: .12rem; padding-bottom: .12rem; }
  h1, h2, thead { break-after: avoid; }
  tr, li, pre { break-inside: avoid; }
  .table { overflow: visible; }
}
`;
