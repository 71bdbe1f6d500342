import type { Session } from 'electron'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseOrigin } from '../../../src/main/ipc/origins.ts'
import { Registry } from '../../../src/main/ipc/registry.ts'
import type { Sender } from '../../../src/main/ipc/sender.ts'
import { readLimits } from '../../../src/main/install/limits.ts'
import { Attacker } from '../../support/hostile/attacker.ts'
import { HonestPage } from '../../support/hostile/honest-page.ts'
import { FaultWatch, countResources, measureMemory } from '../../support/hostile/process-watch.ts'
import { ValidMessages, loopbackOnly } from '../../support/hostile/valid-messages.ts'
import { Random } from '../../support/random.ts'
import { RecordingLogger } from '../../support/pages/recording-logger.ts'
import { TcpPeer } from '../../support/sockets/tcp-peer.ts'
import { settle, takeTurns, until } from '../../support/until.ts'
import { createAppOf } from '../../support/pages/test-app.ts'
import { createGate } from '../../support/pages/create-gate.ts'

const messages = Number(process.env.FUZZ_MESSAGES ?? 200_000)
const seed = Number(process.env.FUZZ_SEED ?? 1)
const messagesPerTurn = 100
const turnsPerPage = 50
const turns = Math.ceil(messages / messagesPerTurn)
/** Memory is measured that many times in each quarter of the run. */
const measurements = 5
const mebibyte = 1024 * 1024

const session = {} as Session
const from = (host: string, windowId: number): Sender => ({
  session,
  windowId,
  url: new URL(`app://${host}/`),
})

const prototypes = [Object.prototype, Array.prototype, ArrayBuffer.prototype, Map.prototype]
const listPrototypeKeys = (): PropertyKey[][] => prototypes.map((prototype) => Reflect.ownKeys(prototype))

/** Two apps: one with an attacker and an honest page, the other one with an honest page alone. */
class Siege {
  readonly logger = new RecordingLogger()
  readonly attacked = createAppOf(
    { sockets: loopbackOnly },
    {
      logger: this.logger,
      limits: readLimits({ sockets: 64 }),
    },
  )
  readonly other = createAppOf({ sockets: loopbackOnly }, { logger: this.logger })
  readonly attacker: Attacker
  readonly neighbour: HonestPage
  readonly stranger: HonestPage
  readonly memory: number[] = []

  constructor() {
    const registry = new Registry()
    const includes = (): boolean => true
    registry.add({
      app: this.attacked,
      includes,
      sessions: [session],
      origins: [parseOrigin('app://attacked')],
    })
    registry.add({ app: this.other, includes, sessions: [session], origins: [parseOrigin('app://other')] })
    const gate = createGate(registry)
    const random = new Random(seed)
    this.neighbour = new HonestPage(gate, from('attacked', 2), this.attacked, true)
    this.stranger = new HonestPage(gate, from('other', 3), this.other, false)
    this.attacker = new Attacker(random, gate, from('attacked', 1), new ValidMessages(random, this.attacked))
  }

  async run(peer: TcpPeer): Promise<void> {
    const measureEvery = Math.ceil(turns / (4 * measurements))
    for (let turn = 1; turn <= turns; turn += 1) {
      for (let i = 0; i < messagesPerTurn; i += 1) this.attacker.say()
      this.neighbour.call()
      this.stranger.call()
      if (turn % 10 === 0) peer.write(`line ${turn}\n`)
      if (turn % turnsPerPage === 0) this.attacker.reload()
      await takeTurns(1)
      if (turn % measureEvery === 0) this.memory.push(measureMemory())
    }
  }

  /** The memory of the second quarter of the run, and of the last: the least of each, as what it came down to. */
  get levels(): { second: number; last: number } {
    // A short run has fewer measurements.
    const length = Math.max(1, Math.floor(this.memory.length / 4))
    const quarter = (index: number): number =>
      Math.min(...this.memory.slice(index * length, (index + 1) * length))
    return { second: quarter(1), last: quarter(3) }
  }

  get socketCount(): number {
    return [this.attacked, this.other].reduce(
      (sum, { tcp, tcpServer, udp }) => sum + tcp.list().length + tcpServer.list().length + udp.list().length,
      0,
    )
  }
}

describe(`${messages} hostile messages, seed ${seed}`, () => {
  const faultWatch = new FaultWatch()
  const resources = countResources()
  const prototypeKeys = listPrototypeKeys()
  const siege = new Siege()
  let port = 0
  let peer: TcpPeer

  beforeAll(async () => {
    port = await siege.stranger.listen()
    peer = await TcpPeer.connect(port)
    const started = performance.now()
    const cpuBefore = process.cpuUsage()
    await siege.run(peer)
    const { second, last } = siege.levels
    const { system, user } = process.cpuUsage(cpuBefore)
    console.log(
      `${siege.attacker.sent} messages of ${siege.attacker.pages} pages in ` +
        `${((performance.now() - started) / 1000).toFixed(1)} s (CPU ${((system + user) / 1e6).toFixed(1)} s), seed ${seed} (FUZZ_SEED), memory ` +
        `${(second / mebibyte).toFixed(1)} MiB in the second quarter, ${(last / mebibyte).toFixed(1)} MiB in the last`,
    )
  }, 600_000)

  afterAll(() => faultWatch.stop())

  it('leave every answer to the others right', async () => {
    await until('all answered', () => siege.neighbour.unanswered + siege.stranger.unanswered === 0)
    expect([siege.neighbour.wrong, siege.stranger.wrong]).toEqual([[], []])
    expect(siege.stranger.served).toBe(turns)
    expect(siege.neighbour.served).toBeGreaterThan(0)
  })

  it('leave the connections of another app alone', async () => {
    const lines = Array.from({ length: Math.floor(turns / 10) }, (_, index) => `line ${(index + 1) * 10}\n`)
    await until('all echoed', () => peer.text.length >= lines.join('').length)
    expect(peer.text).toBe(lines.join(''))
  })

  it('change no built-in', () => {
    expect(listPrototypeKeys()).toEqual(prototypeKeys)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('do not have memory grow', () => {
    const { second, last } = siege.levels
    expect(last - second).toBeLessThan(8 * mebibyte)
  })

  it('are reported once for each window, and nothing fails unexpectedly', () => {
    const malformed = siege.logger.warnings.filter((warning) => warning.includes('malformed message'))
    expect(malformed).toHaveLength(1)
    expect(siege.logger.errors).toEqual([])
  })

  it('leave no socket behind', async () => {
    peer.socket.destroy()
    for (const page of [siege.attacker, siege.neighbour, siege.stranger]) page.close()
    siege.attacked.dispose()
    siege.other.dispose()
    expect(siege.socketCount).toBe(0)
    await until('all closed', () => JSON.stringify(countResources()) === JSON.stringify(resources))
    expect(countResources()).toEqual(resources)
  })

  it('cause no exception and no rejection that nobody sees', async () => {
    await settle()
    expect(faultWatch.faults).toEqual([])
  })
})
