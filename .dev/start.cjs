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

/** A module of Node's, but for those that every run calls a thousand times. */
const isLate = (name) => name.startsWith('node:') && name !== 'node:fs' && name !== 'node:path';

const loaded = new Map();
const late = new Map();
const compiled = new Map();
const scripts = new Map();
let isComplete = true;

/** What a piece exports; what is no piece is required as usual. */
function load(name) {
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const place = pieces[name];
  if (place === undefined) return isLate(name) ? requiredLate(name) : require(name);
  const [group, at] = place;
  const piece = { exports: {} };
  loaded.set(name, piece);
  codeOf(group)[at](piece.exports, load, piece, `${__dirname}/${name}`, __dirname);
  return piece.exports;
}

/** A module that is loaded when somebody first asks for a part of it: most runs need neither hashes nor processes. */
function requiredLate(name) {
  const known = late.get(name);
  if (known !== undefined) return known;
  const made = new Proxy(
    {},
    {
      get: (_, part) => require(name)[part],
      ownKeys: () => Reflect.ownKeys(require(name)),
      getOwnPropertyDescriptor: (_, part) => ({
        ...Reflect.getOwnPropertyDescriptor(require(name), part),
        configurable: true, // as a proxy has to say of what it does not hold itself
      }),
    },
  );
  late.set(name, made);
  return made;
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
 * twice as long as it does by itself (docs/decisions/25-short-commands.md). Before any code is loaded, since a cache is of
 * these flags; and never where the process is somebody else's, as with the library.
 */
function optimiseLate() {
  if (process.versions.v8.startsWith('11.')) require('node:v8').setFlagsFromString('--interrupt-budget=270336');
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
