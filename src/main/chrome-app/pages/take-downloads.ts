import fs from 'node:fs'
import path from 'node:path'
import { app } from 'electron'
import type { Session } from 'electron'
import { CreationBudget } from '../creation-budget.ts'

/** Chrome has no limit. */
export const downloadLimits = { most: 16, burst: 10, perSecond: 1 }
/** So many files of one name Chrome tells apart by numbers. */
const maxNumber = 100
/** Bytes of a name without its ending, and of the ending: most systems have names of 255. */
const maxStem = 200
const maxEnding = 40

export interface DownloadHost {
  /** Something happens that keeps the app for a while. */
  readonly noteActivity: () => void
  /** One that is not taken. */
  readonly refused: () => void
}

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

/** Where the user's downloads are; undefined where nothing can be. */
export function findDownloadPath(
  name: string,
  underWay: ReadonlySet<string> = new Set(),
): string | undefined {
  const isTaken = (file: string): boolean =>
    underWay.has(file) || fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined
  try {
    const folder = app.getPath('downloads')
    fs.mkdirSync(folder, { recursive: true })
    return findFreePath(folder, name, isTaken)
  } catch {
    return undefined
  }
}

/** Saves what pages download where the user's downloads are, without a question, as Chrome does. */
export function takeDownloads(session: Session, { noteActivity, refused }: DownloadHost): void {
  const budget = new CreationBudget(downloadLimits)
  const underWay = new Set<string>()
  session.on('will-download', (event, item) => {
    const isAllowed = budget.take()
    const file = isAllowed ? findDownloadPath(item.getFilename(), underWay) : undefined
    if (file === undefined) {
      event.preventDefault()
      if (isAllowed) budget.giveBack()
      refused()
      return
    }
    underWay.add(file)
    item.setSavePath(file)
    noteActivity()
    item.on('updated', noteActivity)
    item.once('done', () => {
      underWay.delete(file)
      budget.giveBack()
    })
  })
}
