import type { Session } from 'electron'
import type { App } from '../../../src/main/app/app.ts'
import { parseOrigin } from '../../../src/main/ipc/origins.ts'
import { Registry } from '../../../src/main/ipc/registry.ts'
import type { PortListener } from '../../../src/main/ipc/transport.ts'
import type { EventName, MethodName } from '../../../src/renderer-types/contract/index.ts'
import { maxUpBytes } from '../../../src/renderer-types/wire.ts'
import type { DownMessage, SendItem, UpMessage, UpRecord } from '../../../src/renderer-types/wire.ts'
import { MemoryPort } from './memory-port.ts'
import { PatientSpeaker } from './patient-speaker.ts'
import { createGate } from './create-gate.ts'

/** A call as the facade puts it: in parts where it is too long for one message. */
export function toUpMessages(id: number, method: MethodName, args: readonly unknown[]): UpMessage[] {
  const [socketId, data] = args
  if (method !== 'tcp.send' || typeof socketId !== 'number' || !(data instanceof ArrayBuffer))
    return [[0, undefined, { kind: 'call', id, method, args }]]
  const { byteLength } = data
  if (byteLength <= maxUpBytes) return [[0, data, [id, socketId, byteLength]]]
  return Array.from({ length: Math.ceil(byteLength / maxUpBytes) }, (_, at) => {
    const part = data.slice(at * maxUpBytes, (at + 1) * maxUpBytes)
    return [0, part, { kind: 'part', id, socketId, byteLength }]
  })
}

/** A page of an app that was let in, and deals with what it is told soon after. */
export class GatePage {
  readonly port = new MemoryPort()
  readonly #listener: PortListener
  readonly #speaker = new PatientSpeaker((message) => this.receive(message))

  constructor(app: App, ...events: EventName[]) {
    const registry = new Registry()
    registry.add({ app, includes: () => true, origins: [parseOrigin('app://test')], sessions: [] })
    const sender = { session: {} as Session, windowId: 1, url: new URL('app://test/') }
    const { close, post } = this.port
    const hear = (message: DownMessage): void => {
      post(message)
      setImmediate(() => this.#speaker.hear(message))
    }
    const listener = createGate(registry).connect(sender, { post: hear, close })
    if (listener === undefined) throw new Error('refused')
    this.#listener = listener
    this.port.onAsked = () => void setImmediate(() => this.receive([1, undefined]))
    for (const event of events) this.say({ kind: 'interest', event, listening: true })
  }

  /** At once, whatever it is. */
  receive(message: unknown): void {
    this.#listener.receive(message)
  }

  /** When it may be said. */
  tell(...messages: UpMessage[]): void {
    this.#speaker.say(...messages)
  }

  say(...items: (UpRecord | SendItem)[]): void {
    this.tell([0, undefined, ...items])
  }

  close(): void {
    this.#listener.close()
  }
}
