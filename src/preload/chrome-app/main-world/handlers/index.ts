import type { NamespacesAt } from '../../../../renderer-types/contract/apps/index.ts'
import type { PageHandlers } from '../context.ts'
import { appWindow } from './app-window.ts'
import { contextMenus } from './context-menus.ts'
import { fileSystem } from './file-system.ts'
import { i18n } from './i18n.ts'
import { notifications } from './notifications.ts'
import { permissions } from './permissions.ts'
import { runtime } from './runtime.ts'
import { socket } from './socket.ts'
import { storageLocal, storageManaged, storageSession, storageSync } from './storage.ts'

/** What is done in the page itself, by namespace. */
export const handlers: { readonly [N in NamespacesAt<'page'>]: PageHandlers<N> } = {
  appWindow,
  contextMenus,
  fileSystem,
  i18n,
  notifications,
  permissions,
  runtime,
  socket,
  storageLocal,
  storageManaged,
  storageSession,
  storageSync,
}
