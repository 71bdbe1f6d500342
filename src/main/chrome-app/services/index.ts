import type { AppMethodName, NamespacesAt } from '../../../renderer-types/contract/apps/index.ts'
import { appContract } from '../../../renderer-types/contract/apps/index.ts'
import { describeNetError, netErrors } from '../../../renderer-types/net-errors.ts'
import { addNamespaces } from '../../calls/validate.ts'
import type { Outcome } from '../../outcome.ts'
import { fail } from '../../outcome.ts'
import { AskerGone } from '../turn-queue.ts'
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
import type { Service, ServiceCall } from './service.ts'
import { socketPieces } from './socket-pieces.ts'
import { socket } from './socket.ts'
import { systemCpu, systemDisplay, systemMemory, systemStorage } from './system.ts'
import { webViewInternal } from './web-view-internal.ts'
import { webViewMenus } from './web-view-menus.ts'

addNamespaces(appContract)

/** What is done in the main process, by namespace. */
const services: { readonly [N in NamespacesAt<'main'>]: Service<N> } = {
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

/** Nobody hears what becomes of what a page that has gone had asked for. */
function explain(error: unknown): Outcome {
  if (error instanceof AskerGone) return fail(describeNetError(netErrors.ERR_ABORTED))
  throw error
}

/** The arguments have been checked against the method's row. */
export function callService(
  call: ServiceCall,
  method: AppMethodName,
  args: readonly unknown[],
): Outcome | Promise<Outcome> {
  const [namespace, key] = method.split('.') as [keyof typeof services, string]
  const handler: unknown = Reflect.get(services[namespace], key)
  if (typeof handler !== 'function') throw new Error(`no handler for ${method}`)
  if (!call.host.rights.namespaces.includes(namespace)) return fail('Does not have permission')
  const answer = Reflect.apply(handler, services[namespace], [call, ...args]) as Outcome | Promise<Outcome>
  return answer instanceof Promise ? answer.catch(explain) : answer
}
