// The years that can be asked for: a day has four digits of a year, also where a period ends in the next one.

export const FIRST_YEAR = 1000;
export const LAST_YEAR = 9998;
