import { closeChannels } from '../../support/pages/page-builtins.ts'
import type { Session } from 'electron'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { App } from '../../../src/main/app/app.ts'
import { parseOrigin } from '../../../src/main/ipc/origins.ts'
import { Registry } from '../../../src/main/ipc/registry.ts'
import { TcpSocket } from '../../../src/main/sockets/tcp-socket.ts'
import { installFacade } from '../../../src/preload/main-world/facade.ts'
import type { UpMessage } from '../../../src/renderer-types/wire.ts'
import { fullGrant } from '../../support/pages/grants.ts'
import { createLimitedApp, loggerOf } from '../../support/pages/test-app.ts'
import { Random } from '../../support/random.ts'
import { closeConnections, connectPair } from '../../support/sockets/connected-pair.ts'
import type { TcpPeer } from '../../support/sockets/tcp-peer.ts'
import { takeTurns, until } from '../../support/until.ts'
import { createGate } from '../../support/pages/create-gate.ts'

const writeQuota = 8 * 1024 * 1024
const sendLimits = { ...fullGrant.sendLimits, writeQuota }

let app: App
let tcp: Window['chrome']['sockets']['tcp']
let runtime: Window['chrome']['runtime']
let isClosed: boolean

/** A page with the facade, and the main process that it speaks to. */
beforeEach(() => {
  app = createLimitedApp({ writeQuota })
  isClosed = false
  const registry = new Registry()
  registry.add({ app, includes: () => true, origins: [parseOrigin('app://test')], sessions: [] })
  const sender = { session: {} as Session, windowId: 1, url: new URL('app://test/') }
  const [calls, answers] = [new MessageChannel(), new MessageChannel()]
  const listener = createGate(registry).connect(sender, {
    post: (message) => answers.port1.postMessage(message),
    close: () => (isClosed = true),
  })
  calls.port1.onmessage = ({ data }: MessageEvent<UpMessage>) => listener?.receive(data)
  const page = {} as { chrome: Window['chrome'] }
  installFacade(page, { ...fullGrant, sendLimits }, { calls: calls.port2, answers: answers.port2 })
  ;({ runtime } = page.chrome)
  ;({ tcp } = page.chrome.sockets)
})

afterEach(() => {
  app.dispose()
  closeConnections()
  closeChannels()
})

async function connect(): Promise<TcpPeer> {
  const { peer, socket } = await connectPair()
  const { id } = app.tcp.add((newId) => new TcpSocket(newId, app.delivery, socket)) as TcpSocket
  void tcp.setPaused(id, false)
  return peer
}

it.each([1, 2, 3])(
  'whatever is sent to peers that take little and go, each send is answered: seed %i',
  async (seed) => {
    const random = new Random(seed)
    tcp.onReceiveError.addListener(() => {})
    const peers = [await connect(), await connect(), await connect(), await connect()]
    for (const { socket } of peers) socket.pause()
    const answers: string[][] = peers.map(() => [])
    let unanswered = 0
    for (let i = 0; i < 200; i += 1) {
      const at = random.below(peers.length)
      unanswered += 1
      tcp.send(at + 1, random.bytes(random.below(random.pick([10, 50_000, 1_500_000]))).buffer, (info) => {
        unanswered -= 1
        answers[at]?.push(info === undefined ? String(runtime.lastError?.message) : String(info.resultCode))
      })
      if (random.below(20) === 0) await takeTurns(1)
      if (random.below(100) === 0) peers[at]?.socket.resetAndDestroy()
      if (random.below(40) === 0) peers[at]?.socket.resume()
    }
    for (const { socket } of peers) socket.resetAndDestroy()
    await until('all answered', () => unanswered === 0)
    for (const ofSocket of answers) {
      const codes = ofSocket.filter((answer) => answer !== 'Exceeded write quota.')
      expect(codes).toEqual(
        codes.toSorted((one, other) => ['0', '-2', '-15'].indexOf(one) - ['0', '-2', '-15'].indexOf(other)),
      )
    }
    expect([isClosed, loggerOf(app).warnings, loggerOf(app).errors]).toEqual([false, [], []])
    expect([app.writeQuota.take(writeQuota), app.writeQuota.take(1)]).toEqual([true, false])
  },
)
