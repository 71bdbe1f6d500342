import fs from 'node:fs'
import path from 'node:path'
import { hasEnded } from './process-end.ts'

/** A link that leads to the id of the process whose turn it is. */
const fileName = 'chrome-apps-start'
/** Milliseconds. */
const lookTime = 5
/** Longer than Electron waits for the process that has the data. */
const patience = 25_000

export function wait(time: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, time)
}

/** Its process has ended; another one may have got its id since, which a container gives again at each start. */
function isLeft(link: string): boolean {
  try {
    // A clock that has been put back since does not make it any younger.
    const age = Math.abs(Date.now() - fs.lstatSync(link).mtimeMs)
    return age > patience || hasEnded(Number(fs.readlinkSync(link)))
  } catch {
    // It is there no more.
    return false
  }
}

/** Of several that find it one moves it away. */
function removeLeft(link: string): void {
  const moved = `${link}-${process.pid}`
  try {
    fs.renameSync(link, moved)
    fs.unlinkSync(moved)
  } catch {
    // Another one has.
  }
}

type Claim = 'taken' | 'held' | 'impossible'

/** Of a program's first start. */
function makeFolder(directory: string): void {
  try {
    fs.mkdirSync(directory, { recursive: true })
  } catch {
    // Then nothing can be had there.
  }
}

function claim(link: string): Claim {
  try {
    fs.symlinkSync(String(process.pid), link)
    return 'taken'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST' ? 'held' : 'impossible'
  }
}

/** False where it cannot be had: then Electron alone decides. */
function takeTurn(link: string): boolean {
  makeFolder(path.dirname(link))
  const end = performance.now() + patience
  do {
    const outcome = claim(link)
    if (outcome !== 'held') return outcome === 'taken'
    if (isLeft(link)) removeLeft(link)
    else wait(lookTime)
  } while (performance.now() < end)
  return false
}

/**
 * Does something while no other process that starts does its own. Of processes that ask for the program's data at the same
 * moment Electron gives them to two: it takes the lock of one that does not listen yet for left behind. Windows has no such
 * moment.
 */
export function doInTurn<T>(directory: string, act: () => T): T {
  const link = path.join(directory, fileName)
  const isTaken = process.platform !== 'win32' && takeTurn(link)
  try {
    return act()
  } finally {
    if (isTaken) fs.rmSync(link, { force: true })
  }
}
