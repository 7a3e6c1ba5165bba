// Runs the program, or nothing, and writes the most memory that was resident, in KiB, to the file that is named first.
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');

const [file] = process.argv.splice(2, 1);
process.once('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
if (process.argv.length > 2) require(join(__dirname, '../../bin/pipeline.js'));
