import { fail, succeed } from '../../outcome.ts'
import { explainUnknown } from '../menus/menu-items.ts'
import { explainPatterns, finish } from './context-menus.ts'
import type { Service } from './service.ts'

export const webViewMenus: Service<'webViewMenus'> = {
  contextMenusCreate: ({ host, page }, viewId, item) =>
    finish(explainPatterns(item) ?? host.guests.menus.change(page, viewId, (items) => items.create(item))),
  contextMenusRemove: ({ host, page }, viewId, id) =>
    finish(
      host.guests.menus.change(page, viewId, (items) => (items.remove(id) ? undefined : explainUnknown(id))),
    ),
  contextMenusRemoveAll({ host, page }, viewId) {
    host.guests.menus.change(page, viewId, (items) => items.removeAll())
    return succeed()
  },
  contextMenusUpdate: ({ host, page }, viewId, id, changes) =>
    finish(
      explainPatterns(changes) ??
        host.guests.menus.change(page, viewId, (items) => items.update(id, changes)),
    ),
  showContextMenu({ host, page }, id, requestId) {
    const guest = host.guests.find(page, id)
    if (guest === undefined) return fail('The guest has gone.')
    guest.menu.show(requestId)
    return succeed()
  },
}
