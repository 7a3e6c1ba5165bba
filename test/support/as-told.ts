/** Problems and findings as machines get them: what is said stands in English. */
export function asTold<Told>(told: Told): Told {
  return JSON.parse(JSON.stringify(told)) as Told;
}
