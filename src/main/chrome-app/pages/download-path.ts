import fs from 'node:fs'
import path from 'node:path'
import { app } from 'electron'

/** So many files of one name Chrome tells apart by numbers. */
const maxNumber = 100
/** Bytes of a name without its ending, and of the ending: most systems have names of 255. */
const maxStem = 200
const maxEnding = 40

/** Those of downloads that are under way: as in Chrome no file holds their place. */
const taken = new Set<string>()

function cut(text: string, most: number): string {
  let kept = text.slice(0, most)
  while (Buffer.byteLength(kept) > most) kept = kept.slice(0, -1)
  return kept
}

/** The name itself, else with a number, as Chrome has it; undefined where nothing can be. */
export function findFreePath(
  folder: string,
  name: string,
  isTaken: (file: string) => boolean,
): string | undefined {
  const parts = path.parse(name)
  const [stem, ending] = [cut(parts.name, maxStem), cut(parts.ext, maxEnding)]
  for (let number = 0; number <= maxNumber; number += 1) {
    const mark = number === 0 ? '' : ` (${number})`
    const file = path.join(folder, `${stem}${mark}${ending}`)
    if (!isTaken(file)) return file
  }
  return undefined
}

const isInUse = (file: string): boolean =>
  taken.has(file) || fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined

/** Where the user's downloads are: no other download gets it before it is given back. Undefined where nothing can be. */
export function takeDownloadPath(name: string): string | undefined {
  try {
    const folder = app.getPath('downloads')
    fs.mkdirSync(folder, { recursive: true })
    const file = findFreePath(folder, name, isInUse)
    if (file !== undefined) taken.add(file)
    return file
  } catch {
    return undefined
  }
}

export function giveBackDownloadPath(file: string): void {
  taken.delete(file)
}
