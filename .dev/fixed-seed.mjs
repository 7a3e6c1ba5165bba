// Random tests pick the same examples for every mutant, and stop at the first that fails without looking for a smaller one.

import fc from 'fast-check';

fc.configureGlobal({ seed: 20261123, endOnFailure: true });
