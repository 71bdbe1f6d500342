import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ChildRemote } from '../../../bench/processes/child-remote.ts'
import { killAll } from '../../support/electron/kill-all.ts'
import { spawnElectron } from '../siege/spawn-electron.ts'
import type { Cell } from './cell.ts'
import type { Column, Flood } from './flood.ts'
import { writePageCode } from './page-code.ts'
import type { Pages } from './serve-pages.ts'
import { watchMain } from './watch-main.ts'

/** Milliseconds. */
const times = {
  start: 40_000,
  /** The watch of Chrome Apps begins two seconds after their first page. */
  settling: { bare: 500, own: 2500, guest: 2500 },
  flood: 3000,
}

export interface Measured {
  readonly cell: Cell
  readonly electron: string
  /** What else there is to tell. */
  readonly notes: readonly string[]
}

async function endProgram(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null || program.pid === undefined) return
  const ended = once(program, 'exit')
  // It may answer nobody, and have stopped processes of its own.
  killAll(program.pid)
  await ended
}

/** One flood in an Electron of its own, which is not waited for longer than `limit` milliseconds. */
export async function measure(flood: Flood, column: Column, pages: Pages, limit: number): Promise<Measured> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'floods-'))
  const main = path.join(import.meta.dirname, 'app/main.js')
  const program = spawnElectron({ main, data: path.join(folder, 'data'), env: { FLOODS_COLUMN: column } })
  try {
    const remote = new ChildRemote('main', program)
    const electron = String(await remote.call(times.start, 'version'))
    await remote.call(times.start, 'open', pages.url, pages.otherUrl, flood.other)
    await pause(times.settling[column])
    const ask = (left: number, method: string, ...args: readonly unknown[]): Promise<unknown> =>
      remote.call(left, method, ...args)
    const isInFrame = flood.other === 'does'
    const begin = (): Promise<unknown> => ask(limit, 'flood', writePageCode(flood, times.flood), isInFrame)
    const settings = { hasEnded: () => program.exitCode !== null || program.signalCode !== null, limit }
    const during = await watchMain(ask, begin, { ...settings, atLeast: times.flood })
    if (flood.leaves !== true) return { electron, ...during }
    if (during.cell.over === undefined || during.cell.ended !== undefined)
      return { electron, ...during, cell: { ...during.cell, left: false } }
    const after = await watchMain(ask, () => ask(limit, 'takeAway'), { ...settings, atLeast: times.flood })
    return { electron, cell: { ...after.cell, left: true }, notes: [...during.notes, ...after.notes] }
  } finally {
    await endProgram(program)
    await fs.promises
      .rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
      .catch(() => {})
  }
}
