import { maxTextCharacters } from '../../../renderer-types/wire.ts'
import type { Outcome } from '../../outcome.ts'
import { fail, succeed } from '../../outcome.ts'
import { isPattern } from '../menus/match-pattern.ts'
import type { ItemChanges } from '../menus/menu-items.ts'
import { explainUnknown, listLines } from '../menus/menu-items.ts'
import type { Service } from './service.ts'

export const finish = (complaint: string | undefined): Outcome<undefined> =>
  complaint === undefined ? succeed() : fail(complaint)

/** Whether the page has cut it, or would have. */
const isLong = (text = ''): boolean => text.length >= maxTextCharacters

export function explainPatterns({ documentUrlPatterns, targetUrlPatterns }: ItemChanges): string | undefined {
  if (isLong(documentUrlPatterns) || isLong(targetUrlPatterns)) return 'Invalid url pattern'
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
