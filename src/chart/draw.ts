// Draws with ECharts, without a browser, and makes of its text what a page under the strictest policy may hold.

import { CustomChart, type CustomSeriesOption, LineChart, type LineSeriesOption } from 'echarts/charts';
import { GridComponent, type GridComponentOption } from 'echarts/components';
import { type ComposeOption, init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { safeForHtml } from '../render/safe.ts';
import { type Caption, captionText } from './caption.ts';
import { type Chart, type ChartLook, named } from './chart.ts';
import { LETTER, lettersIn } from './letters.ts';

use([CustomChart, LineChart, GridComponent, SVGRenderer]);
// By itself ECharts takes every sign outside of ASCII for a square, and cuts figures with no-break spaces that have room enough.
setPlatformAPI({ measureText: (text) => ({ width: lettersIn(text) * LETTER }) });

export type Option = ComposeOption<CustomSeriesOption | LineSeriesOption | GridComponentOption>;

export interface Picture {
  readonly height: number;
  readonly option: Option;
}

/** In pixels, of the picture for a desk and for paper, and of the one for a phone. */
const WIDTHS = { wide: 720, narrow: 340 } as const;

/** @param picture of a width, in pixels @param title what it is; @param caption what it shows */
export function chart(
  look: ChartLook,
  title: string,
  caption: Caption,
  picture: (width: number) => Picture,
): Chart {
  const words = captionText(caption, look.language);
  const drawn = (['wide', 'narrow'] as const).map((size) => {
    const width = WIDTHS[size];
    const { height, option } = picture(width);
    const own = `${look.id}-${size}`;
    const attributes = `class="chart ${size}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
    const said = `<title id="${own}-title">${safeForHtml(named(title))}</title><desc id="${own}-desc">${safeForHtml(words)}</desc>`;
    const labels = `role="img" aria-labelledby="${own}-title" aria-describedby="${own}-desc"`;
    return `<svg xmlns="http://www.w3.org/2000/svg" ${attributes} ${labels}>${said}${tidy(svgOf(option, width, height), own)}</svg>`;
  });
  return { svg: drawn.join('\n'), title, caption };
}

/** ECharts keeps a timer for each chart that is not disposed of. */
function svgOf(option: Option, width: number, height: number): string {
  const instance = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    instance.setOption({ animation: false, useUTC: true, ...option });
    return instance.renderToSVGString();
  } finally {
    instance.dispose();
  }
}

/**
 * The shapes alone. ECharts numbers classes and clip paths over all charts of a process and styles them for the mouse: these go, and
 * clip paths get names of this picture. Texts are escaped by ECharts, so that no text looks like an attribute.
 */
function tidy(svg: string, own: string): string {
  return svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '')
    .replace(/<rect [^>]*fill="none"><\/rect>/, '')
    .replace(/ (?:class|pointer-events|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => attributesOf(style))
    .replace(/(id="|url\(#)zr\d+-/g, `$1${own}-`)
    .replace(/\n+/g, '\n');
}

/** `font-size:12px;font-family:sans-serif;` as attributes, which a policy lets through; the page's own letters are kept. */
function attributesOf(style: string): string {
  const font = /(?:^|;)font:\S+ (\S+) ([\d.]+px)/.exec(style);
  if (font !== null) return ` font-weight="${font[1]}" font-size="${font[2]}"`;
  return [...style.matchAll(/(font-size|font-weight):([^;]+)/g)]
    .map(([, name, value]) => ` ${name}="${value}"`)
    .join('');
}
