import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { launchApp } from '../support/electron/launch.ts'
import type { RunningApp } from '../support/electron/launch.ts'
import { TcpPeer } from '../support/sockets/tcp-peer.ts'
import { until } from '../support/until.ts'

let running: RunningApp
let page: Page

beforeAll(async () => {
  running = await launchApp()
  page = await running.open()
})

afterAll(() => running.close())

describe('an answer comes', () => {
  it('as a promise where Chrome has one and the callback is left out', async () => {
    const answers = await page.evaluate(async () => {
      const { tcpServer } = chrome.sockets
      const { socketId } = await tcpServer.create({ name: 'promised' })
      const updated: unknown = await tcpServer.update(socketId, { persistent: true })
      const { name, persistent } = await tcpServer.getInfo(socketId)
      const sockets = await tcpServer.getSockets()
      await tcpServer.close(socketId)
      const failure = await tcpServer.getInfo(socketId).catch((error: unknown) => error)
      const isError = failure instanceof Error && Object.getPrototypeOf(failure) === Error.prototype
      return { updated, name, persistent, count: sockets.length, failure: String(failure), isError }
    })
    expect(answers).toEqual({
      updated: undefined,
      name: 'promised',
      persistent: true,
      count: 1,
      failure: 'Error: Socket not found',
      isError: true,
    })
  })

  it('to a callback, which then returns nothing', async () => {
    const seen = await page.evaluate(async () => {
      let returned: unknown = 'not called'
      const args = await new Promise<unknown[]>((resolve) => {
        returned = chrome.sockets.tcp.create({}, (...given) => resolve(given))
      })
      return { args, returned }
    })
    expect(seen).toEqual({ args: [{ socketId: expect.any(Number) }], returned: undefined })
  })

  it('with lastError while the callback of a failed call and its microtasks run, and not a task longer', async () => {
    const seen = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const states: unknown[] = ['lastError' in chrome.runtime]
          chrome.sockets.tcpServer.close(4711, function callback() {
            states.push(
              chrome.runtime.lastError?.message,
              arguments.length,
              JSON.stringify(chrome.runtime.lastError),
            )
            void Promise.resolve().then(() => states.push(chrome.runtime.lastError?.message))
            setTimeout(() => resolve([...states, 'lastError' in chrome.runtime]), 0)
          })
        }),
    )
    const message = 'Socket not found'
    expect(seen).toEqual([false, message, 0, JSON.stringify({ message }), message, false])
  })

  it('with a code beside lastError where Chrome has one', async () => {
    const answers = await page.evaluate(async () => [
      await window.call('tcp.setNoDelay', 4711, true),
      await window.call('tcp.send', 4711, new ArrayBuffer(1)),
      await window.call(
        'tcpServer.listen',
        (await chrome.sockets.tcpServer.create()).socketId,
        'localhost',
        0,
      ),
      await window.call('tcp.send', (await chrome.sockets.tcp.create()).socketId, new ArrayBuffer(1)),
    ])
    expect(answers).toEqual([
      { args: [-2], error: 'Socket not found' },
      { args: [], error: 'Socket not found' },
      { args: [-4], error: 'net::ERR_INVALID_ARGUMENT' },
      { args: [{ resultCode: -15 }], error: 'net::ERR_SOCKET_NOT_CONNECTED' },
    ])
  })

  it('on the console when nobody reads lastError', async () => {
    await page.evaluate(() => {
      chrome.sockets.tcpServer.close(4712, () => {})
      void chrome.sockets.tcpServer.close(4713).catch(() => {})
    })
    await until('console message', () =>
      running.output().includes('Unchecked runtime.lastError: Socket not found'),
    )
  })

  it('to nobody when the arguments are wrong: the call throws at once', async () => {
    const thrown = await page.evaluate(() => {
      const attempt = (call: () => unknown): string => {
        try {
          call()
          return 'nothing'
        } catch (error) {
          return String(error)
        }
      }
      const { tcpServer } = chrome.sockets
      return [
        attempt(() => Reflect.apply(tcpServer.listen, undefined, [1, '127.0.0.1', 80])),
        attempt(() => Reflect.apply(tcpServer.create, undefined, [{ bufferSize: 1 }, () => {}])),
      ]
    })
    expect(thrown).toEqual([
      'TypeError: Error in invocation of sockets.tcpServer.listen(integer socketId, string address, integer port, ' +
        'optional integer backlog, function callback): No matching signature.',
      'TypeError: Error in invocation of sockets.tcpServer.create(optional sockets.tcpServer.SocketProperties ' +
        "properties, optional function callback): Error at parameter 'properties': Unexpected property: 'bufferSize'.",
    ])
  })

  it('in the order of the calls', async () => {
    const order = await page.evaluate(async () => {
      const { socketId } = await chrome.sockets.tcpServer.create({ name: 'a' })
      const seen: unknown[] = []
      await new Promise<void>((resolve) => {
        chrome.sockets.tcpServer.update(socketId, { name: 'b' }, () => seen.push(1))
        chrome.sockets.tcpServer.getInfo(socketId, ({ name }) => seen.push(name))
        chrome.sockets.tcpServer.update(socketId, { name: 'c' }, () => seen.push(2))
        chrome.sockets.tcpServer.getInfo(socketId, ({ name }) => resolve(void seen.push(name)))
      })
      return seen
    })
    expect(order).toEqual([1, 'b', 2, 'c'])
  })
})

describe('an event', () => {
  it('knows the very function that was added', async () => {
    const states = await page.evaluate(() => {
      const { onAccept } = chrome.sockets.tcpServer
      const listener = (): void => {}
      const read = (): boolean[] => [onAccept.hasListener(listener), onAccept.hasListeners()]
      const before = read()
      onAccept.addListener(listener)
      onAccept.addListener(listener)
      const during = read()
      onAccept.removeListener(() => {})
      onAccept.removeListener(listener)
      return [before, during, read()]
    })
    expect(states).toEqual([
      [false, false],
      [true, true],
      [false, false],
    ])
  })

  it('reaches the other listeners when one throws', async () => {
    const { port } = await page.evaluate(() => {
      const seen: string[] = []
      chrome.sockets.tcpServer.onAccept.addListener(() => {
        throw new Error('boom')
      })
      chrome.sockets.tcpServer.onAccept.addListener(() => seen.push('second'))
      Object.assign(window, { seen })
      return window.serve()
    })
    const peer = await TcpPeer.connect(port)
    await until('second called', () =>
      page.evaluate(() => (Reflect.get(window, 'seen') as string[]).length === 1),
    )
    await until('reported', () => running.output().includes('Error in event handler: Error: boom'))
    peer.socket.destroy()
  })
})
