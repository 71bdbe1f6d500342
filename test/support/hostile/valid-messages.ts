import { contract } from '../../../src/renderer-types/contract/index.ts'
import type { EventName } from '../../../src/renderer-types/contract/index.ts'
import type { NamespaceRow, ParameterRow, TypeWord } from '../../../src/renderer-types/contract/words.ts'
import type { App } from '../../../src/main/app/app.ts'
import type {
  CallRecord,
  InterestRecord,
  SendItem,
  UpMessage,
  UpRecord,
  WithdrawalRecord,
} from '../../../src/renderer-types/wire.ts'
import type { Random } from '../random.ts'
import { listRecordMethods, sampleOf } from '../pages/samples.ts'

/** The only things that the hostile app may do: nothing of it reaches beyond the loopback interface. */
const closedPort = 1
export const loopbackOnly = {
  tcp: { connect: `127.0.0.1:${closedPort}` },
  tcpServer: { listen: '127.0.0.1' },
  udp: { bind: '127.0.0.1', send: `127.0.0.1:${closedPort}` },
}

const methods = listRecordMethods()
const events = Object.entries<NamespaceRow>(contract).flatMap(([namespace, row]) =>
  Object.keys(row.events).map((event) => `${namespace}.${event}` as EventName),
)
const elsewhere = ['10.0.0.1', '0.0.0.0', '::1', 'localhost', 'example.test', '', '[::1]', '127.0.0.1\u0000']
const integers = [0, 1, 2, 255, 4096, 65_536, -1, 2 ** 31 - 1]
const noSocket = [0, -1, 2 ** 31 - 1, -(2 ** 31), 999_999]

/** Messages as a page with the facade sends them, for sockets that are there and sockets that are not. */
export class ValidMessages {
  readonly #random: Random
  readonly #app: App
  #lastId = 0

  constructor(random: Random, app: App) {
    this.#random = random
    this.#app = app
  }

  make(): UpMessage {
    const random = this.#random
    if (random.below(20) === 0) return this.#makePart()
    const sends = random.below(3) === 0 ? this.#makeSends(1 + random.below(4)) : []
    const length = sends.flatMap(([, , ...lengths]) => lengths).reduce((sum, bytes) => sum + bytes, 0)
    const others = Array.from({ length: random.below(4) }, () => this.#makeRecord())
    return [random.below(3), length === 0 ? undefined : new ArrayBuffer(length), ...others, ...sends]
  }

  #makeRecord(): UpRecord {
    const kind = this.#random.below(12)
    if (kind === 0) return this.#makeWithdrawal()
    return kind < 3 ? this.makeInterest() : this.makeCall()
  }

  /** A send that is one part of itself. */
  #makePart(): UpMessage {
    const byteLength = 1 + this.#random.below(1000)
    const record = {
      kind: 'part',
      id: this.#nextId(),
      socketId: this.#pickSocket('tcp'),
      byteLength,
    } as const
    return [0, new ArrayBuffer(byteLength), record]
  }

  #makeWithdrawal(): WithdrawalRecord {
    const calls = this.#random.below(5)
    return { kind: 'withdrawal', id: this.#nextId(), socketId: this.#pickSocket('tcp'), calls }
  }

  makeCall(): CallRecord {
    const [method, { parameters }] = this.#random.pick(methods)
    // Most of the time the host is one that the manifest denies: the others open real sockets.
    const isReal = this.#random.below(20) === 0
    const args = parameters.map((parameter) => this.#makeArgument(method, parameter, isReal))
    return { kind: 'call', id: this.#nextId(), method, args }
  }

  makeInterest(): InterestRecord {
    return { kind: 'interest', event: this.#random.pick(events), listening: this.#random.below(2) === 0 }
  }

  #makeSends(count: number): SendItem[] {
    const socketId = this.#pickSocket('tcp')
    const makeLength = (): number => this.#random.below(100)
    return Array.from({ length: count }, (): SendItem => {
      const lengths = Array.from({ length: this.#random.pick([0, 0, 5]) }, makeLength)
      const item: SendItem = [this.#nextId(), socketId, makeLength(), ...lengths]
      this.#lastId += lengths.length
      return item
    })
  }

  #makeArgument(method: string, { name, optional, type }: ParameterRow, isReal: boolean): unknown {
    const random = this.#random
    if (optional === true && random.below(2) === 0) return undefined
    if (name === 'socketId') return this.#pickSocket(method.split('.')[0])
    if (name === 'address' || name === 'peerAddress') return isReal ? '127.0.0.1' : random.pick(elsewhere)
    if (isReal && (name === 'port' || name === 'peerPort')) return this.#pickPort(method)
    return this.#makeValue(type)
  }

  #makeValue(type: TypeWord): unknown {
    const random = this.#random
    if (type === 'integer') return random.pick(integers)
    if (type === 'boolean') return random.below(2) === 0
    if (type === 'string') return `name ${random.below(1000)}`
    if (type === 'binary') return new ArrayBuffer(random.below(300))
    return sampleOf(type)
  }

  #pickPort(method: string): number {
    return method === 'tcpServer.listen' || method === 'udp.bind' ? 0 : closedPort
  }

  /** One of the app's own, or one that was or will be somebody's. */
  #pickSocket(namespace: string | undefined): number {
    const random = this.#random
    const { tcp, tcpServer, udp } = this.#app
    const tables = { tcp, tcpServer, udp }
    const table = namespace === 'tcpServer' || namespace === 'udp' ? tables[namespace] : tables.tcp
    const ids = table.list().map(({ id }) => id)
    if (ids.length > 0 && random.below(3) > 0) return random.pick(ids)
    return random.below(2) === 0 ? random.below(200) : random.pick(noSocket)
  }

  #nextId(): number {
    this.#lastId = (this.#lastId + 1) % 2 ** 31
    return this.#random.below(10) === 0 ? this.#random.below(100) : this.#lastId
  }
}
