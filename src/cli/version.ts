// The program's version, put in by the bundler; tests that run from source have a fixed one.

declare const PIPELINE_VERSION: string | undefined;

export const VERSION: string = typeof PIPELINE_VERSION === 'string' ? PIPELINE_VERSION : '0.0.0-source';
