// How much of YAML is read at most: what must stay bounded, so that no text can crash or stop the reader.

export interface YamlLimits {
  /** UTF-16 units. */
  readonly size: number;
  /** The parser looks back over blank lines and comments, so their number is bounded too. */
  readonly lines: number;
  /** Collections within each other. */
  readonly depth: number;
  /** Scalars and collections. */
  readonly nodes: number;
}

export const YAML_LIMITS: YamlLimits = { size: 256 * 1024, lines: 5_000, depth: 32, nodes: 20_000 };

/** Of lists with a line for each of many deals, which the tool writes and a person goes through. */
export const LIST_LIMITS: YamlLimits = { size: 16 * 1024 * 1024, lines: 500_000, depth: 8, nodes: 2_000_000 };
