import type { Random } from '../random.ts'

/** Numbers at which checks go wrong. */
const numbers = [
  0,
  -0,
  1,
  -1,
  2,
  1.5,
  NaN,
  Infinity,
  -Infinity,
  65_535,
  65_536,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  -(2 ** 31) - 1,
  2 ** 32,
  2 ** 53,
  Number.MAX_VALUE,
  Number.MIN_VALUE,
]

const texts = [
  '',
  'call',
  'interest',
  'failure',
  'sends',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'tcp.send',
  'tcp.constructor',
  '__proto__.polluted',
  'tcpServer.__proto__',
  'network.toString',
  'tcp.onReceive',
  '\u0000',
  '\uD800',
  '1e3',
  'x'.repeat(5000),
]

export function pickNumber(random: Random): number {
  return random.below(4) === 0 ? random.below(2 ** 32) - 2 ** 31 : random.pick(numbers)
}

export function pickText(random: Random): string {
  return random.pick(texts)
}

function makeSparse(length: number): unknown[] {
  const sparse: unknown[] = []
  sparse.length = length
  return sparse
}

function makeCycle(): unknown {
  const list: unknown[] = [0, undefined]
  const record: Record<string, unknown> = { kind: 'call', id: 1, method: 'tcp.create', list }
  record.args = [record]
  list.push(list, record)
  return list
}

function nest(random: Random): unknown {
  let value: unknown = random.pick([0, [], {}])
  for (let left = random.below(200); left > 0; left -= 1) value = random.below(2) === 0 ? [value] : { value }
  return value
}

/** An own property of that name, as an object literal cannot have. */
function withOwnProto(): object {
  return JSON.parse(
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"kind":"call"}',
  )
}

function makeTyped(random: Random): unknown {
  const length = random.pick([0, 1, 7, 64])
  const growing: ArrayBuffer = Reflect.construct(ArrayBuffer, [length, { maxByteLength: 4096 }])
  return random.pick([
    new Uint8Array(length),
    new Uint8Array(new ArrayBuffer(100), 3, length),
    new Float64Array(length),
    new BigInt64Array(1),
    new DataView(new ArrayBuffer(8), 1, 2),
    new Uint8Array(growing),
    growing,
    new SharedArrayBuffer(length),
    new ArrayBuffer(length),
    Buffer.from('text'),
  ])
}

const makers: readonly ((random: Random) => unknown)[] = [
  () => undefined,
  () => null,
  () => true,
  pickNumber,
  pickText,
  () => 2n ** 64n,
  () => Symbol.iterator,
  () => makeJunk,
  () => new Date(NaN),
  () => /a(b+)+$/g,
  () => new Map<unknown, unknown>([['kind', 'call']]),
  () => new Set([[0, undefined]]),
  () => new Error('kind'),
  () => Object(1),
  () => Object('call'),
  () => Object.create(null),
  withOwnProto,
  makeCycle,
  nest,
  makeTyped,
  () => makeSparse(4_000_000_000),
  () => makeSparse(2 ** 32 - 1),
  () => [0, undefined, ...makeSparse(20)],
  () => Object.assign([0, undefined], { kind: 'call', length: 5 }),
  (random) => Object.fromEntries([[pickText(random), pickNumber(random)]]),
  (random) => [makeJunk(random), makeJunk(random)],
  (random) => ({ kind: pickText(random), id: makeJunk(random), method: makeJunk(random), args: [] }),
]

/** Anything at all. */
export function makeJunk(random: Random): unknown {
  return random.pick(makers)(random)
}
