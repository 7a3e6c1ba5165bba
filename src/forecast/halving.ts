// How much the past still counts: powers of one half, by + × ÷ √ alone. Math.pow may differ by engine in its last
// bit, and a forecast must not.

/** 2^−x for x from 0 on: whole halvings, then the fraction's binary digits by repeated √. */
export function halved(x: number): number {
  const whole = Math.floor(x);
  let value = 1;
  for (let step = 0; step < whole && value > 0; step++) value *= 0.5;
  let [root, rest] = [Math.sqrt(0.5), x - whole];
  for (let digit = 0; digit < 20 && rest > 0; digit++) {
    rest *= 2;
    if (rest >= 1) {
      value *= root;
      rest -= 1;
    }
    root = Math.sqrt(root);
  }
  return value;
}
