import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { App } from '../../../../src/main/app/app.ts'
import { defaultLimits } from '../../../../src/main/install/limits.ts'
import { flowControl } from '../../../../src/renderer-types/wire.ts'
import { TcpPeer } from '../../../support/sockets/tcp-peer.ts'
import type { Member } from '../../../support/pages/test-app.ts'
import { addPage, createApp, keepUp, serve } from '../../../support/pages/test-app.ts'
import { takeTurns } from '../../../support/until.ts'

const { messageBytes, openBytes } = flowControl
const { unreadBytes } = defaultLimits
const size = 3 * unreadBytes

let app: App
let stuck: Member
let awake: Member
let peers: TcpPeer[]

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] })
  app = createApp()
  stuck = addPage(app, 'tcp.onReceive', 'tcpServer.onAccept')
  awake = addPage(app, 'tcp.onReceive', 'tcpServer.onAccept')
  keepUp(app, awake)
  peers = []
})

afterEach(() => {
  vi.useRealTimers()
  app.dispose()
  for (const { socket } of peers) socket.destroy()
})

const countBytes = ({ port }: Member): number => port.data.reduce((sum, { data }) => sum + data.byteLength, 0)

/** Turns of the event loop until a condition holds: the clock stands still. */
async function spin(what: string, condition: () => boolean): Promise<void> {
  for (let i = 0; i < 2000; i += 1) {
    if (condition()) return
    await takeTurns(10)
  }
  throw new Error(`never: ${what}`)
}

/** Clients that send more than one page alone may have unread. */
async function flood(clients: number): Promise<void> {
  const { port } = await serve(app)
  for (let i = 0; i < clients; i += 1) {
    const peer = await TcpPeer.connect(port)
    peers.push(peer)
    peer.write(Buffer.alloc(size / clients))
  }
  await spin('accepted', () => app.tcp.list().length === clients)
  for (const socket of app.tcp.list()) socket.setPaused(false)
}

describe('a page that takes nothing', () => {
  it.each([1, 8])(
    'holds the others up for so long as patience lasts, and no longer: %i clients',
    async (clients) => {
      await flood(clients)
      await takeTurns(400)
      const before = countBytes(awake)
      expect(before).toBeGreaterThan(0)
      expect(before).toBeLessThan(1.5 * unreadBytes)
      await vi.advanceTimersByTimeAsync(flowControl.patience - 1)
      await takeTurns(200)
      expect(countBytes(awake)).toBe(before)
      await vi.advanceTimersByTimeAsync(flowControl.patience + 2)
      await spin('the page that listens has all', () => countBytes(awake) === size)
      expect(countBytes(stuck)).toBeLessThan(openBytes + messageBytes)
    },
  )
})

it('a page of another app is not held up for a moment', async () => {
  const other = createApp()
  const member = addPage(other, 'tcp.onReceive')
  keepUp(other, member)
  await flood(8)
  const { port } = await serve(other)
  other.setInterest(member.page, 'tcpServer.onAccept', true)
  const peer = await TcpPeer.connect(port)
  peers.push(peer)
  await spin('accepted', () => other.tcp.list().length === 1)
  other.tcp.get(1)?.setPaused(false)
  peer.write(Buffer.alloc(size))
  await spin('all received', () => countBytes(member) === size)
  other.dispose()
})
