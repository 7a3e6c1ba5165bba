// Which build of the program this is: another build may read a file differently, so it keeps an index of its own.

declare const PIPELINE_BUILD: string | undefined;

/** A hash of the program, put in by the bundler; from source always the same word. */
export const BUILD_ID: string = typeof PIPELINE_BUILD === 'string' ? PIPELINE_BUILD : 'source';
