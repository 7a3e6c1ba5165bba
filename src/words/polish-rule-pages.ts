// Polish of the pages of rules: all of them as they stand here, and one in full.

export const RULE_PAGES = {
  '{rules, plural, one {# rule} other {# rules}} on {day}':
    '{rules, plural, one {# reguła} few {# reguły} other {# reguł}}, stan na {day}',
  '{count} evaluated': 'sprawdzane: {count}',
  '{count} off': 'wyłączone: {count}',
  '{count} without anything to judge': 'bez niczego do oceny: {count}',
  'What one is for': 'Po co jest reguła',
  '{rule} does not judge {deals, plural, one {# deal} other {# deals}} ({why}).':
    '{rule} nie ocenia {deals, plural, one {# szansy} other {# szans}} ({why}).',
  '{rule} does not judge {deals, plural, one {# deal} other {# deals}} of {source} ({why}).':
    '{rule} nie ocenia {deals, plural, one {# szansy} other {# szans}} z {source} ({why}).',
  default: 'domyślne',
  'line {line}': 'wiersz {line}',
  off: 'wyłączona',
  '{findings, plural, one {# finding} other {# findings}}, {waived} waived':
    '{findings, plural, one {# uwaga} few {# uwagi} other {# uwag}}, odroczone: {waived}',
  'in {stage}': 'w etapie {stage}',
  'group {group}': 'grupa {group}',
  '{name} {where}': '{name} {where}',
  'off in pipeline.yaml': 'wyłączona w pipeline.yaml',
  'nothing is set that it could judge by': 'nie ustawiono niczego, według czego mogłaby oceniać',
  '{setting} is not set': 'nie ustawiono {setting}',
  'no open deals': 'brak otwartych szans',
  'no deals': 'brak szans',
  '{before}, {next}': '{before}, {next}',
  // One rule in full
  'Why: {why}': 'Dlaczego: {why}',
  'How to fix it: {fix}': 'Jak poprawić: {fix}',
  'Not evaluated with --as-of: {why}.': 'Nie sprawdza się jej z --as-of: {why}.',
  'What it finds here': 'Co znajduje tutaj',
  'The other rules': 'Pozostałe reguły',
  'There is no workspace here: nothing is in force.': 'Nie ma tu przestrzeni roboczej: nic nie obowiązuje.',
  'In force here on {day}': 'Obowiązuje tutaj, stan na {day}',
  'Example, on {day}': 'Przykład, na dzień {day}',
  'Snapshots: {snapshots}': 'Migawki: {snapshots}',
  'pipeline check --rule {rule} says': 'pipeline check --rule {rule} mówi',
} as const;
