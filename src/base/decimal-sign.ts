// Which of point and comma parts the decimals of a written amount, and the plain decimal that it then is.

import { type Decimal, toDecimal } from './money.ts';
import type { AmountText } from './written-amount.ts';

export type DecimalSign = '.' | ',';

/** What a currency is shown by where no other is near: `$` for CAD as for USD. */
export function narrowSign(currency: string): string {
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  return (format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? '').toLowerCase();
}

/** The decimal sign that an amount shows; the sign that may group or be decimal; undefined where it has none. */
export function shownSign({
  digits,
  grouped,
}: AmountText): DecimalSign | { grouping: DecimalSign } | undefined {
  const signs = digits.replace(/\d/g, '');
  const last = signs.at(-1);
  if (last !== '.' && last !== ',') return undefined;
  if (signs.includes('.') && signs.includes(',')) return last;
  if (signs.length > 1) return last === '.' ? ',' : '.'; // repeated: it groups
  const [before = '', behind = ''] = digits.split(last);
  if (grouped || behind.length !== 3 || before.length > 3 || before === '' || before.startsWith('0'))
    return last;
  return { grouping: last };
}

/** The amount where that sign parts decimals and the other groups; undefined where it is then no number. */
export function plainDecimal({ negative, digits }: AmountText, sign: DecimalSign): Decimal | undefined {
  const at = digits.lastIndexOf(sign);
  const whole = at < 0 ? digits : digits.slice(0, at);
  const fraction = at < 0 ? '' : digits.slice(at + 1);
  if (!/^\d*$/.test(fraction)) return undefined;
  const other = sign === '.' ? ',' : '.';
  if (whole.includes(sign) || (whole.includes(other) && !isGrouped(whole, other))) return undefined;
  const integer = whole.replaceAll(other, '').replace(/^0+(?=\d)/, '') || '0';
  const plain = fraction === '' ? integer : `${integer}.${fraction}`;
  return toDecimal(negative && /[1-9]/.test(plain) ? `-${plain}` : plain);
}

/** 1,234,567 and, as in India, 12,34,567. */
function isGrouped(whole: string, sign: DecimalSign): boolean {
  const groups = whole.split(sign);
  const last = groups.pop() ?? '';
  const first = groups.shift() ?? '';
  return (
    last.length === 3 &&
    first.length >= 1 &&
    first.length <= 3 &&
    groups.every((group) => group.length === 2 || group.length === 3)
  );
}
