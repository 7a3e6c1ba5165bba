'use strict';
// Loads dist/pipeline.cjs through vm.Script with V8's code cache. The cache is made on the first run, under a
// name that holds the bundle's hash and Node's version, and only ever speeds things up: any trouble with it
// is ignored, and the bundle runs without.

const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const vm = require('node:vm');

const file = join(__dirname, 'pipeline.cjs');
const cacheFolder = join(__dirname, 'cache');

function read(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

const hash = (read(join(__dirname, 'pipeline.hash')) ?? '').toString().trim();
const cacheFile = join(cacheFolder, `${hash}-${process.version}-${process.arch}.bin`);
const cachedData = hash === '' ? undefined : read(cacheFile);
const source = readFileSync(file, 'utf8');
const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
  filename: file,
  cachedData,
  importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
const loaded = { exports: {} };
script.runInThisContext()(loaded.exports, require, loaded, file, __dirname);

if (hash !== '' && (cachedData === undefined || script.cachedDataRejected)) {
  process.once('exit', () => {
    try {
      mkdirSync(cacheFolder, { recursive: true });
      const temporary = `${cacheFile}.${process.pid}`;
      writeFileSync(temporary, script.createCachedData());
      renameSync(temporary, cacheFile);
    } catch {
      // A read-only installation runs without the cache.
    }
  });
}
