import { appContract } from '../../../renderer-types/contract/apps/index.ts'
import type { AppNamespace } from '../../../renderer-types/contract/apps/index.ts'
import type { AppNamespaceRow } from '../../../renderer-types/contract/apps/words.ts'

/** What pages have in their `chrome` with these permissions. */
export function listNamespaces(permissions: ReadonlySet<string>, manifestVersion: number): AppNamespace[] {
  const rows = Object.entries<AppNamespaceRow>(appContract) as [AppNamespace, AppNamespaceRow][]
  return rows
    .filter(([, { permission }]) => permission === undefined || permissions.has(permission))
    .filter(([, row]) => row.manifestVersion === undefined || row.manifestVersion === manifestVersion)
    .map(([name]) => name)
}
