// The bars that lead from one forecast of a period to a later one, in the order in which they are told.

export const DRIVERS = [
  'won',
  'won-outside',
  'lost',
  'slipped-out',
  'pulled-in',
  'amounts-up',
  'amounts-down',
  'new',
  'stages',
  'chances',
  'factors',
  'corrected',
  'not-created',
] as const;

export type Driver = (typeof DRIVERS)[number];
