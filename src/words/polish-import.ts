// Polish of the pages of imports: exports of a CRM, calendars and tables of activities.

export const IMPORT = {
  'an edited list': 'edytowana lista',
  'export of {system}': 'eksport z {system}',
  '{source}, a part of its deals': '{source}, część szans',
  Updated: 'Zmieniono',
  Unchanged: 'Bez zmian',
  '{count} of them back from the archive': 'w tym przywrócone z archiwum: {count}',
  '{id} was merged into {survivor}: its file in the archive changed, {survivor} stays as it is.':
    '{id} scalono z {survivor}: zmienił się plik w archiwum, {survivor} zostaje bez zmian.',
  '{count} of them merged into other deals': 'w tym scalone z innymi szansami: {count}',
  'see {file}': 'zob. {file}',
  '{deals, plural, one {# deal is} other {# deals are}} missing from the export; {archived} went to the archive: {names}.':
    'W eksporcie {deals, plural, one {brakuje # szansy} other {brakuje # szans}}; do archiwum przeszło {archived}: {names}.',
  '{deals, plural, one {# deal is} other {# deals are}} missing from the export: {names}.':
    'W eksporcie {deals, plural, one {brakuje # szansy} other {brakuje # szans}}: {names}.',
  'Open ones still count; --gone archive takes them out.':
    'Otwarte wciąż się liczą; wyłącza je --gone archive.',
  'The stages of the export would become the process, in pipeline.yaml: {labels}.':
    'Etapy eksportu stałyby się procesem, w pipeline.yaml: {labels}.',
  'The stages of the export became the process, in pipeline.yaml: {labels}.':
    'Etapy eksportu stały się procesem, w pipeline.yaml: {labels}.',
  'They stand as in the mapping.': 'Stoją jak w przypisaniu.',
  'They stand by the numbers that they begin with.': 'Stoją według numerów, od których się zaczynają.',
  'They stand by the chances that the export has beside them.':
    'Stoją według prawdopodobieństw, które eksport ma obok nich.',
  'They stand as stages of such names usually do, which is a guess.':
    'Stoją tak, jak zwykle stoją etapy o tych nazwach; to domysł.',
  'They stand as they come in the export, which is a guess.': 'Stoją tak, jak są w eksporcie; to domysł.',
  'Movements go by that order. Another one → pipeline process reorder STAGE --before STAGE, or its lines under process: stages: in pipeline.yaml':
    'Według tej kolejności liczą się zmiany. Inna → pipeline process reorder STAGE --before STAGE albo jej wiersze pod process: stages: w pipeline.yaml',
  'Read as {encoding}.': 'Odczytano jako {encoding}.',
  'Kept as custom fields: {names}.': 'Zachowano jako pola własne: {names}.',
  'One that is a field of the deal is mapped in {file}.':
    'Jeśli któreś jest polem szansy, przypisać je w {file}.',
  'Left out, as no deals: line {names}.': 'Pominięto, bo to nie szanse: wiersz {names}.',
  '{id} was merged into {survivor}.': '{id} scalono z {survivor}.',
  '{file} joined on {on}, {rows} rows.': '{file}: połączono według {on}, wiersze: {rows}.',
  '{file} joined on {on}, {rows} rows; not in it: {names}.':
    '{file}: połączono według {on}, wiersze: {rows}; nie ma w nim: {names}.',
  'Mend it': 'Naprawić to',
  'See what is there': 'Zobaczyć, co jest',
  'Nothing changed.': 'Nic się nie zmieniło.',
  'still to come': 'dopiero przed nami',
  'before --since': 'sprzed --since',
  cancelled: 'odwołane',
  declined: 'odrzucone',
  private: 'prywatne',
  'out of office': 'poza biurem',
  'not done': 'niezrobione',
  'replaced by a newer one': 'zastąpione nowszym',
  "of others' deals": 'o cudzych szansach',
  '{new} new in {deals, plural, one {# deal} other {# deals}}':
    'nowe: {new} w {deals, plural, one {# szansie} other {# szansach}}',
  '{count} {why}': '{count} {why}',
  'Would be written': 'Do zapisania',
  'Known before': 'Znane wcześniej',
  Ambiguous: 'Niejednoznaczne',
  'Left out': 'Pominięte',
  'Of which deal? Not written; whoever was there can tell:':
    'Której szansy dotyczą? Nie zapisano; powie to ktoś, kto przy tym był:',
  '{events, plural, one {# event names} other {# events name}} no deal, no account and nobody from outside: {names}':
    '{events, plural, one {# wydarzenie nie wymienia} few {# wydarzenia nie wymieniają} other {# wydarzeń nie wymienia}} szansy, klienta ani nikogo z zewnątrz: {names}',
  'there is no deal {deal}': 'nie ma szansy {deal}',
  'closed: {deals}': 'zamknięte: {deals}',
  'no open deal of {account}': 'brak otwartej szansy klienta {account}',
  'it names no deal, account or address': 'nie wymienia szansy, klienta ani adresu',
  'no open deal has {addresses}': 'żadna otwarta szansa nie ma {addresses}',
  'Who has heard nothing for long': 'Kto od dawna nic nie słyszał',
  'Settled or mended? Nothing is written twice': 'Wyjaśnione lub naprawione? Nic nie zapisze się dwa razy',
  'the same again': 'to samo jeszcze raz',
} as const;
