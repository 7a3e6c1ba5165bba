// Polish of reviews of deals, and of meetings.

export const REVIEWS = {
  'Weekly meeting': 'Spotkanie tygodniowe',
  'Monthly meeting': 'Spotkanie miesięczne',
  'Quarterly meeting': 'Spotkanie kwartalne',
  'since {day}': 'od {day}',
  'There is no snapshot from before today.': 'Nie ma migawki sprzed dzisiejszego dnia.',
  'Record the state of today': 'Zapisać dzisiejszy stan',
  'Review of {day}': 'Przegląd z {day}',
  '{answered} answered': 'z odpowiedzią: {answered}',
  'What was filled in becomes edits': 'Wypełnione staje się zmianami',
  'largest {rank}': 'największa {rank}',
  important: 'ważna',
  random: 'losowa',
  Dialogue: 'Dialog',
} as const;
