'use strict';
// In place of the package `bindings`, which looks for the driver in a dozen places at every start.

module.exports = () => require('better-sqlite3/build/Release/better_sqlite3.node');
