import { setMaxListeners } from 'node:events'
import { afterAll } from 'vitest'

/**
 * To be imported before the facade, which takes its built-ins when it is loaded: keeps what it writes to the console,
 * and the channels it makes, which it never closes itself.
 */
export const consoleErrors: unknown[][] = []
const channels: MessageChannel[] = []
const BuiltIn = globalThis.MessageChannel
const writeError = console.error

globalThis.MessageChannel = class extends BuiltIn {
  constructor() {
    super()
    channels.push(this)
    // A task queue has many; Node takes that for a leak.
    setMaxListeners(0, this.port1, this.port2)
  }
}

console.error = (...args: unknown[]): void => {
  consoleErrors.push(args)
}

afterAll(() => {
  globalThis.MessageChannel = BuiltIn
  console.error = writeError
})

export function closeChannels(): void {
  for (const { port1, port2 } of channels.splice(0)) {
    port1.close()
    port2.close()
  }
}
