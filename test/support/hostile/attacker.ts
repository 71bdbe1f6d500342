import type { Gate } from '../../../src/main/ipc/gate.ts'
import type { Sender } from '../../../src/main/ipc/sender.ts'
import type { PortListener } from '../../../src/main/ipc/transport.ts'
import type { Random } from '../random.ts'
import { makeJunk } from './junk.ts'
import { mutate } from './mutate.ts'
import type { ValidMessages } from './valid-messages.ts'

const remembered = 200
const floodLength = 32_000

/** What a port delivers; what no port carries is handed over as it is. */
function carry(value: unknown): unknown {
  try {
    return structuredClone(value)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'DataCloneError') return value
    throw error
  }
}

/** A page of the app that says whatever comes to mind, and is reloaded now and then. */
export class Attacker {
  readonly #random: Random
  readonly #gate: Gate
  readonly #sender: Sender
  readonly #valid: ValidMessages
  readonly #said: unknown[] = []
  readonly #gone: PortListener[] = []
  #current: PortListener
  /** Whoever says what no page says is heard no more, and has to come again. */
  #isCutOff = false
  sent = 0
  pages = 0

  constructor(random: Random, gate: Gate, sender: Sender, valid: ValidMessages) {
    this.#random = random
    this.#gate = gate
    this.#sender = sender
    this.#valid = valid
    this.#current = this.#connect()
  }

  say(): void {
    if (this.#isCutOff) this.#current = this.#connect()
    const message = carry(this.#make())
    this.#said[this.sent % remembered] = message
    this.sent += 1
    this.#pickListener().receive(message)
  }

  /** A new document of the same window; messages of the one before may still come. */
  reload(): void {
    const before = this.#current
    if (this.#random.below(2) === 0) before.close()
    this.#gone[this.#random.below(10)] = before
    this.#current = this.#connect()
  }

  close(): void {
    this.#current.close()
  }

  #connect(): PortListener {
    const close = (): void => {
      if (this.#current === listener) this.#isCutOff = true
    }
    const listener = this.#gate.connect(this.#sender, { post: () => {}, close })
    if (listener === undefined) throw new Error('refused')
    this.#isCutOff = false
    this.pages += 1
    return listener
  }

  #pickListener(): PortListener {
    if (this.#gone.length === 0 || this.#random.below(20) > 0) return this.#current
    return this.#gone[this.#random.below(this.#gone.length)] ?? this.#current
  }

  #make(): unknown {
    const kind = this.#random.below(10_000)
    if (kind === 0) return this.#makeFlood()
    if (kind < 2000) return makeJunk(this.#random)
    if (kind < 4500) return this.#valid.make()
    if (kind < 5500) return this.#said[this.#random.below(remembered)]
    return mutate(this.#valid.make(), this.#random)
  }

  #makeFlood(): unknown {
    const random = this.#random
    const length = random.below(4) === 0 ? floodLength * 2 : floodLength
    const items = random.pick<() => unknown>([
      () => this.#valid.makeInterest(),
      () => ({ kind: 'call', id: 1, method: 'tcp.getInfo', args: [1] }),
      () => [1, random.below(100), random.below(2)],
      () => [1, 0, 0],
    ])
    return [0, new ArrayBuffer(floodLength), ...Array.from({ length }, items)]
  }
}
