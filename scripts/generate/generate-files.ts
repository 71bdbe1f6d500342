import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import type { Marks } from './replace-part.ts'
import { codeMarks, markdownMarks, replacePart } from './replace-part.ts'
import { writeFloodsTable } from './write-floods.ts'
import { writeSiegeTable } from './write-siege.ts'
import { writeLimitsTable, writeLimitsType } from './write-limits.ts'
import { writeNamespacesTable } from './write-namespaces.ts'
import { writeDifferencesTable, writeSupportedTable } from './write-tables.ts'
import { writeAppGlobals } from './write-app-types.ts'
import { writeGlobalTypes, writeModuleTypes, writeSocketGlobals } from './write-types.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A file with generated parts in it, by name, as it should be. */
function update(file: string, marks: Marks, parts: Readonly<Record<string, string>>): [string, string] {
  let text = fs.readFileSync(path.join(root, file), 'utf8')
  for (const [name, part] of Object.entries(parts)) text = replacePart(text, marks, name, part)
  return [file, text]
}

/** All files that are written from one table or another, by path from the root, as they should be. */
export async function generateFiles(): Promise<Map<string, string>> {
  const texts: [string, string][] = [
    ['src/renderer-types/chrome-sockets.d.ts', writeModuleTypes()],
    ['src/renderer-types/globals.d.ts', writeGlobalTypes()],
    ['src/renderer-types/globals-sockets.d.ts', writeSocketGlobals()],
    ['src/renderer-types/globals-app.d.ts', writeAppGlobals()],
    update('src/main/types.ts', codeMarks, { limits: writeLimitsType() }),
    update('README.md', markdownMarks, { supported: writeSupportedTable() }),
    update('docs/limits.md', markdownMarks, { limits: writeLimitsTable() }),
    update('docs/chrome-apps.md', markdownMarks, { namespaces: writeNamespacesTable() }),
    update('SECURITY.md', markdownMarks, { siege: writeSiegeTable(), floods: writeFloodsTable() }),
    update('docs/differences.md', markdownMarks, { differences: writeDifferencesTable() }),
  ]
  const formatted = texts.map(async ([file, text]): Promise<[string, string]> => {
    const filepath = path.join(root, file)
    return [file, await format(text, { ...(await resolveConfig(filepath)), filepath })]
  })
  return new Map(await Promise.all(formatted))
}
