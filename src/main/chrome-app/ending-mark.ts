import * as z from 'zod/mini'
import type { KeptFolder } from './kept-folder.ts'
import { hasEnded } from './process-end.ts'

/** Which process has given the program's data up, and when. */
const fileName = 'chrome-apps-ending.json'
const schema = z.object({ at: z.number(), pid: z.number() })
/** Milliseconds: no process needs as long for its end, so that its id is that of another one. */
const patience = 25_000

/**
 * Electron gives the program's data up when it says `quit`, and writes what pages have stored after that: who opened it
 * meanwhile would find nothing, and lose what it stores.
 */
export function markEnding(folder: KeptFolder): void {
  folder.replace(fileName, { at: Date.now(), pid: process.pid })
}

/** Whether the process that had the data last still has them open. */
export function isEnding(folder: KeptFolder): boolean {
  const mark = folder.read(fileName, schema)
  if (mark === undefined || mark.pid === process.pid) return false
  // A clock that has been put back since does not make it any younger.
  return Math.abs(Date.now() - mark.at) < patience && !hasEnded(mark.pid)
}

export function forgetEnding(folder: KeptFolder): void {
  folder.remove(fileName)
}
