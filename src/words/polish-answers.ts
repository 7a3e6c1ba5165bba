// Polish of what is wrong with what was written into a review sheet, and with how it was drawn.

export const ANSWERS = {
  'A sheet is a file that pipeline review --sheet wrote.':
    'Arkusz to plik, który zapisało pipeline review --sheet.',
  'The section "How these deals were drawn" is missing.': 'Brakuje części o tym, jak losowano szanse.',
  'Restore the section from git: pipeline wrote it, and nobody needs to change it.':
    'Przywróć tę część z gita: zapisał ją pipeline i nikt nie musi jej zmieniać.',
  'Which deal is it about?': 'O którą szansę chodzi?',
  '{id} is no deal of this review.': 'Szansy {id} nie ma w tym przeglądzie.',
  'Only deals that were drawn are answered here; others: pipeline set, pipeline next.':
    'Odpowiada się tu tylko o wylosowanych szansach; o innych: pipeline set, pipeline next.',
  'Put the answers into one of the two, and take the other out.':
    'Zbierz odpowiedzi w jednym z dwóch, a drugi usuń.',
  'A block begins with a line ```yaml, and `deal: ID` is its first line. Mend it, or take it out.':
    'Blok zaczyna się wierszem ```yaml, a pierwszy wiersz w nim to `deal: ID`. Popraw go albo usuń.',
  'A block begins with a line ```yaml, and one of {keys} is its first key. Mend it, or take it out.':
    'Blok zaczyna się wierszem ```yaml, a pierwszy klucz w nim to jeden z {keys}. Popraw go albo usuń.',
  'This block has none of the keys of the process first.': 'Ten blok nie zaczyna się od klucza o procesie.',
  'This block says of no deal.': 'Ten blok nie mówi o żadnej szansie.',
  'A text with a comma stands in quotes: {example}': 'Tekst z przecinkiem bierze się w cudzysłów: {example}',
  'Where it is lost: pipeline lost {id} --reason …': 'Jeśli wypadła: pipeline lost {id} --reason …',
  'A closed deal has no next step. Where it goes on: pipeline reopen {id} --why …':
    'Zamknięta szansa nie ma następnego kroku. Jeśli trwa dalej: pipeline reopen {id} --why …',
  'What is wrong with it is mended by itself: pipeline set {id} {key}=…':
    'Błąd w niej poprawia się osobno: pipeline set {id} {key}=…',
  'Write what it is worth; where nothing is left of it: verdict: dead, or pipeline set {id} amount=…':
    'Napisz, ile jest warta; jeśli nic z niej nie zostało: verdict: dead albo pipeline set {id} amount=…',
  '{what} is promised twice.': '{what}: to samo zobowiązanie stoi dwa razy.',
  '{what} is promised by {owner} twice.': '{what}: to samo zobowiązanie ({owner}) stoi dwa razy.',
  // A sheet that is proved
  'The snapshot {name} was changed since: its checksums are not those of the sheet.':
    'Migawkę {name} od tego czasu zmieniono: jej sumy kontrolne nie są tymi z arkusza.',
  "The team in pipeline.yaml has changed since, the sheet's own counts: {each}.":
    'Zespół w pipeline.yaml od tego czasu się zmienił, liczy się ten z arkusza: {each}.',
  '{name} was {before} and is {now}': '{name} to było {before}, a jest {now}',
  'The seed {seed} was given by hand: it does not follow from workspace, day and owner.':
    'Ziarno {seed} podano ręcznie: nie wynika z przestrzeni roboczej, dnia i opiekuna.',
  'Closed deals were chosen by hand: from {from}.': 'Zamknięte szanse wybrano ręcznie: od {from}.',
  'Closed deals were chosen by hand: from {from} to {to}.':
    'Zamknięte szanse wybrano ręcznie: od {from} do {to}.',
  'Left out of chance were deals of the last {days} days; pipeline.yaml now says {now}.':
    'Z losowania wyłączono szanse z ostatnich {days} dni; pipeline.yaml mówi teraz {now}.',
  'There is a newer snapshot of that day or before: {name}.':
    'Jest nowsza migawka z tego dnia lub wcześniejsza: {name}.',
  '{file} is of the same day and the same deals.': '{file} jest z tego samego dnia i o tych samych szansach.',
  "An earlier sheet can't be read, and its deals are drawn from as if nobody had reviewed them: {place}.":
    'Nie da się odczytać wcześniejszego arkusza, a jego szanse są w losowaniu tak, jakby nikt ich nie przejrzał: {place}.',
  '{key} {before} instead of {now}': '{key} {before} zamiast {now}',
  'The block of {id} is missing.': 'Brakuje bloku szansy {id}.',
  'There is a block of no deal, which was not drawn.': 'Jest blok bez szansy, którego nie wylosowano.',
  'There is a block of {id}, which was not drawn.': 'Jest blok szansy {id}, której nie wylosowano.',
  'The block of the process is missing.': 'Brakuje bloku o procesie.',
  'There is no snapshot {name}: nobody can draw from it again.':
    'Nie ma migawki {name}: nikt już z niej nie wylosuje.',
  'The snapshot {name} is damaged: nobody can draw from it again.':
    'Migawka {name} jest uszkodzona: nikt już z niej nie wylosuje.',
  'Deals that are': 'Szanse',
  'Left out of chance among': 'Wyłączone z losowania wśród',
  'Drawn from among': 'Losowane spośród',
  'Worth of those drawn from among': 'Wartość szans, spośród których losowano',
} as const;
