import { sleep } from './waiting.ts'

let pending = false

/** To be called when a listener was added. */
export function noteRegistration(): void {
  pending = true
}

/**
 * A listener counts only when the browser has heard of it, and an event that is faster is lost. So before a peer does
 * anything, listeners that were added get the time of a call and its answer.
 */
export async function settleRegistrations(): Promise<void> {
  if (!pending) return
  pending = false
  if ('sockets' in chrome) await chrome.sockets.tcp.getSockets()
  await sleep(5)
}
