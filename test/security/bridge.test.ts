import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bridgeKey, handOverEvent } from '../../src/renderer-types/wire.ts'
import { until } from '../support/until.ts'
import type { RunningApp } from '../support/electron/launch.ts'
import { compromised, launchSecurityApp, readFaults, readLog } from '../support/electron/security-app.ts'

let running: RunningApp
let page: Page

beforeAll(async () => {
  running = await launchSecurityApp()
  await running.app.evaluate(() => {
    const { createLogger, installChromeSockets } = globalThis.security
    const manifest = { sockets: { tcp: { connect: '*' }, tcpServer: { listen: '*' } } }
    installChromeSockets({ manifest, origins: ['app://one'], logger: createLogger('one') })
  })
})

afterAll(() => running.close())

beforeEach(async () => {
  page = await running.open('app://one/page.html?csp=none')
})

afterEach(async () => {
  await running.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.destroy()
  })
})

/** The API of a page does its work. */
const isWell = (target: Page): Promise<boolean> =>
  target.evaluate(async () => (await window.serve()).port > 0)

describe('what the preload has left in the page', () => {
  it('is one object that cannot be changed and says nothing but its version', async () => {
    const found = await page.evaluate((key) => {
      const bridge: object = Reflect.get(window, key)
      const connect: unknown = Reflect.get(bridge, 'connect')
      const replaced = [
        Reflect.set(bridge, 'connect', 1),
        Reflect.defineProperty(bridge, 'connect', { value: 1 }),
      ]
      const deleted = [Reflect.deleteProperty(bridge, 'connect'), Reflect.deleteProperty(window, key)]
      return {
        keys: Reflect.ownKeys(bridge),
        same: Reflect.get(bridge, 'connect') === connect,
        plain: Object.getPrototypeOf(bridge) === Object.prototype,
        isOurs: Object.getPrototypeOf(connect) === Function.prototype,
        done: [...replaced, ...deleted],
      }
    }, bridgeKey)
    expect(found).toEqual({
      keys: ['version', 'connect'],
      same: true,
      plain: true,
      isOurs: true,
      done: [false, false, false, false],
    })
  })

  it('does its work once: whatever it is called with, nothing comes of it', async () => {
    const heard = await page.evaluate(
      ([key, event]) => {
        let count = 0
        for (const target of [window, document]) target.addEventListener(event, () => (count += 1))
        const connect = Reflect.get(Reflect.get(window, key), 'connect') as (...args: unknown[]) => unknown
        const hostile = new Proxy({}, { get: () => hostile })
        const lists: unknown[][] = [
          [],
          [Promise.resolve(1), Promise.reject(new Error('x')).catch(() => {})],
          [
            {
              get then() {
                throw new Error('then')
              },
            },
          ],
          [JSON.parse('{"__proto__":{"polluted":true}}')],
          [() => connect(), window.event, document.body, new MessageChannel().port1],
        ]
        const returned = lists.map((args) => {
          try {
            return connect(...args)
          } catch {
            return undefined
          }
        })
        return { count, returned, polluted: 'polluted' in {} }
      },
      [bridgeKey, handOverEvent] as const,
    )
    expect(heard).toEqual({ count: 0, returned: Array.from({ length: 5 }), polluted: false })
    expect(await isWell(page)).toBe(true)
  })

  it('leads nowhere: the constructors that can be reached make functions of the page', async () => {
    const found = await page.evaluate((key) => {
      const connect = Reflect.get(Reflect.get(window, key), 'connect') as () => void
      const { create } = chrome.sockets.tcp
      const probe =
        'return [globalThis === window, typeof require, typeof process, typeof ipcRenderer].join()'
      return [connect, create, chrome.sockets.tcp.onReceive.addListener].map((value): unknown =>
        Reflect.construct(value.constructor, [probe])(),
      )
    }, bridgeKey)
    expect(found).toEqual(Array.from({ length: 3 }, () => 'true,undefined,undefined,undefined'))
  })

  it('takes no other port from the page', async () => {
    const heard = await page.evaluate(async (event) => {
      const { port1, port2 } = new MessageChannel()
      let count = 0
      port1.addEventListener('message', () => (count += 1))
      port1.start()
      window.dispatchEvent(new MessageEvent(event, { ports: [port2] }))
      await chrome.sockets.tcp.create()
      return count
    }, handOverEvent)
    expect(heard).toBe(0)
    expect(await isWell(page)).toBe(true)
  })

  /** A page opens a window on a page of the app and changes the world of that window before there is a page in it. */
  async function prepare(opener: string): Promise<{ popup: Page; caught: number; foreign: number }> {
    const hostile = await running.open(opener)
    const opened = running.app.waitForEvent('window')
    await hostile.evaluate((event) => {
      const target = window.open('app://one/page.html?csp=none')
      if (target === null) throw new Error('no popup')
      const caught: unknown[] = []
      Object.assign(window, { caught, originOfObjects: Reflect.get(target, 'Object').prototype })
      target.addEventListener(event, (handOver) => caught.push(handOver))
      const { prototype } = Reflect.get(target, 'Function') as FunctionConstructor
      for (const key of ['call', 'apply', 'bind'])
        Reflect.defineProperty(prototype, key, { value: (...args: unknown[]) => void caught.push(...args) })
    }, handOverEvent)
    const popup = await opened
    await popup.waitForLoadState('load')
    const found = await hostile.evaluate(() => {
      const caught = Reflect.get(window, 'caught') as unknown[]
      const known = new Set<unknown>([Object.prototype, Reflect.get(window, 'originOfObjects')])
      const findOrigin = (value: object): unknown => {
        const prototype: unknown = Object.getPrototypeOf(value)
        return prototype === null ? value : findOrigin(Object(prototype))
      }
      return {
        caught: caught.length,
        foreign: caught.filter((value) => !known.has(findOrigin(Object(value)))).length,
      }
    })
    return { popup, ...found }
  }

  it('tells a page of the same origin that has prepared the window no more than it knows itself', async () => {
    // Chrome keeps the world of the first, blank document for a document of the same origin.
    const { caught, foreign } = await prepare('app://one/page.html')
    expect(caught).toBeGreaterThan(0)
    expect(foreign).toBe(0)
  })

  it('tells a stranger that has prepared the window nothing', async () => {
    const { popup, caught } = await prepare('app://three/page.html')
    expect(caught).toBe(0)
    expect(await isWell(popup)).toBe(true)
  })
})

