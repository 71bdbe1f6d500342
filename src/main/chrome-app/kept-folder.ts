import fs from 'node:fs'
import path from 'node:path'
import type * as z from 'zod/mini'

/** What is kept from start to start; undefined where there is none, or somebody else has written there. */
export function readKeptFile<T>(file: string, schema: z.ZodMiniType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(fs.readFileSync(file, 'utf8'))).data
  } catch {
    return undefined
  }
}

/** A file that is half written when the machine stops would be lost: it is the old one or the new one. */
export function replaceFile(file: string, text: string): void {
  const next = `${file}.new`
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(next, text)
  fs.renameSync(next, file)
}
