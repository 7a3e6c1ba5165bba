// What init takes where nobody says otherwise: the locale of the environment, and the currency of its country.

/** The locale that the environment names (LC_ALL, LANG): `pl_PL.UTF-8` is pl-PL; none: en. */
export function localeFrom(env: Readonly<Record<string, string | undefined>>): string {
  const named = [env.LC_ALL, env.LC_MONETARY, env.LANG].find((value) => value !== undefined && value !== '');
  const tag = (named ?? '').replace(/[.@].*$/, '').replaceAll('_', '-');
  try {
    return tag !== '' && Intl.NumberFormat.supportedLocalesOf([tag]).length > 0 ? tag : 'en';
  } catch {
    return 'en'; // C, POSIX
  }
}

/** The currency of the country that a locale names, or is most spoken in; EUR where that is not known. */
export function currencyOf(locale: string): string {
  try {
    return CURRENCIES[new Intl.Locale(locale).maximize().region ?? ''] ?? 'EUR';
  } catch {
    return 'EUR';
  }
}

/** By country; those with the euro, and the rest of the world, are EUR. */
const CURRENCIES: Readonly<Record<string, string>> = {
  ...{
    AE: 'AED',
    AR: 'ARS',
    AU: 'AUD',
    BA: 'BAM',
    BD: 'BDT',
    BR: 'BRL',
    CA: 'CAD',
    CH: 'CHF',
    CL: 'CLP',
    CN: 'CNY',
  },
  ...{
    CO: 'COP',
    CZ: 'CZK',
    DK: 'DKK',
    EG: 'EGP',
    GB: 'GBP',
    GE: 'GEL',
    HK: 'HKD',
    HU: 'HUF',
    ID: 'IDR',
    IL: 'ILS',
  },
  ...{
    IN: 'INR',
    IS: 'ISK',
    JP: 'JPY',
    KE: 'KES',
    KR: 'KRW',
    KZ: 'KZT',
    LI: 'CHF',
    MA: 'MAD',
    MD: 'MDL',
    MX: 'MXN',
  },
  ...{
    MY: 'MYR',
    NG: 'NGN',
    NO: 'NOK',
    NZ: 'NZD',
    PE: 'PEN',
    PH: 'PHP',
    PK: 'PKR',
    PL: 'PLN',
    RO: 'RON',
    RS: 'RSD',
  },
  ...{
    SA: 'SAR',
    SE: 'SEK',
    SG: 'SGD',
    TH: 'THB',
    TR: 'TRY',
    TW: 'TWD',
    UA: 'UAH',
    US: 'USD',
    VN: 'VND',
    ZA: 'ZAR',
  },
};

/** The time zone that the environment names (TZ), else the system's. */
export function timeZoneFrom(env: Readonly<Record<string, string | undefined>>): string {
  const named = env.TZ?.replace(/^:/, '');
  const system = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return named?.includes('/') ? named : (system ?? 'UTC');
}
