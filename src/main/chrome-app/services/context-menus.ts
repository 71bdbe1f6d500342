import type { Outcome } from '../../outcome.ts'
import { fail, succeed } from '../../outcome.ts'
import { isPattern } from '../menus/match-pattern.ts'
import type { ItemChanges } from '../menus/menu-items.ts'
import { explainUnknown, listLines } from '../menus/menu-items.ts'
import type { Service } from './service.ts'

const finish = (complaint: string | undefined): Outcome<undefined> =>
  complaint === undefined ? succeed() : fail(complaint)

function explainPatterns({ documentUrlPatterns, targetUrlPatterns }: ItemChanges): string | undefined {
  const patterns = [...listLines(documentUrlPatterns), ...listLines(targetUrlPatterns)]
  const wrong = patterns.find((pattern) => !isPattern(pattern))
  return wrong === undefined ? undefined : `Invalid url pattern '${wrong.slice(0, 2048)}'`
}

export const contextMenus: Service<'contextMenus'> = {
  remove: ({ host }, id) => finish(host.system.menuItems.remove(id) ? undefined : explainUnknown(id)),
  removeAll({ host }) {
    host.system.menuItems.removeAll()
    return succeed()
  },
}

export const contextMenuItems: Service<'contextMenuItems'> = {
  create: ({ host }, item) => finish(explainPatterns(item) ?? host.system.menuItems.create(item)),
  update: ({ host }, id, changes) =>
    finish(explainPatterns(changes) ?? host.system.menuItems.update(id, changes)),
}
