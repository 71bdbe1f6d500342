import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PermissionDecision, PermissionRequest } from '../../src/main/types.ts'
import { until } from '../support/until.ts'
import type { RunningApp } from '../support/electron/launch.ts'
import { launchSecurityApp, readFaults, readLog } from '../support/electron/security-app.ts'
import { TcpPeer, isListening, listenOnFreePort } from '../support/sockets/tcp-peer.ts'

declare global {
  /** What the app of these tests was asked and told, and what it says. */
  var hooks: {
    asked: PermissionRequest[]
    decisions: PermissionDecision[]
    /** Of a request that nobody has answered yet. */
    pending: ((word: boolean) => void)[]
    manner: 'yes' | 'no' | 'later' | 'throw'
  }
}

let running: RunningApp
let page: Page

beforeAll(async () => {
  running = await launchSecurityApp()
  await running.app.evaluate(() => {
    const { createLogger, installChromeSockets } = globalThis.security
    globalThis.hooks = { asked: [], decisions: [], pending: [], manner: 'yes' }
    const { hooks } = globalThis
    installChromeSockets({
      manifest: {
        sockets: {
          tcpServer: { listen: '127.0.0.1' },
          tcp: { connect: ['127.0.0.1:*', 'localhost:80'] },
          udp: { bind: '127.0.0.1', send: '127.0.0.1:9' },
        },
      },
      origins: ['app://one'],
      logger: createLogger('one'),
      authorize: (request) => {
        hooks.asked.push(request)
        if (hooks.manner === 'later') return new Promise((resolve) => hooks.pending.push(resolve))
        if (hooks.manner === 'throw') throw new Error('/secret/place of the app')
        return hooks.manner === 'yes'
      },
      onDecision: (decision) => void hooks.decisions.push(decision),
    })
    const narrow = { sockets: { tcpServer: { listen: '127.0.0.1' } } }
    installChromeSockets({ manifest: narrow, origins: ['app://two'], logger: createLogger('two') })
  })
})

afterAll(() => running.close())

beforeEach(async () => {
  page = await running.open('app://one/page.html?user#part')
  return () => page.close()
})

const setManner = (manner: typeof globalThis.hooks.manner): Promise<void> =>
  running.app.evaluate((_electron, value) => {
    Object.assign(globalThis.hooks, { asked: [], decisions: [], manner: value })
  }, manner)

const readHooks = (): Promise<Pick<typeof globalThis.hooks, 'asked' | 'decisions'>> =>
  running.app.evaluate(() => {
    const { asked, decisions } = globalThis.hooks
    return { asked, decisions }
  })

const say = (word: boolean): Promise<void> =>
  running.app.evaluate((_electron, value) => globalThis.hooks.pending.shift()?.(value), word)

describe('what the manifest does not name is denied', () => {
  it('in the words of the namespace, without asking the app, which is told', async () => {
    await setManner('yes')
    const answers = await page.evaluate(async () => {
      const { tcp, tcpServer, udp } = chrome.sockets
      const [server, client, socket] = await Promise.all([tcpServer.create(), tcp.create(), udp.create()])
      return [
        await window.call('tcpServer.listen', server.socketId, '0.0.0.0', 0),
        await window.call('tcpServer.listen', server.socketId, '127.1', 0),
        await window.call('tcp.connect', client.socketId, 'localhost', 81),
        await window.call('tcp.connect', client.socketId, '::1', 80),
        await window.call('udp.bind', socket.socketId, '0.0.0.0', 0),
        await window.call('udp.send', socket.socketId, new ArrayBuffer(1), '127.0.0.1', 10),
        await window.call('udp.joinGroup', socket.socketId, '224.0.0.251'),
        await window.call('udp.leaveGroup', socket.socketId, '224.0.0.251'),
        await window.call('udp.getJoinedGroups', socket.socketId),
      ]
    })
    const tcp = { args: [], error: 'Does not have permission' }
    const udp = { args: [], error: 'App does not have permission' }
    expect(answers).toEqual([tcp, tcp, tcp, tcp, udp, udp, udp, udp, udp])
    const { asked, decisions } = await readHooks()
    expect(asked).toEqual([])
    expect(decisions.map(({ operation, allowed, by }) => [operation, allowed, by])).toEqual(
      'tcpServer.listen tcpServer.listen tcp.connect tcp.connect udp.bind udp.send'
        .split(' ')
        .concat(Array.from({ length: 3 }, () => 'udp.multicastMembership'))
        .map((operation) => [operation, false, 'manifest']),
    )
  })

  it('but accepted clients need no word of it', async () => {
    const two = await running.open('app://two/page.html')
    const { port } = await two.evaluate(() => {
      window.echo()
      return window.serve()
    })
    const peer = await TcpPeer.connect(port)
    peer.write('hello')
    await until('echoed', () => peer.text === 'hello')
    peer.socket.destroy()
    const denied = await two.evaluate(async (target) => {
      const { socketId } = await chrome.sockets.tcp.create()
      return window.call('tcp.connect', socketId, '127.0.0.1', target)
    }, port)
    expect(denied).toEqual({ args: [], error: 'Does not have permission' })
    await two.close()
  })
})