describe('arguments that would change what all objects have', () => {
  it('do nothing in page and main process', async () => {
    const found = await page.evaluate(async () => {
      const attempt = (text: string): string => {
        try {
          Reflect.apply(chrome.sockets.tcp.create, undefined, [JSON.parse(text), () => {}])
          return 'taken'
        } catch (error) {
          return String(error)
        }
      }
      const texts = ['{"__proto__":{"persistent":true}}', '{"constructor":{"prototype":{"persistent":true}}}']
      const refused = texts.map(attempt)
      const inherited = Object.create({ persistent: true, name: 'inherited' }) as object
      const { socketId } = await chrome.sockets.tcp.create(inherited)
      Object.assign(Object.prototype, { persistent: true, name: 'everybody' })
      const polluted = await chrome.sockets.tcp.create({})
      const infos = [
        await chrome.sockets.tcp.getInfo(socketId),
        await chrome.sockets.tcp.getInfo(polluted.socketId),
      ]
      for (const key of ['persistent', 'name']) Reflect.deleteProperty(Object.prototype, key)
      return { refused, infos: infos.map((info) => JSON.stringify(info)) }
    })
    expect(found.refused).toEqual([
      expect.stringContaining("Unexpected property: '__proto__'."),
      expect.stringContaining("Unexpected property: 'constructor'."),
    ])
    for (const info of found.infos)
      expect(JSON.parse(info)).toMatchObject({
        connected: false,
        persistent: false,
        socketId: expect.any(Number),
      })
    for (const info of found.infos) expect(info).not.toContain('name')
    const main = await running.app.evaluate(() => ['persistent' in {}, 'polluted' in {}])
    expect(main).toEqual([false, false])
  })
})

