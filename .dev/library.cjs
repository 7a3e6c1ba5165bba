'use strict';
// The library as packages are imported; named one by one, so that ESM sees the names.

const { load } = require('./start.cjs');

const library = load('./library.js');

exports.openWorkspace = library.openWorkspace;
exports.Failure = library.Failure;
