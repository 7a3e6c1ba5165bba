// The topics of `pipeline help TOPIC`, as --help lists them. Their texts are in help-topics.ts, loaded when asked for.

export const TOPICS = {
  dates: 'how a day can be typed: fri, +2w, 15.01, end of Q1',
  amounts: 'how an amount can be typed: 120k, 1,2 mln, €1,200.50',
  periods: 'quarters, weeks, months, years and what lies between two days',
  filters: "conditions on deals: --where 'amount >= 50000'",
  'exit-statuses': 'what the number says that a command ends with',
} as const;

export type TopicName = keyof typeof TOPICS;

export const TOPIC_NAMES = Object.keys(TOPICS) as readonly TopicName[];
