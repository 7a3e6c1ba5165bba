// Polish of the dialogue and of the rhythm: feedback, promises, the agenda.

export const DIALOGUE = {
  // Kinds of what is said
  works: 'działa',
  change: 'zmienić',
  stop: 'przestać',
  question: 'pytanie',
  // An entry
  'why: {why}': 'dlaczego: {why}',
  '{day}, in a review': '{day}, podczas przeglądu',
  '{day}, in the review {review}': '{day}, podczas przeglądu {review}',
  'accepted on {day}': 'przyjęte {day}',
  'rejected on {day}': 'odrzucone {day}',
  'on trial since {day}': 'na próbę od {day}',
  '{decision} until {until}': '{decision} do {until}',
  '{decision}, by {metric}': '{decision}, miara: {metric}',
  '{decision}, by {metric} of {stage}': '{decision}, miara: {metric}, etap: {stage}',
  '{decision}: {why}': '{decision}: {why}',
  'done on {day}': 'zrobione {day}',
  '{done}: {result}': '{done}: {result}',
  '{done} → version {version} of the process': '{done} → wersja {version} procesu',
  // A promise
  'no day': 'bez terminu',
  'by {day}': 'do {day}',
  '{days, plural, one {# day late} other {# days late}}':
    '{days, plural, one {# dzień} other {# dni}} po terminie',
  'promised on {day}': 'obiecane {day}',
  'promised on {day} in the review {review}': 'obiecane {day} podczas przeglądu {review}',
  'taken back on {day}': 'wycofane {day}',
  'taken back on {day}: {why}': 'wycofane {day}: {why}',
  '{mistakes, plural, one {and # mistake more} other {and # mistakes more}}':
    '{mistakes, plural, one {i jeszcze # błąd} few {i jeszcze # błędy} other {i jeszcze # błędów}}',
  // Promises
  Overdue: 'Po terminie',
  'To come': 'Przed terminem',
  Done: 'Zrobione',
  'Taken back': 'Wycofane',
  'When it is done': 'Gdy będzie zrobione',
  'What was said about the process': 'Co powiedziano o procesie',
  'Nothing was promised in reviews.': 'Podczas przeglądów nie podjęto żadnych zobowiązań.',
  'Nothing was promised in reviews by {owner}.':
    'Podczas przeglądów nie podjęto zobowiązań, za które odpowiada {owner}.',
  'Nothing promised in reviews is without an owner.':
    'Żadne zobowiązanie z przeglądów nie jest bez opiekuna.',
  'Nothing promised in reviews is left to do': 'Z zobowiązań z przeglądów nic nie zostało do zrobienia',
  'Nothing promised in reviews by {owner} is left to do':
    'Z zobowiązań z przeglądów ({owner}) nic nie zostało do zrobienia',
  'Nothing promised in reviews without an owner is left to do':
    'Z zobowiązań z przeglądów bez opiekuna nic nie zostało do zrobienia',
  '{actions, plural, one {The one action promised in reviews is done} other {All # actions promised in reviews are done}}':
    '{actions, plural, one {Jedyne zobowiązanie z przeglądów jest zrobione} other {Wszystkie zobowiązania z przeglądów są zrobione: #}}',
  '{actions, plural, one {The one action promised in reviews by {owner} is done} other {All # actions promised in reviews by {owner} are done}}':
    '{actions, plural, one {Jedyne zobowiązanie z przeglądów ({owner}) jest zrobione} other {Wszystkie zobowiązania z przeglądów ({owner}) są zrobione: #}}',
  '{actions, plural, one {The one action promised in reviews without an owner is done} other {All # actions promised in reviews without an owner are done}}':
    '{actions, plural, one {Jedyne zobowiązanie z przeglądów bez opiekuna jest zrobione} other {Wszystkie zobowiązania z przeglądów bez opiekuna są zrobione: #}}',
  '{actions, plural, one {# action} other {# actions}} promised and not done':
    '{actions, plural, one {# niezrobione zobowiązanie} few {# niezrobione zobowiązania} other {# niezrobionych zobowiązań}}',
  '{count} overdue': 'po terminie: {count}',
  '{count} done': 'zrobione: {count}',
  '{count} of {of} done by their day': '{count} z {of} zrobiono w terminie',
  '{count} taken back': 'wycofane: {count}',
  // What was said
  'On trial until it ended: what came of it?': 'Próba się skończyła: co z niej wynikło?',
  'Waiting for a decision or an answer': 'Czeka na decyzję lub odpowiedź',
  'Accepted, and not done yet': 'Przyjęte, a jeszcze niezrobione',
  'On trial': 'Na próbę',
  'Serves well': 'Służy',
  'Nothing was said about the process.': 'O procesie nic nie powiedziano.',
  'Nothing was said about the process in {period}.': 'O procesie nic nie powiedziano w okresie {period}.',
  '{things, plural, one {# thing} other {# things}} said about the process':
    '{things, plural, one {# głos} few {# głosy} other {# głosów}} o procesie',
  '{things, plural, one {# thing} other {# things}} said about the process in {period}':
    '{things, plural, one {# głos} few {# głosy} other {# głosów}} o procesie w okresie {period}',
  '{trials, plural, one {# trial} other {# trials}} over':
    '{trials, plural, one {# próba skończona} few {# próby skończone} other {# prób skończonych}}',
  '{count} waiting for a decision': 'czeka na decyzję: {count}',
  '{count} accepted and not done': 'przyjęte, a niezrobione: {count}',
  '{count} on trial': 'na próbę: {count}',
  'Say more': 'Powiedz więcej',
  'Before and after': 'Przed i po',
  Decide: 'Postanów',
  Answer: 'Odpowiedz',
  // One that was written
  Decided: 'Postanowiono',
  'It says so already': 'Już tak jest zapisane',
  'All that was said': 'Wszystko, co powiedziano',
  'When it is decided': 'Gdy zapadnie decyzja',
  'Not what you meant?': 'Nie o to chodziło?',
  // The digest
  'Dialogue {period}': 'Dialog {period}',
  '{things, plural, one {# thing} other {# things}} said, {decided} decided, {done} done':
    '{things, plural, one {# głos} few {# głosy} other {# głosów}}, postanowione: {decided}, zrobione: {done}',
  '{open} of what was said is open': 'otwarte: {open}',
  'Trials, before and after': 'Próby, przed i po',
  'What the data says of each stage': 'Co o każdym etapie mówią dane',
  'Skipped, went back and dropped out: of the deals that were in it at {from}, until {to}. Undocumented: of the steps up out of it. Days: of stays that have ended.':
    'Pominięte, cofnięte i wypadłe: spośród szans, które były w etapie w {from}, do {to}. Bez dokumentacji: spośród przejść wyżej. Dni: z pobytów, które się skończyły.',
  'no measure: only opinions tell': 'bez miary: mówią tylko opinie',
  'The trial is over: decide': 'Próba się skończyła: postanów',
  '{metric}: before {before}, since {after}': '{metric}: przedtem {before}, potem {after}',
  '{metric} of {stage}: before {before}, since {after}':
    '{metric}, etap {stage}: przedtem {before}, potem {after}',
  '{verdict} ({share} points, 90 % interval {low} to {high})':
    '{verdict} ({share} pkt proc., przedział 90 % od {low} do {high})',
  'lower since, beyond what chance explains': 'od tego czasu niżej, więcej niż tłumaczy przypadek',
  'higher since, beyond what chance explains': 'od tego czasu wyżej, więcej niż tłumaczy przypadek',
  'too little to tell: the difference may be chance': 'za mało, by orzec: różnica może być przypadkiem',
  'too little to tell: fewer than {fewest} deals on a side':
    'za mało, by orzec: po jednej ze stron mniej niż {fewest} szans',
  'a number, not a share: what changed may be chance': 'liczba, a nie udział: zmiana może być przypadkiem',
  'there is no such metric': 'nie ma takiej miary',
  'too early to tell: no snapshot since it began': 'za wcześnie, by orzec: od początku próby nie ma migawki',
  'nothing to begin with: no snapshot from about when it began':
    'nie ma od czego zacząć: brak migawki z początku próby',
  'nothing to compare with: no snapshot from as long before it':
    'nie ma z czym porównać: brak migawki z równie długiego czasu przed próbą',
  'nothing that the metric could be of on a side': 'po jednej ze stron nie ma z czego policzyć miary',
  '{days, plural, one {{rate} in # day} other {{rate} in # days}}':
    '{days, plural, one {{rate} przez # dzień} other {{rate} przez # dni}}',
  '– of {of}': '– z {of}',
  '{count} of {of} ({share})': '{count} z {of} ({share})',
  'target met': 'cel osiągnięty',
  '{stage}: {deals, plural, one {# deal} other {# deals}}':
    '{stage}: {deals, plural, one {# szansa} few {# szanse} other {# szans}}',
  'no stay has ended': 'żaden pobyt się nie skończył',
  'median {days, plural, one {# day} other {# days}} ({stays})':
    'mediana {days, plural, one {# dzień} other {# dni}} ({stays})',
  '{stays, plural, one {# stay} other {# stays}}':
    '{stays, plural, one {# pobyt} few {# pobyty} other {# pobytów}}',
  'skipped {rate}': 'pominięte {rate}',
  'went back {rate}': 'cofnięte {rate}',
  'dropped out {rate}': 'wypadłe {rate}',
  'undocumented {rate}': 'bez dokumentacji {rate}',
  '{waivers, plural, one {# waiver} other {# waivers}}':
    '{waivers, plural, one {# odroczenie} few {# odroczenia} other {# odroczeń}}',
  '{moves, plural, one {# forced move} other {# forced moves}}':
    '{moves, plural, one {# wymuszone przejście} few {# wymuszone przejścia} other {# wymuszonych przejść}}',
} as const;
