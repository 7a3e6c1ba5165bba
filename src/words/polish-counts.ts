// Polish of how many there are of something.

export const COUNTS = {
  '{count, plural, one {# deal} other {# deals}}':
    '{count, plural, one {# szansa} few {# szanse} other {# szans}}',
  '{count, plural, one {# open deal} other {# open deals}}':
    '{count, plural, one {# otwarta szansa} few {# otwarte szanse} other {# otwartych szans}}',
  '{count, plural, one {# snapshot} other {# snapshots}}':
    '{count, plural, one {# migawka} few {# migawki} other {# migawek}}',
  '{count, plural, one {# period} other {# periods}}':
    '{count, plural, one {# okres} few {# okresy} other {# okresów}}',
  '{count, plural, one {# day} other {# days}}': '{count, plural, one {# dzień} other {# dni}}',
  '{count, plural, one {# stage} other {# stages}}':
    '{count, plural, one {# etap} few {# etapy} other {# etapów}}',
  '{count, plural, one {# row} other {# rows}}':
    '{count, plural, one {# wiersz} few {# wiersze} other {# wierszy}}',
  '{count, plural, one {# sheet} other {# sheets}}':
    '{count, plural, one {# arkusz} few {# arkusze} other {# arkuszy}}',
} as const;
