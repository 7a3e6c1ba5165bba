// The tests of @fast-check/vitest, seeded as all are. Loading it takes seconds: `property.ts` says most of it likewise.

import './seeded.ts';

export { fc, test } from '@fast-check/vitest';
