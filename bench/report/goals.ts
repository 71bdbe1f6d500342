const relations = {
  '≥': (found: number, bound: number) => found >= bound,
  '≤': (found: number, bound: number) => found <= bound,
  '<': (found: number, bound: number) => found < bound,
}

/** By subjects: what ours divided by theirs is to be. `itself` is for our figure as it is. */
type Bounds = Readonly<Record<string, number>>

/** What the bridge is meant to reach, by the ids of rows. */
const goals: Readonly<Record<string, readonly [keyof typeof relations, Bounds]>> = {
  http: ['≥', { chrome: 7, foxglove: 2, raw: 0.55 }],
  short: ['≥', { chrome: 5, foxglove: 1.5, raw: 0.6 }],
  echo16: ['≥', { chrome: 8, foxglove: 0.9 }],
  echo1: ['≥', { chrome: 10, foxglove: 0.9 }],
  receive: ['≥', { chrome: 7, foxglove: 0.5 }],
  'receive-64k': ['≥', { chrome: 1.5, foxglove: 0.5 }],
  'receive-1m': ['≥', { chrome: 1.5, foxglove: 0.5 }],
  send: ['≥', { chrome: 2.5, foxglove: 1.2 }],
  'rtt-p50': ['≤', { chrome: 0.5, foxglove: 1.5, raw: 5 }],
  'tls-in': ['≥', { chrome: 3 }],
  'tls-out': ['≥', { chrome: 2 }],
  'udp-in': ['≥', { chrome: 10 }],
  'udp-out': ['≥', { chrome: 6 }],
  'udp-rtt-p50': ['≤', { chrome: 0.4 }],
  stall: ['≤', { chrome: 0.1, foxglove: 0.5 }],
  'startup-main': ['<', { itself: 5 }],
  'startup-page': ['<', { itself: 5 }],
  'first-window': ['≤', { itself: 1.15 }],
  'storage-set': ['≥', { chrome: 1 }],
  'storage-get': ['≥', { chrome: 1 }],
  files: ['≥', { chrome: 1 }],
  memory: ['≤', { chrome: 0.15, foxglove: 0.3, raw: 2 }],
}

export interface Goal {
  readonly text: string
  readonly isMet: (found: number) => boolean
}

export function findGoal(row: string, against: string): Goal | undefined {
  const [relation = '≥', bounds = {}] = goals[row] ?? []
  const bound = bounds[against]
  if (bound === undefined) return undefined
  return { text: `${relation} ${bound}`, isMet: (found) => relations[relation](found, bound) }
}
