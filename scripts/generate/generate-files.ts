import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { updateReadme } from './write-readme.ts'
import { writeGlobalTypes, writeModuleTypes } from './write-types.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** All files that are written from the contract and the list of differences, by path from the root, as they should be. */
export async function generateFiles(): Promise<Map<string, string>> {
  const texts: [string, string][] = [
    ['src/renderer-types/chrome-sockets.d.ts', writeModuleTypes()],
    ['src/renderer-types/globals.d.ts', writeGlobalTypes()],
    ['README.md', updateReadme(fs.readFileSync(path.join(root, 'README.md'), 'utf8'))],
  ]
  const formatted = texts.map(async ([file, text]): Promise<[string, string]> => {
    const filepath = path.join(root, file)
    return [file, await format(text, { ...(await resolveConfig(filepath)), filepath })]
  })
  return new Map(await Promise.all(formatted))
}
