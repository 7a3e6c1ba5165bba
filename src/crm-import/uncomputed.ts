/** What stands for the value of a formula that a workbook holds without one. */
export const UNCOMPUTED = '#UNCOMPUTED!';
