// fast-check as every test asks for it: `npm test` says the same of the same program, `npm run torture` draws anew.

import fc from 'fast-check';
import { share } from './torture.ts';

fc.configureGlobal({ ...fc.readConfigureGlobal(), ...share({ seed: 20_261_123 }, {}) });

export { fc };
