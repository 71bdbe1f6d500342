import fs from 'node:fs'
import path from 'node:path'

/** A file that is half written when the machine stops would be lost: it is the old one or the new one. */
export function replaceFile(file: string, text: string): void {
  const next = `${file}.new`
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(next, text)
  fs.renameSync(next, file)
}
