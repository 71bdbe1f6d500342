import { appContract } from '../../src/renderer-types/contract/apps/index.ts'
import { contract } from '../../src/renderer-types/contract/index.ts'
import { chromeNamespaces } from './chrome-namespaces.ts'
import { writeTable } from './write-table.ts'

interface Row {
  readonly path: string | undefined
  readonly events: object
  readonly methods: object
}

const rows = new Map(Object.values<Row>({ ...contract, ...appContract }).map((row) => [row.path, row]))

const printAll = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ')

function listMembers({ events, methods }: Row): string[] {
  return [...Object.keys(methods), ...Object.keys(events)]
}

/** One namespace: what works, what is missing, what differs. */
function listCells([path, { differs = '', members }]: (typeof entries)[number]): string[] {
  const row = rows.get(path)
  const name = `\`${path}\``
  if (row === undefined) return [name, '', 'all', '']
  const own = listMembers(row)
  const missing = members.split(' ').filter((member) => !own.includes(member))
  const works = missing.length === 0 ? 'all' : own.length > missing.length ? 'the rest' : printAll(own)
  return [name, works, printAll(missing), differs]
}

const entries = Object.entries(chromeNamespaces)

/** The table of what a whole Chrome App finds in its `chrome`. */
export function writeNamespacesTable(): string {
  const unknown = [...rows.keys()].filter((path) => path !== undefined && !(path in chromeNamespaces))
  if (unknown.length > 0) throw new Error(`not in Chrome, or not in the list of it: ${unknown.join(', ')}`)
  return writeTable(['`chrome.`', 'works', 'missing', 'different from Chrome'], entries.map(listCells))
}
