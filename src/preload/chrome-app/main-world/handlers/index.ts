import type { NamespacesAt } from '../../../../renderer-types/contract/apps/index.ts'
import type { PageHandlers } from '../context.ts'
import { appWindow } from './app-window.ts'
import { fileSystem } from './file-system.ts'
import { i18n } from './i18n.ts'
import { permissions } from './permissions.ts'
import { runtime } from './runtime.ts'
import { storageLocal, storageManaged, storageSession, storageSync } from './storage.ts'

/** What is done in the page itself, by namespace. */
export const handlers: { readonly [N in NamespacesAt<'page'>]: PageHandlers<N> } = {
  appWindow,
  fileSystem,
  i18n,
  permissions,
  runtime,
  storageLocal,
  storageManaged,
  storageSession,
  storageSync,
}
