import { afterEach, describe, expect, it } from 'vitest'
import type { CallRecord } from '../../../../src/renderer-types/wire.ts'
import { PageRealm } from '../../../support/pages/page-realm.ts'
import { until } from '../../../support/until.ts'

let realm: PageRealm

afterEach(() => realm.close())

/** The page keeps what its own script needs, so that only the facade meets what is changed afterwards. */
const before = `
  const log = [], { then } = Promise.prototype, { apply } = Reflect, bytes = new Uint8Array([1, 2, 3])
  const { tcp } = chrome.sockets
  let write = (text) => { log[log.length] = text }`

const script = `
  tcp.onReceive.addListener((info) => write('data ' + info.data.byteLength))
  tcp.onReceive.addListener((info) => write('again ' + info.data.byteLength))
  tcp.create({ name: 'x', bufferSize: 5 }, (info) => write('created ' + info.socketId))
  tcp.send(1, bytes, () => write('sent'))
  tcp.close(9, () => write('failed ' + chrome.runtime.lastError.message))
  apply(then, tcp.getSockets(), [(list) => write('resolved ' + list.length)])
  apply(then, tcp.close(8), [undefined, (error) => write('rejected ' + error.message)])
  try { tcp.close('x') } catch (error) { write('threw ' + error.message.length) }`

const throwing = `() => { throw new Error('hijacked') }`
const ignoreSetting = `{ set() {}, configurable: true }`

const answers: Readonly<Record<string, { args: unknown[]; error?: string }>> = {
  'tcp.create': { args: [{ socketId: 1 }] },
  'tcp.send': { args: [{ bytesSent: 3, resultCode: 0 }] },
  'tcp.close': { args: [], error: 'Socket not found' },
  'tcp.getSockets': { args: [[1, 2]] },
}

/** Lets the page do what it does, and the main process answer. */
async function play(hostile: string): Promise<CallRecord[]> {
  realm = await PageRealm.open()
  realm.run(before)
  realm.run(hostile)
  realm.run(script)
  await until('called', () => realm.records.length === 6)
  const calls = realm.records.filter((record) => record.kind === 'call')
  for (const { id, method } of calls) {
    realm.post({ kind: 'reply', id, args: [], ...answers[method] })
  }
  realm.post({ kind: 'data', socketId: 1, bufferSize: 2, data: new ArrayBuffer(3) })
  await until('all answered', () => realm.run('log.length') === 10)
  return calls
}

describe('a page that changes its built-ins has an API that works, though it', () => {
  it.each<[string, string]>([
    ['changes nothing', ''],
    ['replaces Promise.prototype.then', `Promise.prototype.then = ${throwing}`],
    [
      'replaces methods of arrays',
      `for (const key of ['push', 'map', 'slice']) Array.prototype[key] = ${throwing}`,
    ],
    ['replaces iteration of arrays', `Array.prototype[Symbol.iterator] = ${throwing}`],
    [
      'replaces call, apply and bind',
      `for (const key of ['call', 'apply', 'bind']) Function.prototype[key] = ${throwing}`,
    ],
    ['removes Map, Set and Promise', 'globalThis.Map = globalThis.Set = globalThis.Promise = undefined'],
    [
      'removes what errors and bytes are made of',
      'globalThis.Error = globalThis.TypeError = globalThis.Uint8Array = globalThis.ArrayBuffer = undefined',
    ],
    [
      'removes ports and microtasks',
      'globalThis.MessagePort = globalThis.MessageChannel = globalThis.queueMicrotask = undefined',
    ],
    [
      'replaces everything of Reflect and Object',
      `for (const holder of [Reflect, Object])
         for (const key of Object.getOwnPropertyNames(holder))
           if (typeof holder[key] === 'function' && key !== 'getOwnPropertyNames') holder[key] = ${throwing}`,
    ],
    [
      'replaces the getters of bytes',
      `for (const key of ['byteLength', 'byteOffset', 'buffer'])
         Object.defineProperty(Uint8Array.prototype, key, { get: ${throwing} })`,
    ],
    [
      'replaces the methods of bytes',
      `for (const key of ['set', 'slice', 'subarray', 'fill'])
         Object.getPrototypeOf(Uint8Array.prototype)[key] = ${throwing}
       ArrayBuffer.prototype.slice = ArrayBuffer.isView = ${throwing}`,
    ],
    [
      'puts setters on Object.prototype',
      `for (const key of ['name', 'kind', 'id', 'method', 'args', 'event', 'socketId', 'task', 'next', 'message'])
         Object.defineProperty(Object.prototype, key, ${ignoreSetting})`,
    ],
    [
      'puts setters on Object.prototype for what answers are made of',
      `for (const key of ['data', 'error', 'resultCode', 'bytesSent', 'callback', 'value', 'writable', 'enumerable'])
         Object.defineProperty(Object.prototype, key, { __proto__: null, set() {}, configurable: true })`,
    ],
    [
      'puts setters for indices on Object.prototype and Array.prototype',
      `for (const holder of [Object.prototype, Array.prototype])
         for (let i = 0; i < 40; i += 1) Object.defineProperty(holder, i, { set() {}, configurable: true })
       write = (text) => Object.defineProperty(log, log.length, { value: text, enumerable: true })`,
    ],
  ])('%s', async (_what, hostile) => {
    const calls = await play(hostile)
    expect(calls.map(({ method, args }) => [method, ...args])).toEqual([
      ['tcp.create', { name: 'x', bufferSize: 5 }],
      ['tcp.send', 1, new Uint8Array([1, 2, 3]).buffer],
      ['tcp.close', 9],
      ['tcp.getSockets'],
      ['tcp.close', 8],
    ])
    expect(realm.run('log.join()')?.toString().split(',')).toEqual([
      expect.stringMatching(/^threw \d+$/),
      'created 1',
      'sent',
      'failed Socket not found',
      'resolved 2',
      'rejected Socket not found',
      'data 2',
      'again 2',
      'data 1',
      'again 1',
    ])
    expect(realm.consoleErrors).toEqual([])
  })
})

it('a page that replaces iteration of arrays has printed what its callbacks throw', async () => {
  realm = await PageRealm.open()
  realm.run(`
    Array.prototype[Symbol.iterator] = ${throwing}
    chrome.sockets.tcp.getSockets(() => {
      throw Object.create(Error.prototype, { message: { value: 'text' } })
    })`)
  await until('called', () => realm.records.length === 1)
  realm.post({ kind: 'reply', id: 1, args: [[]] })
  await until('printed', () => realm.consoleErrors.length > 0)
  expect(realm.consoleErrors).toEqual(['Error handling response: Uncaught Error: text'])
})

describe('the hand-over of the port', () => {
  it('leaves a page without the preload alone', async () => {
    realm = await PageRealm.open('delete globalThis.electronChromeSockets')
    expect(realm.run('typeof chrome')).toBe('undefined')
  })

  it('extends the chrome that is there', async () => {
    realm = await PageRealm.open('var chrome = { app: 1 }')
    expect(realm.run('Object.keys(chrome).join()')).toBe('app,runtime,sockets,system')
  })
})
