import { contract } from '../../src/renderer-types/contract/index.ts'
import type { NamespaceRow } from '../../src/renderer-types/contract/words.ts'
import { wantedDifferences } from '../../test/conformance/wanted-differences.ts'
import { writeTable } from './write-table.ts'

function listCells({ events, methods, path }: NamespaceRow): string[] {
  const promised = Object.entries(methods).map(([key, { promise }]) => `\`${key}\`${promise ? '' : '\\*'}`)
  const raised = Object.keys(events).map((key) => `\`${key}\``)
  return [`\`chrome.${path}\``, promised.join(', '), raised.join(', ')]
}

/** The table of supported methods and events. */
export function writeSupportedTable(): string {
  return writeTable(['namespace', 'methods', 'events'], Object.values<NamespaceRow>(contract).map(listCells))
}

/** The table of what differs from Chrome. */
export function writeDifferencesTable(): string {
  return writeTable(
    ['what', 'Chrome', 'here', 'why'],
    wantedDifferences.map(({ what, chrome, here, why }) => [what, chrome, here, why]),
  )
}
