import type { Session } from 'electron'
import type { App } from '../../../src/main/app/app.ts'
import { Gate } from '../../../src/main/ipc/gate.ts'
import { parseOrigin } from '../../../src/main/ipc/origins.ts'
import { Registry } from '../../../src/main/ipc/registry.ts'
import type { PortListener } from '../../../src/main/ipc/transport.ts'
import type { EventName, MethodName } from '../../../src/renderer-types/contract/index.ts'
import type { SendItem, UpMessage, UpRecord } from '../../../src/renderer-types/wire.ts'
import { MemoryPort } from './memory-port.ts'

/** A call as the facade puts it. */
export function toUpMessage(id: number, method: MethodName, args: readonly unknown[]): UpMessage {
  const [socketId, data] = args
  if (method !== 'tcp.send' || typeof socketId !== 'number' || !(data instanceof ArrayBuffer))
    return [0, undefined, { kind: 'call', id, method, args }]
  return [0, data, [id, socketId, data.byteLength]]
}

/** A page of an app that was let in, and deals with what it is told soon after. */
export class GatePage {
  readonly port = new MemoryPort()
  readonly #listener: PortListener

  constructor(app: App, ...events: EventName[]) {
    const registry = new Registry()
    registry.add({ app, includes: () => true, origins: [parseOrigin('app://test')], sessions: [] })
    const sender = { session: {} as Session, windowId: 1, url: new URL('app://test/') }
    const listener = new Gate(registry).connect(sender, this.port)
    if (listener === undefined) throw new Error('refused')
    this.#listener = listener
    this.port.onAsked = () => void setImmediate(() => this.receive([1, undefined]))
    for (const event of events) this.say({ kind: 'interest', event, listening: true })
  }

  receive(message: unknown): void {
    this.#listener.receive(message)
  }

  say(...items: (UpRecord | SendItem)[]): void {
    this.receive([0, undefined, ...items])
  }

  close(): void {
    this.#listener.close()
  }
}
