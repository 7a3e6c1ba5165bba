// Polish of what keeps a deal where it is: what the process asks before a move, and what is wrong with an edited text.

export const STAGE_GATE = {
  'no {types} in {stage}': 'brak w etapie {stage}: {types}',
  '{stage} may not be jumped over': 'etapu {stage} nie wolno przeskoczyć',
  'a deal may not come back to {stage}': 'szansa nie może wrócić do etapu {stage}',
  "{id} can't go to Won yet: {count, plural, one {one thing is} other {# things are}} in the way.":
    '{id} nie może jeszcze być zrealizowana: {count, plural, one {stoi temu na drodze jedna rzecz} few {stoją temu na drodze # rzeczy} other {stoi temu na drodze # rzeczy}}.',
  '    {text}': '    {text}',
  'Not saved: {count, plural, one {# thing is} other {# things are}} wrong, each said above its line. These comments go by themselves.':
    'Nie zapisano: {count, plural, one {# rzecz jest} few {# rzeczy są} other {# rzeczy jest}} nie tak, każdą opisano nad jej wierszem. Te komentarze same znikną.',
  'This is in the way of saving it.': 'To nie pozwala jej zapisać.',
  'These are in the way of saving it.': 'To wszystko nie pozwala jej zapisać.',
  'Back to the editor': 'Z powrotem do edytora',
  'each is said above its line': 'każda rzecz jest opisana nad swoim wierszem',
  'Leave the deal as it is': 'Zostawić szansę tak, jak jest',
  'your text is kept in a file': 'tekst zostanie zachowany w pliku',
  'Drop what I wrote': 'Odrzucić, co napisano',
} as const;
