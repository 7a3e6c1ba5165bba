'use strict';
// Loads the pieces of dist/pipeline.pack through vm.Script with V8's code cache, a group of pieces at a time. A cache
// is kept for each build of the program and of Node, and only ever speeds things up: any trouble with it is ignored.

const { mkdirSync, openSync, readSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

/** As much as the length of a head takes, in digits. */
const LENGTH = 8;

const pack = openPacked(join(__dirname, 'pipeline.pack'));
/** `pieces`: by name the group and the place in it; `groups`: where each lies. */
const { build, pieces, groups } = pack.head;

/** Options change what V8 compiles, so that runs with options would only throw each other's cache away. */
const isPlain = process.execArgv.length === 0 && !process.env.NODE_OPTIONS;
const cacheFolder = join(__dirname, 'cache');
const cacheFile = join(cacheFolder, `${build}-${process.version}-${process.arch}`);
const cache = isPlain ? tryTo(() => openPacked(cacheFile)) : undefined;

/** Modules of Node's that most runs need nothing of. */
const LATE = new Set(['node:child_process', 'node:crypto', 'node:util', 'node:zlib']);
/** What V8 counts down before it optimises a function: by itself, and four times that. */
const [ITS_BUDGET, OUR_BUDGET] = [67_584, 270_336];
/** The only V8 whose budget was looked at: that of Node 20. */
const hasBudget = process.versions.v8.startsWith('11.3.');

const loaded = new Map();
const late = new Map();
const compiled = new Map();
const scripts = new Map();
let isComplete = true;
/** Whether the budget is ours by now. */
let isOurs = false;

/** What a piece exports; what is no piece is required as usual. */
function load(name) {
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const place = pieces[name];
  if (place === undefined) return LATE.has(name) ? requiredLate(name) : require(name);
  const [group, at] = place;
  const piece = { exports: {} };
  loaded.set(name, piece);
  codeOf(group)[at](piece.exports, load, piece, `${__dirname}/${name}`, __dirname);
  return piece.exports;
}

/** A module that is loaded when somebody first asks for a part of it. */
function requiredLate(name) {
  const known = late.get(name);
  if (known !== undefined) return known;
  let module;
  const loadedNow = () => {
    module ??= withBudget(ITS_BUDGET, () => require(name)); // Node's own cache of its code is of V8's own flags
    return module;
  };
  const made = new Proxy(
    {},
    {
      get: (_, part) => loadedNow()[part],
      has: (_, part) => part in loadedNow(),
      ownKeys: () => Reflect.ownKeys(loadedNow()),
      getOwnPropertyDescriptor(_, part) {
        const found = Reflect.getOwnPropertyDescriptor(loadedNow(), part);
        return found && { ...found, configurable: true }; // as a proxy has to say of what it does not hold itself
      },
    },
  );
  late.set(name, made);
  return made;
}

/** Where the budget is ours, works with another one. */
function withBudget(budget, work) {
  if (!isOurs) return work();
  setBudget(budget);
  try {
    return work();
  } finally {
    setBudget(OUR_BUDGET);
  }
}

function setBudget(budget) {
  require('node:v8').setFlagsFromString(`--interrupt-budget=${budget}`);
}

/** The pieces of a group, each a function that is to be called once. */
function codeOf(group) {
  const known = compiled.get(group);
  if (known !== undefined) return known;
  const cachedData = cachedOf(group);
  const script = new Script(pack.read(groups[group]).latin1Slice(), {
    filename: join(__dirname, `${group}.js`),
    cachedData,
  });
  if (cachedData === undefined || script.cachedDataRejected) isComplete = false;
  scripts.set(group, script);
  const code = script.runInThisContext();
  compiled.set(group, code);
  return code;
}

/**
 * V8 optimises a function once it has run for so long. Most commands are over before that pays, so that it is to wait
 * four times as long (docs/decisions/25-short-commands.md). Before any code is loaded, since a cache is of these flags; and
 * never where the process is somebody else's, as with the library.
 */
function optimiseLate() {
  if (!hasBudget) return;
  setBudget(OUR_BUDGET);
  isOurs = true;
}

/** Runs the program. */
function start() {
  optimiseLate();
  load('./main.js');
  if (isPlain) process.once('exit', () => isComplete || keepCache());
}

function cachedOf(name) {
  const place = cache?.head[name];
  return place === undefined ? undefined : tryTo(() => cache.read(place));
}

/** Adds what this run compiled to what is kept. A read-only installation runs without. */
function keepCache() {
  const all = new Map();
  for (const name of Object.keys(cache?.head ?? {})) all.set(name, cachedOf(name));
  for (const [name, script] of scripts) {
    if (all.get(name) === undefined || script.cachedDataRejected) all.set(name, script.createCachedData());
  }
  tryTo(() => {
    mkdirSync(cacheFolder, { recursive: true });
    const temporary = `${cacheFile}.${process.pid}`;
    writeFileSync(temporary, packed([...all], {}));
    renameSync(temporary, cacheFile);
  });
}

/** The length of the head, the head in JSON, which says where each part lies behind it, and the parts. */
function packed(parts, places) {
  let offset = 0;
  for (const [name, bytes] of parts) {
    places[name] = [offset, bytes.length];
    offset += bytes.length;
  }
  const head = Buffer.from(JSON.stringify(places));
  return Buffer.concat([
    Buffer.from(String(head.length).padStart(LENGTH)),
    head,
    ...parts.map(([, bytes]) => bytes),
  ]);
}

function openPacked(file) {
  const fd = openSync(file, 'r');
  const length = Number(bytesAt(fd, 0, LENGTH).latin1Slice());
  const after = LENGTH + length;
  return {
    head: JSON.parse(bytesAt(fd, LENGTH, length).latin1Slice()),
    read: ([offset, size]) => bytesAt(fd, after + offset, size),
  };
}

function bytesAt(fd, offset, length) {
  const bytes = Buffer.allocUnsafeSlow(length);
  return bytes.subarray(0, readSync(fd, bytes, 0, length, offset));
}

function tryTo(work) {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** The names of the pieces that are loaded by now. */
function loadedPieces() {
  return [...loaded.keys()];
}

module.exports = { start, optimiseLate, load, keepCache, loadedPieces };
