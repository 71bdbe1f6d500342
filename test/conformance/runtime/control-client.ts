import type { Loose } from './loose.ts'
import { settleRegistrations } from './registrations.ts'

declare global {
  interface Window {
    /** Where the control server listens: set by a script that is loaded before all others. */
    conformanceControl: string
  }
}

/** Asks the control server, a program outside of the page, to do something with a peer. */
export async function control(operation: string, args: unknown = {}): Promise<Loose> {
  await settleRegistrations()
  const body = JSON.stringify({ operation, args })
  const response = await fetch(window.conformanceControl, { method: 'POST', body })
  const { error, result } = (await response.json()) as { error?: string; result?: Loose }
  if (error !== undefined) throw new Error(`peer.${operation}: ${error}`)
  return result
}

/** `peer.connect({ port })` is `control('connect', { port })`. */
export const peer: Loose = new Proxy(
  {},
  { get: (_target, operation) => (args: unknown) => control(String(operation), args) },
)