describe('what the manifest permits the app may', () => {
  const listen = (): Promise<{ args: unknown[]; error: string | undefined }> =>
    page.evaluate(async () => {
      const { socketId } = await chrome.sockets.tcpServer.create()
      return window.call('tcpServer.listen', socketId, '127.0.0.1', 0)
    })

  it('allow, and it is told all about it', async () => {
    await setManner('yes')
    expect(await listen()).toEqual({ args: [0], error: undefined })
    const { asked, decisions } = await readHooks()
    const request = {
      operation: 'tcpServer.listen',
      host: '127.0.0.1',
      port: 0,
      url: 'app://one/page.html?user#part',
      socketId: expect.any(Number),
    }
    expect(asked).toEqual([request])
    expect(decisions).toEqual([{ ...request, allowed: true, by: 'authorize' }])
  })

  it('deny, in the words of Chrome', async () => {
    await setManner('no')
    expect(await listen()).toEqual({ args: [], error: 'Does not have permission' })
    expect((await readHooks()).decisions).toMatchObject([{ allowed: false, by: 'authorize' }])
  })

  it('fail, which denies, is reported, and tells the page nothing', async () => {
    await setManner('throw')
    expect(await listen()).toEqual({ args: [], error: 'Does not have permission' })
    expect(await readLog(running, 'one')).toContain(
      'electron-chrome-sockets: the option "authorize" has failed: /secret/place of the app',
    )
  })

  it('think about, while other calls are answered in their order', async () => {
    await setManner('later')
    const peers: unknown[] = []
    const target = await listenOnFreePort((socket) => peers.push(socket))
    await page.evaluate(async (port) => {
      const { socketId } = await chrome.sockets.tcp.create()
      window.log = []
      chrome.sockets.tcp.connect(socketId, '127.0.0.1', port, (code) => window.log.push(['connected', code]))
      for (const name of ['a', 'b'])
        chrome.sockets.tcp.update(socketId, { name }, () => window.log.push(['updated', name]))
    }, target.port)
    await until('updated', () => page.evaluate(() => window.log.length === 2))
    expect(peers).toEqual([])
    await say(true)
    await until('connected', () => page.evaluate(() => window.log.length === 3))
    expect(await page.evaluate(() => window.log)).toEqual([
      ['updated', 'a'],
      ['updated', 'b'],
      ['connected', 0],
    ])
    await target.close()
  })

  it('think about for longer than the socket lasts: nothing is opened then', async () => {
    await setManner('later')
    const peers: unknown[] = []
    const target = await listenOnFreePort((socket) => peers.push(socket))
    await page.evaluate(async (port) => {
      const { socketId } = await chrome.sockets.tcp.create()
      window.log = []
      void window
        .call('tcp.connect', socketId, '127.0.0.1', port)
        .then(({ error }) => window.log.push([error]))
      await chrome.sockets.tcp.close(socketId)
    }, target.port)
    await say(true)
    await until('answered', () => page.evaluate(() => window.log.length === 1))
    expect(await page.evaluate(() => window.log)).toEqual([['Socket not found']])
    expect(peers).toEqual([])
    await target.close()
  })

  it('think about for longer than the page lasts: nothing is opened then', async () => {
    await setManner('later')
    const unused = await listenOnFreePort(() => {})
    await unused.close()
    await page.evaluate(async (port) => {
      const { socketId } = await chrome.sockets.tcpServer.create({ persistent: true })
      chrome.sockets.tcpServer.listen(socketId, '127.0.0.1', port, () => {})
    }, unused.port)
    await until('asked', async () => (await readHooks()).asked.length === 1)
    await page.reload()
    await say(true)
    const [socket] = await page.evaluate(() => chrome.sockets.tcpServer.getSockets())
    expect(socket).toMatchObject({ persistent: true })
    expect(await isListening(unused.port)).toBe(false)
    await page.evaluate(async () => {
      for (const { socketId } of await chrome.sockets.tcpServer.getSockets())
        await chrome.sockets.tcpServer.close(socketId)
    })
  })
})

it('nothing of all that was an error of the main process', async () => {
  expect(await readFaults(running)).toEqual([])
})
