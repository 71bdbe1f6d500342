import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { collectRejections, startAnew } from '../support/electron/app-state.ts'
import { disposeIn } from '../support/electron/globals.ts'
import { launchApp } from '../support/electron/launch.ts'
import type { RunningApp } from '../support/electron/launch.ts'
import { UdpPeer } from '../support/sockets/udp-rig.ts'
import { isUdpPortFree } from '../support/sockets/udp-port.ts'
import { until } from '../support/until.ts'

const manifest = { sockets: { udp: { bind: '*', send: '*', multicastMembership: '' } } }

let running: RunningApp
let page: Page
let peer: UdpPeer
let readRejections: () => Promise<string[]>

beforeAll(async () => {
  running = await launchApp({ options: { manifest } })
  readRejections = await collectRejections(running)
})

beforeEach(async () => {
  await startAnew(running)
  page = await running.open()
  peer = await UdpPeer.open()
})

afterEach(() => peer.close())

afterAll(() => running.close())

interface End {
  readonly name: string
  /** What is persistent outlives its pages, but not the installation. */
  readonly persistent: boolean
  readonly come: () => Promise<unknown>
}

const ends: End[] = [
  { name: 'dispose', persistent: true, come: () => disposeIn(running.app) },
  { name: 'the last page is closed', persistent: false, come: () => page.close() },
  {
    name: 'the page has crashed',
    persistent: false,
    come: () =>
      running.app.evaluate(({ webContents }) =>
        webContents.getAllWebContents()[0]?.forcefullyCrashRenderer(),
      ),
  },
]

/** Ports of a socket that does nothing, one that has joined a group, and one that sends. */
async function openSockets(persistent: boolean): Promise<number[]> {
  const { joined, ports } = await page.evaluate(
    async ([properties, port]) => {
      const idle = await window.bind(properties)
      const member = await window.bind(properties, '0.0.0.0')
      const { args } = await window.call('udp.joinGroup', member.socketId, '239.1.2.3')
      const busy = await window.bind(properties)
      const send = (): void => {
        for (let i = 0; i < 50; i += 1) {
          chrome.sockets.udp.send(busy.socketId, new ArrayBuffer(60_000), '127.0.0.1', port, () => {})
        }
      }
      const timer = setInterval(() => {
        try {
          send()
        } catch {
          // The API has been taken away, which is no uncaught error.
          clearInterval(timer)
        }
      }, 1)
      return { joined: args, ports: [idle.port, member.port, busy.port] }
    },
    [{ persistent }, peer.port] as const,
  )
  expect(joined).toEqual([0])
  await until('sending', () => peer.received.length > 100)
  return ports
}

const areFree = (ports: readonly number[]): Promise<boolean[]> => Promise.all(ports.map(isUdpPortFree))

describe('datagram sockets, one in a group and one that sends,', () => {
  it.each(ends)('leave their ports free after: $name', async ({ persistent, come }) => {
    const ports = await openSockets(persistent)
    expect(await areFree(ports)).toEqual([false, false, false])
    await come()
    await until('free', async () => (await areFree(ports)).every(Boolean))
    expect(await readRejections()).toEqual([])
  })

  it('leave their ports free after: the app has quit', async () => {
    const ports = await openSockets(true)
    const main = running.app.process()
    await running.app.close()
    expect(await areFree(ports)).toEqual([true, true, true])
    expect([main.exitCode, running.output()]).toEqual([0, expect.not.stringContaining('Uncaught')])
  })
})