describe('a page that has a port to the main process', () => {
  const junkTexts = (target: Page): Promise<void> =>
    target.evaluate(async () => {
      const port = window.receivedPort
      const deep = Array.from({ length: 500 }).reduce<unknown>((inner) => [inner], 'deep')
      const polluting: unknown = JSON.parse('{"__proto__":{"polluted":true},"kind":"call","id":1}')
      const junk = [
        'junk',
        null,
        undefined,
        Number.NaN,
        -1,
        1n,
        true,
        new Date(),
        /x/,
        new Error('x'),
        new Map([[1, 2]]),
        new Set(['x']),
        new Blob(['x']),
        {},
        { then: 1 },
        polluting,
        [{}],
        [polluting],
        [['x']],
        [null, null],
        deep,
        [-1],
        ['tcp.constructor', {}],
        [Number.MAX_SAFE_INTEGER, 'x'],
        new ArrayBuffer(8),
        new Float64Array(4),
        [new ArrayBuffer(1 << 20)],
        'x'.repeat(1 << 20),
        Array.from({ length: 1000 }, () => 'x'),
      ]
      for (let round = 0; round < 3; round += 1) for (const message of junk) port?.postMessage(message)
      const channel = new MessageChannel()
      port?.postMessage('with ports', [channel.port1, channel.port2])
    })
  const faultsOf = async (): Promise<string[]> =>
    (await readLog(running, 'one')).filter((line) => line.includes('malformed'))

  it('finds none in the events that it runs in', async () => {
    expect(await page.evaluate(() => window.countPortsInEvents())).toBe(0)
    expect(await isWell(page)).toBe(true)
  })

  it('can call nothing by any that it finds otherwise: it is cut off, and all others go on', async () => {
    const hostile = await running.open('app://one/page.html?csp=none')
    const before = (await faultsOf()).length
    expect(await hostile.evaluate(() => window.misusePorts())).toBeGreaterThan(0)
    const create = (): Promise<unknown> => hostile.evaluate(async () => chrome.sockets.tcp.create())
    await until('cut off', () =>
      create().then(
        () => false,
        (error: Error) => error.message.includes('Extension context invalidated.'),
      ),
    )
    expect((await faultsOf()).length - before).toBe(1)
    expect(await page.evaluate(() => chrome.sockets.udp.getSockets())).toEqual([])
    expect(await isWell(page)).toBe(true)
  })

  it('may forge one and send junk: other pages go on, and it is reported once', async () => {
    const hostile = await running.open('app://one/page.html?csp=none', compromised)
    const before = (await faultsOf()).length
    await hostile.evaluate(() => window.forge.handOver())
    await hostile.waitForFunction(() => window.receivedPort !== undefined)
    await junkTexts(hostile)
    await until('reported', async () => (await faultsOf()).length > before)
    expect(await isWell(page)).toBe(true)
    expect((await faultsOf()).length - before).toBe(1)
  })

  it('may send what no preload sends: it is refused once, its process is ended, and all pages go on', async () => {
    const hostile = await running.open('app://one/page.html?csp=none', compromised)
    const readRefused = async (): Promise<string[]> =>
      (await readLog(running, 'one')).filter((line) => line.includes('which has not three ports'))
    const ended = hostile.waitForEvent('crash')
    const attack = hostile.evaluate(() => {
      for (const value of [undefined, null, 'x', 1, [], {}, [[]]]) window.forge.sendNonsense(value)
      for (let i = 0; i < 20; i += 1) window.forge.sendPorts(500)
    })
    await Promise.all([ended, attack.catch(() => {})])
    await until('refused', async () => (await readRefused()).length > 0)
    expect(await isWell(page)).toBe(true)
    expect(await readRefused()).toHaveLength(1)
    const told = await readLog(running, 'one')
    expect(told.filter((line) => line.includes('ended the process of app://one'))).toHaveLength(1)
  })
})

it('nothing of all that was an error of the main process', async () => {
  expect(await readFaults(running)).toEqual([])
})
