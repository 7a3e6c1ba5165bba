// Currencies as exports name them → ISO codes.

import { fold } from '../base/fold.ts';
import { isCurrency } from '../base/money.ts';

const SIGNS: Readonly<Record<string, string>> = {
  ...{ $: 'USD', us$: 'USD', '€': 'EUR', '£': 'GBP', zł: 'PLN', zl: 'PLN', kč: 'CZK' },
};

/** Reads currencies by code, sign, or name in English or the locale's language: `US Dollar` is USD. */
export type CurrencyReader = (text: string) => string | undefined;

export function currencyReader(locale: string): CurrencyReader {
  const known = new Map<string, string | undefined>();
  let byName: ReadonlyMap<string, string> | undefined;
  return (text) => {
    if (known.has(text)) return known.get(text);
    const code = text.toUpperCase();
    let found = isCurrency(code) ? code : SIGNS[text.toLowerCase()];
    if (found === undefined) {
      byName ??= namesOf(['en', locale]);
      found = byName.get(fold(text));
    }
    known.set(text, found);
    return found;
  };
}

function namesOf(locales: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const locale of locales) {
    const display = new Intl.DisplayNames([locale], { type: 'currency', fallback: 'none' });
    for (const code of Intl.supportedValuesOf('currency')) {
      const name = display.of(code);
      if (name !== undefined) names.set(fold(name), code);
    }
  }
  return names;
}
