import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { netErrors } from '../../src/renderer-types/net-errors.ts'
import { listMethods } from '../support/pages/samples.ts'
import type { RunningApp } from '../support/electron/launch.ts'
import { launchSecurityApp, readFaults, readLog } from '../support/electron/security-app.ts'

let running: RunningApp
let page: Page

beforeAll(async () => {
  running = await launchSecurityApp()
  await running.app.evaluate(() => {
    const { createLogger, installChromeSockets } = globalThis.security
    const manifest = {
      sockets: {
        tcp: { connect: '*' },
        tcpServer: { listen: '127.0.0.1' },
        udp: { bind: '127.0.0.1', send: '*' },
      },
    }
    for (const host of ['one', 'two'])
      installChromeSockets({ manifest, origins: [`app://${host}`], logger: createLogger(host) })
  })
  page = await running.open('app://one/page.html')
})

afterAll(() => running.close())

/** All that a page is ever told. */
const texts = new Set([
  ...Object.keys(netErrors).map((name) => `net::${name}`),
  'Socket not found',
  'Does not have permission',
  'App does not have permission',
  'Exceeded write quota.',
  'Socket not connected',
  'Socket must be a connected client TCP socket.',
])

const methods = listMethods()
  .map(([name]) => name)
  .filter((name) => !name.startsWith('network.'))

describe('an error tells the page nothing but a text of Chrome', () => {
  it('whatever is wrong', async () => {
    const two = await running.open('app://two/page.html')
    await two.evaluate(() => window.serve({ name: 'secret of two' }))
    const answers = await page.evaluate(async () => {
      const { tcp, tcpServer, udp } = chrome.sockets
      const [server, client, socket] = await Promise.all([tcpServer.create(), tcp.create(), udp.create()])
      const bytes = new ArrayBuffer(1)
      const calls: [string, ...unknown[]][] = [
        ['tcpServer.listen', server.socketId, '0.0.0.0', 0],
        ['tcpServer.listen', server.socketId, '127.0.0.1', -1],
        ['tcpServer.listen', server.socketId, '127.0.0.1', 0, 0],
        ['tcpServer.close', 4711],
        ['tcp.connect', client.socketId, '127.0.0.1', 1],
        ['tcp.connect', client.socketId, '/etc/passwd', 1],
        ['tcp.connect', client.socketId, '\0', 1],
        ['tcp.send', client.socketId, bytes],
        ['tcp.secure', client.socketId],
        ['tcp.setNoDelay', client.socketId, true],
        ['udp.bind', socket.socketId, '127.0.0.1', 99_999],
        ['udp.send', socket.socketId, bytes, '127.0.0.1', 9],
        ['udp.send', socket.socketId, bytes, '../..', 9],
        ['udp.joinGroup', socket.socketId, '224.0.0.251'],
        ['udp.setBroadcast', socket.socketId, true],
        ['udp.setMulticastTimeToLive', socket.socketId, 256],
      ]
      return Promise.all(calls.map(([method, ...args]) => window.call(method, ...args)))
    })
    for (const { error = 'no error' } of answers) expect(texts).toContain(error)
    expect(JSON.stringify(answers)).not.toMatch(/secret|\bat \w|[\\/](?!\/)\w+[\\/]/)
    await two.close()
  })

  it('even when the main process itself fails', async () => {
    await running.app.evaluate(() => {
      const modules = ['node:net', 'node:dgram', 'node:dns/promises'].map((name) =>
        Object(process.getBuiltinModule(name)),
      )
      const fail = (): never => {
        throw Object.assign(new Error('EACCES: /secret/path'), {
          path: '/secret/path',
          stack: 'at /secret/path:1',
        })
      }
      const [net, dgram, dns] = modules
      const originals = [net.connect, net.createServer, dgram.createSocket, dns.lookup]
      Object.assign(net, { connect: fail, createServer: fail })
      Object.assign(dgram, { createSocket: fail })
      Object.assign(dns, { lookup: fail })
      Object.assign(globalThis, {
        repair: () => {
          Object.assign(net, { connect: originals[0], createServer: originals[1] })
          Object.assign(dgram, { createSocket: originals[2] })
          Object.assign(dns, { lookup: originals[3] })
        },
      })
    })
    const seen = await page.evaluate(async () => {
      const { tcp, tcpServer, udp } = chrome.sockets
      const [server, client, socket] = await Promise.all([tcpServer.create(), tcp.create(), udp.create()])
      return JSON.stringify([
        await window.call('tcpServer.listen', server.socketId, '127.0.0.1', 0),
        await window.call('tcp.connect', client.socketId, '127.0.0.1', 1),
        await window.call('tcp.connect', client.socketId, 'name.invalid', 1),
        await window.call('udp.bind', socket.socketId, '127.0.0.1', 0),
      ])
    })
    await running.app.evaluate(() => Reflect.get(globalThis, 'repair')())
    const answers = JSON.parse(seen) as { args: unknown[]; error?: string }[]
    for (const { error } of answers) expect(texts).toContain(error)
    expect(answers.map(({ error }) => error)).toContain('net::ERR_UNEXPECTED')
    expect(seen).not.toMatch(/secret|EACCES|stack/)
    expect(await readLog(running, 'one')).toContainEqual(expect.stringContaining('/secret/path'))
    expect(await page.evaluate(async () => (await window.serve()).port > 0)).toBe(true)
  })

  it('when its arguments have the wrong types: the page itself throws, and nothing is sent', async () => {
    const before = await readLog(running, 'one')
    const thrown = await page.evaluate((names) => {
      const attempt = (method: string): string => {
        const [namespace = '', name = ''] = method.split('.')
        try {
          const owner: object = Reflect.get(chrome.sockets, namespace)
          Reflect.apply(Reflect.get(owner, name), owner, [Symbol('x'), {}, [], () => {}, 1])
          return 'nothing'
        } catch (error) {
          return String(error)
        }
      }
      return names.map(attempt)
    }, methods)
    for (const text of thrown)
      expect(text).toMatch(
        /^TypeError: Error in invocation of sockets\.[\w.]+\(.*\): No matching signature\.$/,
      )
    expect(await readLog(running, 'one')).toEqual(before)
  })
})

it('nothing of all that was an uncaught error of the main process', async () => {
  expect(await readFaults(running)).toEqual([])
})
