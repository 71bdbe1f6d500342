import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { launchApp } from '../support/electron/launch.ts'
import { until } from '../support/until.ts'
import type { RunningApp } from '../support/electron/launch.ts'
import { TcpPeer } from '../support/sockets/tcp-peer.ts'

let running: RunningApp
let page: Page

beforeAll(async () => {
  running = await launchApp()
})

afterAll(() => running.close())

beforeEach(async () => {
  page = await running.open()
})

afterEach(() => page.close())

const count = (length: number): number[] => Array.from({ length }, (_, i) => i)

/** A client of the page that is paused, and reads byte by byte. */
async function connect(): Promise<{ client: number; peer: TcpPeer }> {
  const { port } = await page.evaluate(() => {
    window.record()
    return window.serve()
  })
  const peer = await TcpPeer.connect(port)
  const accepted = (): Promise<unknown> => page.evaluate(() => window.log[0]?.[2])
  await until('accepted', async () => typeof (await accepted()) === 'number')
  const client = Number(await accepted())
  await page.evaluate((id) => chrome.sockets.tcp.update(id, { bufferSize: 1 }), client)
  return { client, peer }
}

describe('what one message brings', () => {
  it('runs callback by callback: the microtasks of one have all run before the next', async () => {
    const seen = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const order: string[] = []
          for (let i = 0; i < 200; i += 1) {
            chrome.sockets.tcp.getSockets(async () => {
              order.push(`${i}`)
              for (let k = 0; k < 20; k += 1) await Promise.resolve()
              order.push(`${i} after awaiting`)
              if (i === 199) resolve(order)
            })
          }
        }),
    )
    expect(seen).toEqual(count(200).flatMap((i) => [`${i}`, `${i} after awaiting`]))
  })

  it('runs event by event: the microtasks of one have all run before the next, and all come in order', async () => {
    const { client, peer } = await connect()
    const chars = count(500).map((i) => String.fromCodePoint(33 + (i % 90)))
    peer.write(chars.join(''))
    await page.evaluate((id) => {
      window.log = []
      chrome.sockets.tcp.onReceive.addListener(async () => {
        for (let k = 0; k < 20; k += 1) await Promise.resolve()
        window.log.push(['after awaiting'])
      })
      void chrome.sockets.tcp.setPaused(id, false)
    }, client)
    const length = (): Promise<number> => page.evaluate(() => window.log.length)
    await until('all received', async () => (await length()) === 2 * chars.length)
    const log = await page.evaluate(() => window.log)
    expect(log).toEqual(chars.flatMap((char) => [['receive', client, char], ['after awaiting']]))
    peer.socket.destroy()
  })

  it('runs promise by promise, in the order of the calls', async () => {
    const seen = await page.evaluate(async () => {
      const order: number[] = []
      const calls = Array.from({ length: 200 }, (_, i) =>
        chrome.sockets.tcp.getSockets().then(() => order.push(i)),
      )
      await Promise.all(calls)
      return order
    })
    expect(seen).toEqual(count(200))
  })

  it('has lastError in the callback of a failed call and its microtasks, and not in the next callback', async () => {
    const seen = await page.evaluate(
      () =>
        new Promise<unknown[]>((resolve) => {
          const states: unknown[] = []
          for (let i = 0; i < 100; i += 1) {
            chrome.sockets.tcp.getInfo(4711, async () => {
              for (let k = 0; k < 20; k += 1) await Promise.resolve()
              states.push(chrome.runtime.lastError?.message)
            })
            chrome.sockets.tcp.getSockets(() => {
              states.push('lastError' in chrome.runtime)
              if (i === 99) resolve(states)
            })
          }
        }),
    )
    expect(seen).toEqual(count(100).flatMap(() => ['Socket not found', false]))
  })

  it('lets timers and the user have their turn before all of it has run', async () => {
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.showInactive())
    const ready = page.evaluate(() => {
      const work = { callbacks: 0, timers: [] as number[], clicks: [] as number[] }
      const again = (): void => {
        work.timers.push(work.callbacks)
        setTimeout(again)
      }
      window.addEventListener('mousedown', () => work.clicks.push(work.callbacks))
      return new Promise<typeof work>((resolve) => {
        for (let i = 0; i < 2000; i += 1) {
          chrome.sockets.tcp.getSockets(() => {
            work.callbacks += 1
            for (const end = performance.now() + 0.3; performance.now() < end;);
            if (work.callbacks === 2000) resolve(work)
          })
        }
        setTimeout(again)
      })
    })
    for (let i = 0; i < 5; i += 1) await page.mouse.click(5, 5)
    const { timers, clicks } = await ready
    for (const turns of [timers, clicks])
      expect(turns.filter((callbacks) => callbacks > 0 && callbacks < 2000)).not.toEqual([])
  })
})

describe('a page', () => {
  it('that replaces the methods of ports and events after it was loaded is answered all the same', async () => {
    const seen = await page.evaluate(async () => {
      const throwing = (): never => {
        throw new Error('hijacked')
      }
      MessagePort.prototype.postMessage = throwing
      MessagePort.prototype.start = throwing
      EventTarget.prototype.addEventListener = throwing
      Event.prototype.stopImmediatePropagation = throwing
      for (const prototype of [MessageEvent.prototype, Event.prototype])
        for (const key of ['data', 'target', 'ports'])
          Object.defineProperty(prototype, key, { get: throwing, configurable: true })
      window.queueMicrotask = throwing
      const { socketId } = await chrome.sockets.tcp.create({ name: 'x' })
      const { error } = await window.call('tcp.send', socketId, new Uint8Array([1, 2, 3]))
      let callbacks = 0
      await new Promise<void>((resolve) => {
        for (let i = 0; i < 200; i += 1)
          chrome.sockets.tcp.getSockets(() => {
            callbacks += 1
            if (i === 199) resolve()
          })
      })
      return [error, callbacks]
    })
    expect(seen).toEqual(['net::ERR_SOCKET_NOT_CONNECTED', 200])
  })
})
