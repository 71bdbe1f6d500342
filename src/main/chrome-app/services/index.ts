import type { NamespacesAt } from '../../../renderer-types/contract/apps/index.ts'
import { appContract } from '../../../renderer-types/contract/apps/index.ts'
import { addNamespaces } from '../../calls/validate.ts'
import { alarms } from './alarms.ts'
import { browser } from './browser.ts'
import { contextMenuItems, contextMenus } from './context-menus.ts'
import { currentWindow } from './current-window.ts'
import { fileGifts } from './file-gifts.ts'
import { fileSystem } from './file-system.ts'
import { files } from './files.ts'
import { languages } from './languages.ts'
import { life } from './life.ts'
import { management } from './management.ts'
import { notices } from './notices.ts'
import { grants, permissions } from './permissions.ts'
import { idle, power } from './power.ts'
import { runtime } from './runtime.ts'
import type { Service } from './service.ts'
import { socketPieces } from './socket-pieces.ts'
import { socket } from './socket.ts'
import { systemCpu, systemDisplay, systemMemory, systemStorage } from './system.ts'
import { webViewInternal } from './web-view-internal.ts'
import { webViewMenus } from './web-view-menus.ts'

addNamespaces(appContract)

/** What is done in the main process, by namespace. */
export const services: { readonly [N in NamespacesAt<'main'>]: Service<N> } = {
  alarms,
  browser,
  contextMenuItems,
  contextMenus,
  currentWindow,
  fileGifts,
  fileSystem,
  files,
  grants,
  idle,
  languages,
  life,
  management,
  notices,
  permissions,
  power,
  runtime,
  socket,
  socketPieces,
  systemCpu,
  systemDisplay,
  systemMemory,
  systemStorage,
  webViewInternal,
  webViewMenus,
}
