// Colours that people tell apart whatever their eyes (M. Okabe and K. Ito, Color Universal Design, 2008), by their job. Each is a
// variable of CHART_STYLE, so that one picture serves light, dark and paper; where no style sheet is, the light one holds.

const LIGHT = {
  ink: '#1b1f24',
  quiet: '#57606a',
  line: '#d0d7de',
  paper: '#ffffff',
  total: '#6e7781',
  up: '#0072b2',
  down: '#bd4d00',
  a: '#0072b2',
  b: '#bd4d00',
  c: '#007a5a',
  d: '#a8528c',
  e: '#8a5f00',
  f: '#57606a',
} as const;

type Job = keyof typeof LIGHT;

const DARK: Readonly<Record<Job, string>> = {
  ink: '#e8ebee',
  quiet: '#a3adb8',
  line: '#3a434d',
  paper: '#14181d',
  total: '#8b949e',
  up: '#56b4e9',
  down: '#f0803c',
  a: '#56b4e9',
  b: '#f0803c',
  c: '#2fbf94',
  d: '#de9cc2',
  e: '#e6b450',
  f: '#a3adb8',
};

/** As charts name them: `var(--chart-up, #0072b2)`. */
export const COLOURS = Object.fromEntries(
  Object.entries(LIGHT).map(([job, colour]) => [job, `var(--chart-${job}, ${colour})`]),
) as Readonly<Record<Job, string>>;

/** Of lines side by side, in their order; dashes and labels tell them apart too. */
export const SERIES_COLOURS = [COLOURS.a, COLOURS.b, COLOURS.c, COLOURS.d, COLOURS.e, COLOURS.f] as const;

/** In pixels on and off; [] is a line without gaps. */
export const SERIES_DASHES = [[], [7, 3], [2, 3], [9, 3, 2, 3], [5, 5], [1, 4]] as const;

/** Narrower windows get the narrow picture. */
const NARROW_UP_TO = '40rem';

const variables = (colours: Readonly<Record<Job, string>>) =>
  Object.entries(colours)
    .map(([job, colour]) => `--chart-${job}: ${colour};`)
    .join(' ');

/** For the one style sheet of the page that charts stand on. */
export const CHART_STYLE = `
:root { ${variables(LIGHT)} }
@media screen and (prefers-color-scheme: dark) { :root { ${variables(DARK)} } }
svg.chart { display: block; width: 100%; height: auto; fill: none; }
svg.chart.wide { max-width: 45rem; }
svg.chart.narrow { display: none; max-width: 24rem; }
@media screen and (max-width: ${NARROW_UP_TO}) { svg.chart.wide { display: none; } svg.chart.narrow { display: block; } }
`;
