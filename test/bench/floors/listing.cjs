// S: Node's readdir and lstat of the deal files.
const { lstatSync, readdirSync } = require('node:fs');

for (const name of readdirSync('deals/2026')) lstatSync(`deals/2026/${name}`);
