// A row as a plain object, which tests can compare: one from the index reads its fields only when they are asked for.

export { copyOf as plainRow } from '../../src/snapshot/row.ts';
