import type { Random } from '../random.ts'
import { makeJunk, pickNumber, pickText } from './junk.ts'

type Mutation = (list: unknown[], random: Random) => void

/** Copying a sparse list of billions would end this process, not the one under attack. */
const longest = 1000

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(Array.isArray(value) && value.length > longest)
}

const cut: Mutation = (list, random) => {
  list.length = random.below(list.length + 1)
}

const double: Mutation = (list, random) => {
  const start = random.below(list.length)
  list.push(...list.slice(start))
}

const shuffle: Mutation = (list, random) => {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1)
    ;[list[i], list[j]] = [list[j], list[i]]
  }
}

const replace: Mutation = (list, random) => {
  list[random.below(list.length)] = makeJunk(random)
}

const acknowledgeWrongly: Mutation = (list, random) => {
  list[0] = random.below(3) === 0 ? makeJunk(random) : pickNumber(random)
}

const changeBytes: Mutation = (list, random) => {
  list[1] = random.below(3) === 0 ? makeJunk(random) : new ArrayBuffer(random.below(500))
}

/** Changes something inside of one item: of a record or of a `tcp.send`. */
const changeInside: Mutation = (list, random) => {
  const index = 2 + random.below(Math.max(1, list.length - 2))
  const item = list[index]
  if (!isRecord(item)) return
  const changed: Record<string, unknown> | unknown[] = Array.isArray(item) ? [...item] : { ...item }
  const keys = Object.keys(changed)
  const key = random.below(8) === 0 ? pickText(random) : random.pick([...keys, 'args'])
  const args = Reflect.get(changed, key)
  if (Array.isArray(args) && args.length > 0 && args.length <= longest && random.below(3) > 0) {
    const others: unknown[] = [...args]
    others[random.below(others.length + 1)] = makeJunk(random)
    Reflect.set(changed, key, others)
  } else
    Object.defineProperty(changed, key, {
      value: makeJunk(random),
      enumerable: true,
      configurable: true,
      writable: true,
    })
  list[index] = changed
}

/** What the main process says itself. */
const turnRound: Mutation = (list, random) => {
  list.push(
    random.pick<unknown>([
      { kind: 'failure', id: 1, args: [], error: '' },
      { kind: 'event', event: 'tcp.onReceive', payload: {} },
      { kind: 'end' },
      { kind: 'sends', socketId: 1, calls: [], bytes: new ArrayBuffer(0), start: 0, byteLength: 0 },
      [1, 1, 4096, new ArrayBuffer(4)],
      [2, 1, 1],
      [3, 1],
      [4, 1, 2],
    ]),
  )
}

const wrap: Mutation = (list) => {
  list.splice(0, list.length, [...list])
}

const mutations = [
  cut,
  double,
  shuffle,
  replace,
  acknowledgeWrongly,
  changeBytes,
  changeInside,
  changeInside,
  turnRound,
  wrap,
]

/** A message that was valid, and is hardly so any more. */
export function mutate(message: readonly unknown[], random: Random): unknown[] {
  const list = [...message]
  for (let left = 1 + random.below(2); left > 0; left -= 1) {
    if (list.length === 0) return list
    random.pick(mutations)(list, random)
  }
  return list
}
