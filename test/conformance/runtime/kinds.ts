import type { Answer } from './calls.ts'
import { encode } from './encode.ts'
import type { Loose } from './loose.ts'
import { Names } from './names.ts'

function detachedBuffer(): ArrayBuffer {
  const buffer = new ArrayBuffer(4)
  structuredClone(buffer, { transfer: [buffer] })
  return buffer
}

class Properties {
  name = 'instance'
}

/** A value of every kind a page can pass, made anew for every use. */
const makers: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  null: () => null,
  true: () => true,
  false: () => false,
  '0': () => 0,
  '-0': () => -0,
  '-1': () => -1,
  '1.5': () => 1.5,
  NaN: () => NaN,
  Infinity: () => Infinity,
  '2**31-1': () => 2 ** 31 - 1,
  '2**31': () => 2 ** 31,
  '-2**31': () => -(2 ** 31),
  '-2**31-1': () => -(2 ** 31) - 1,
  "''": () => '',
  "'1'": () => '1',
  "'text'": () => 'text',
  'lone surrogate': () => '\uD800',
  'text with NUL': () => 'a\0b',
  '1n': () => 1n,
  'Symbol()': () => Symbol('kind'),
  '{}': () => ({}),
  '{bogus}': () => ({ bogus: 1 }),
  'null-prototype object': () => Object.create(null),
  'class instance': () => new Properties(),
  '[]': () => [],
  '[1]': () => [1],
  function: () => () => {},
  class: () => Properties,
  'new Number(1)': () => Object(1),
  "new String('1')": () => Object('1'),
  'new Boolean(true)': () => Object(true),
  Date: () => new Date(0),
  RegExp: () => /x/,
  Map: () => new Map([['name', 'x']]),
  Error: () => new Error('kind'),
  Promise: () => Promise.resolve(),
  'Proxy of {}': () => new Proxy({}, {}),
  'Proxy of a function': () => new Proxy(() => {}, {}),
  ArrayBuffer: () => new ArrayBuffer(4),
  'empty ArrayBuffer': () => new ArrayBuffer(0),
  'detached ArrayBuffer': detachedBuffer,
  Uint8Array: () => new Uint8Array(4),
  Float64Array: () => new Float64Array(1),
  BigInt64Array: () => new BigInt64Array(1),
  DataView: () => new DataView(new ArrayBuffer(4)),
  Blob: () => new Blob(['x']),
  globalThis: () => globalThis,
}

/** A created socket is told as such: every call makes another one. */
function summarise(answer: Answer, frame: string): string {
  const [first] = Array.isArray(answer.args) ? answer.args : [answer.resolved]
  if (typeof first?.socketId === 'number' && answer.lastError === undefined) return 'creates a socket'
  if (answer.threw !== undefined) return answer.threw.replace(frame, '… ')
  return JSON.stringify(encode(answer, new Names()))
}

/** `Error in invocation of sockets.tcp.close(...): `, as far as it is the same in all messages of a method. */
export function frameOf(answer: Answer): string {
  return /^TypeError: (Error in invocation of .*?\): )/.exec(answer.threw ?? '')?.[1] ?? ''
}

/** Makes a call with a value of every kind, and tells which kinds lead to which outcome. */
export async function tryKinds(
  act: (value: Loose) => Promise<Answer> | Answer,
  frame: string,
): Promise<[outcome: string, kinds: string][]> {
  const outcomes = new Map<string, string[]>()
  for (const [kind, make] of Object.entries(makers)) {
    const outcome = summarise(await act(make()), frame)
    outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), kind])
  }
  return Array.from(outcomes, ([outcome, kinds]) => [outcome, kinds.join(', ')])
}
