import fs from 'node:fs'
import path from 'node:path'

/** The first version that what runs whole Chrome Apps is for. */
const firstForApps = 32

/** Files that ask whether something is there that came with a version, and what there was before. */
const later: Readonly<Record<string, number>> = {
  'src/main/install/session-preload.ts': 35,
  'src/main/chrome-app/guests/guard-element.ts': 38,
  'src/main/chrome-app/serve/serve-scheme.ts': 36,
}

export interface TypesOnly {
  readonly version: string
  readonly hasApps: boolean
  /** The files that do not compile with its types, and no others. */
  readonly complaining: readonly string[]
}

/** The first two cells of each row of docs/electron-versions.md. */
export function readRows(root: string): { versions: readonly string[]; what: string }[] {
  const text = fs.readFileSync(path.join(root, 'docs/electron-versions.md'), 'utf8')
  return [...text.matchAll(/^\| ([\d., ]+?) +\| (.*?) +\|/gm)].map(([, versions = '', what = '']) => ({
    versions: versions.split(', '),
    what,
  }))
}

function expectOf(version: string): TypesOnly {
  const major = Number.parseInt(version, 10)
  const hasApps = major >= firstForApps
  const complaining = Object.entries(later)
    .filter(([file, first]) => major < first && (hasApps || !file.includes('/chrome-app/')))
    .map(([file]) => file)
  return { version, hasApps, complaining: complaining.toSorted() }
}

/** The versions of which the table says that the source compiles with their types, and no more. */
export function listTypesOnly(root: string): TypesOnly[] {
  return readRows(root)
    .filter(({ what }) => what.startsWith('by types only'))
    .flatMap(({ versions }) => versions)
    .map(expectOf)
}
