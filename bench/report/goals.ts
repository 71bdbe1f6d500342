export interface Goal {
  readonly row: string
  /** The subject that ours is compared with. */
  readonly against: string
  /** A ratio: ours to the other's. */
  readonly bound: number
  readonly isMet: (ratio: number) => boolean
  readonly text: string
}

const atLeast = (row: string, against: string, bound: number): Goal => ({
  row,
  against,
  bound,
  isMet: (ratio) => ratio >= bound,
  text: `≥ ${bound}`,
})

const atMost = (row: string, against: string, bound: number): Goal => ({
  row,
  against,
  bound,
  isMet: (ratio) => ratio <= bound,
  text: `≤ ${bound}`,
})

/** What the bridge is meant to reach. */
const goals: readonly Goal[] = [
  atLeast('http', 'foxglove', 2),
  atLeast('http', 'chrome', 5),
  atLeast('http', 'raw', 0.42),
  atLeast('short', 'foxglove', 1.5),
  atLeast('short', 'chrome', 4),
  atLeast('short', 'raw', 0.75),
  atLeast('echo16', 'foxglove', 1.3),
  atLeast('echo16', 'chrome', 10),
  atLeast('echo16', 'raw', 0.4),
  atLeast('echo1', 'foxglove', 0.9),
  atLeast('echo1', 'chrome', 10),
  atLeast('echo1', 'raw', 0.4),
  atLeast('receive', 'foxglove', 0.9),
  atLeast('receive', 'chrome', 10),
  atLeast('receive', 'raw', 0.5),
  atLeast('send', 'foxglove', 0.9),
  atLeast('send', 'chrome', 10),
  atLeast('send', 'raw', 0.5),
  atMost('rtt-p50', 'foxglove', 1.3),
  atMost('rtt-p50', 'chrome', 0.6),
  atMost('rtt-p50', 'raw', 2.6),
  atMost('memory', 'foxglove', 0.3),
  atMost('memory', 'chrome', 0.3),
  atMost('memory', 'raw', 2),
  atMost('stall', 'foxglove', 1),
  atMost('stall', 'chrome', 1),
]

export function findGoal(row: string, against: string): Goal | undefined {
  return goals.find((goal) => goal.row === row && goal.against === against)
}
