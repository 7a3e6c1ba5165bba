// Polish of what came of reviews: sheets applied and proved, and what they add up to.

export const REVIEW_RESULTS = {
  'nothing is filled in that is not applied yet': 'nic nowego do zastosowania nie wypełniono',
  'all of it was applied before, nothing changes': 'wszystko zastosowano już wcześniej, nic się nie zmienia',
  '{answered} of {deals, plural, one {# deal} other {# deals}} answered':
    'odpowiedzi: {answered} z {deals, plural, one {# szansy} other {# szans}}',
  '{field}, asked': '{field}, do zapytania',
  '{deals, plural, one {# deal was} other {# deals were}} applied before':
    'wcześniej zastosowano {deals, plural, one {# szansę} few {# szanse} other {# szans}}',
  '{deals, plural, one {{names} is in the archive: what was said of it stays} other {{names} are in the archive: what was said stays}} in the sheet.':
    '{deals, plural, one {{names} jest w archiwum: co o niej powiedziano, zostaje} other {{names} są w archiwum: co o nich powiedziano, zostaje}} w arkuszu.',
  '{deal} is “confirmed”, and its amount changes: if the new amount is right, the verdict is “corrected”.':
    '{deal} ma ocenę „confirmed”, a jej kwota się zmienia: jeśli nowa kwota jest dobra, ocena to „corrected”.',
  'The amount of {deal} changes by a factor of {factor}: check that no digit is missing or too many.':
    'Kwota {deal} zmienia się {factor} razy: sprawdź, czy nie brakuje cyfry i czy żadnej nie ma za dużo.',
  '{deal} is dead, and still open': '{deal} jest martwa, a wciąż otwarta',
  "Asked of the CRM's users in {file}": 'Do zapytania użytkowników CRM w {file}',
  'Fill in a block, save the file, and apply it again':
    'Wypełnić blok, zapisać plik i zastosować go jeszcze raz',
  'What was promised': 'Co obiecano',
  'Look at the snapshot': 'Obejrzeć migawkę',
  'Who changed it, and when': 'Kto go zmienił i kiedy',
  'its deals are those that were drawn': 'ma te szanse, które wylosowano',
  'does not match: {count, plural, one {# difference} other {# differences}}':
    'nie zgadza się: {count, plural, one {# różnica} few {# różnice} other {# różnic}}',
  'cannot be read': 'nie da się odczytać',
  'Drawn again from the snapshot {snapshot} by seed {seed} and sampler {sampler}: {deals, plural, one {# deal} other {# deals}} as the sheet has them, {random} of them by chance, after {earlier, plural, one {# earlier sheet} other {# earlier sheets}}.':
    'Wylosowano ponownie z migawki {snapshot} według ziarna {seed} i samplera {sampler}: {deals, plural, one {# szansa} few {# szanse} other {# szans}} jak w arkuszu, z tego losowo {random}, po {earlier, plural, one {# wcześniejszym arkuszu} other {# wcześniejszych arkuszach}}.',
  'Drawn again from the snapshot {snapshot} by seed {seed} and sampler {sampler}: {deals, plural, one {# deal} other {# deals}} of {owner} as the sheet has them, {random} of them by chance, after {earlier, plural, one {# earlier sheet} other {# earlier sheets}}.':
    'Wylosowano ponownie z migawki {snapshot} według ziarna {seed} i samplera {sampler}: {deals, plural, one {# szansa} few {# szanse} other {# szans}} (opiekun: {owner}) jak w arkuszu, z tego losowo {random}, po {earlier, plural, one {# wcześniejszym arkuszu} other {# wcześniejszych arkuszach}}.',
  'Won because': 'Zrealizowane, ponieważ',
  '– (no reason)': '– (bez powodu)',
  Lessons: 'Wnioski',
  'Tags: {tags}': 'Znaczniki: {tags}',
  'and {more} more: --format json': 'i jeszcze {more}: --format json',
  'Too few deals changed to say by how much the pipeline is overstated':
    'Za mało szans zmieniono, żeby powiedzieć, o ile lejek jest zawyżony',
  'Too few reviews to say by how much the pipeline is overstated':
    'Za mało przeglądów, żeby powiedzieć, o ile lejek jest zawyżony',
  'The pipeline is understated by {share} of its value (90 % interval {interval})':
    'Lejek jest zaniżony o {share} wartości (przedział 90 %: {interval})',
  'The pipeline is overstated by {share} of its value (90 % interval {interval})':
    'Lejek jest zawyżony o {share} wartości (przedział 90 %: {interval})',
  '{low} to {high}': '{low} – {high}',
  'Important and largest': 'Ważne i największe',
  Together: 'Razem',
  'Values are of an average sheet; without deals reviewed lately, which chance could not pick.':
    'Wartości są z przeciętnego arkusza; bez szans przejrzanych niedawno, których los nie mógł wybrać.',
  'Not filled in: {missing} of the {drawn} that chance picked, taken to be like the others.':
    'Niewypełnione: {missing} z {drawn} wybranych losowo; przyjęto, że są jak pozostałe.',
  '{amounts, plural, one {Of # new amount} other {Of # new amounts}} nothing gives the rate.':
    '{amounts, plural, one {Do # nowej kwoty} other {Do # nowych kwot}} nic nie podaje kursu.',
  "Not of everybody's deals, and not in the estimate: {sheets, plural, one {# sheet} other {# sheets}}; see --owner.":
    'Nie o szansach wszystkich i poza oszacowaniem: {sheets, plural, one {# arkusz} few {# arkusze} other {# arkuszy}}; zob. --owner.',
  'Drawn again on the same day, and not in the estimate: {sheets, plural, one {# sheet} other {# sheets}}.':
    'Wylosowane ponownie tego samego dnia i poza oszacowaniem: {sheets, plural, one {# arkusz} few {# arkusze} other {# arkuszy}}.',
  '{count} of the {of}': '{count} z {of}',
  '{count} of the {of} changed': '{count} z {of} zmienionych',
  'An interval takes {deals} deals picked by chance, {changed} of them changed: so far {has}.':
    'Przedział wymaga {deals} szans wybranych losowo, w tym {changed} zmienionych: dotąd {has}.',
  'An interval takes {deals} deals of {owner} picked by chance, {changed} of them changed: so far {has}.':
    'Przedział wymaga {deals} szans wybranych losowo (opiekun: {owner}), w tym {changed} zmienionych: dotąd {has}.',
  '{sheets, plural, one {# sheet} other {# sheets}} from {from} to {to}':
    '{sheets, plural, one {# arkusz} few {# arkusze} other {# arkuszy}} od {from} do {to}',
  '{filled} of {drawn} drawn deals filled in': 'wypełniono {filled} z {drawn} wylosowanych szans',
  Largest: 'Największe',
  'At random': 'Losowe',
  'Verdicts: confirmed {confirmed} · corrected {corrected} · at risk {risky} · dead {dead}':
    'Oceny: potwierdzone {confirmed} · poprawione {corrected} · zagrożone {risky} · martwe {dead}',
  'Reviewed of what is open now: {value} · {count} of {deals, plural, one {# deal} other {# deals}}':
    'Przejrzano z tego, co jest otwarte: {value} · {count} z {deals, plural, one {# szansy} other {# szans}}',
  'Promised: no action': 'Obiecane: żadnych zobowiązań',
  'Promised: {actions, plural, one {# action} other {# actions}} · on time {rate}':
    'Obiecane: {actions, plural, one {# zobowiązanie} few {# zobowiązania} other {# zobowiązań}} · na czas {rate}',
  '{count} without a day': 'bez dnia: {count}',
  "In no figure, since it can't be read: {places}.": 'Poza liczbami, bo nie da się odczytać: {places}.',
  'In no figure, being in another reporting currency: {places}.':
    'Poza liczbami, bo w innej walucie raportowania: {places}.',
  'What was promised and is late': 'Co obiecano, a jest po terminie',
} as const;
