// Polish of what a change request does to deals, clause by clause.

export const CHANGE_REQUEST = {
  'slips {deals, plural, one {# deal} other {# deals}}':
    'przesuwa {deals, plural, one {# szansę} few {# szanse} other {# szans}}',
  'pulls in {deals, plural, one {# deal} other {# deals}}':
    'przyspiesza {deals, plural, one {# szansę} few {# szanse} other {# szans}}',
  'wins {deals, plural, one {# deal} other {# deals}}':
    'zamyka jako {deals, plural, one {zrealizowaną # szansę} few {zrealizowane # szanse} other {zrealizowane # szans}}',
  'loses {deals, plural, one {# deal} other {# deals}}':
    'zamyka jako {deals, plural, one {wypadłą # szansę} few {wypadłe # szanse} other {wypadłe # szans}}',
  'flips {deals, plural, one {# deal} other {# deals}}':
    'odwraca wynik {deals, plural, one {# szansy} other {# szans}}',
  'adds {deals, plural, one {# deal} other {# deals}}':
    'dodaje {deals, plural, one {# szansę} few {# szanse} other {# szans}}',
  'reopens {deals, plural, one {# deal} other {# deals}}':
    'otwiera ponownie {deals, plural, one {# szansę} few {# szanse} other {# szans}}',
  'restores {deals, plural, one {# deal} other {# deals}} from the archive':
    'przywraca z archiwum {deals, plural, one {# szansę} few {# szanse} other {# szans}}',
  'removes {deals, plural, one {# deal} other {# deals}}':
    'usuwa {deals, plural, one {# szansę} few {# szanse} other {# szans}}',
  'archives {deals, plural, one {# deal} other {# deals}}':
    'archiwizuje {deals, plural, one {# szansę} few {# szanse} other {# szans}}',
  'shrinks {deals, plural, one {# deal} other {# deals}}':
    'zmniejsza {deals, plural, one {# szansę} few {# szanse} other {# szans}}',
  'grows {deals, plural, one {# deal} other {# deals}}':
    'powiększa {deals, plural, one {# szansę} few {# szanse} other {# szans}}',
  'changes the currency of {deals, plural, one {# deal} other {# deals}}':
    'zmienia walutę {deals, plural, one {# szansy} other {# szans}}',
  'revalues {deals, plural, one {# deal} other {# deals}}':
    'przeszacowuje {deals, plural, one {# szansę} few {# szanse} other {# szans}}',
  'advances {deals, plural, one {# deal} other {# deals}}':
    'przesuwa do przodu {deals, plural, one {# szansę} few {# szanse} other {# szans}}',
  'advances {deals, plural, one {# deal} other {# deals}} over a stage':
    'przesuwa do przodu z pominięciem etapu {deals, plural, one {# szansę} few {# szanse} other {# szans}}',
  'takes {deals, plural, one {# deal} other {# deals}} back':
    'cofa {deals, plural, one {# szansę} few {# szanse} other {# szans}}',
  'restages {deals, plural, one {# deal} other {# deals}}':
    'przeetapowuje {deals, plural, one {# szansę} few {# szanse} other {# szans}}',
  'corrects {deals, plural, one {# closed deal} other {# closed deals}}':
    'poprawia {deals, plural, one {# zamkniętą szansę} few {# zamknięte szanse} other {# zamkniętych szans}}',
  'transfers {deals, plural, one {# deal} other {# deals}}':
    'przekazuje {deals, plural, one {# szansę} few {# szanse} other {# szans}}',
  'renames {deals, plural, one {# deal} other {# deals}}':
    'przemianowuje {deals, plural, one {# szansę} few {# szanse} other {# szans}}',
  'no deal moves': 'w żadnej szansie nic się nie zmienia',
  '{deals, plural, one {# deal} other {# deals}} cannot be read':
    'nie da się odczytać {deals, plural, one {# szansy} other {# szans}}',
  '{clause} by {days, plural, one {# day} other {# days}}':
    '{clause} o {days, plural, one {# dzień} other {# dni}}',
  '{clause}, {value} {currency}': '{clause}, {value} {currency}',
  '{clause}, {value} {currency} in this quarter': '{clause}, w tym kwartale {value} {currency}',
  '{clause}, {value} {currency} in {period}': '{clause}, w {period} {value} {currency}',
} as const;
