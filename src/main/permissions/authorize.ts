import type { InstallOptions, Logger, PermissionRequest } from '../types.ts'
import { logDenial } from './denial-log.ts'
import type { Permissions } from './permissions.ts'
import { isPermitted } from './permissions.ts'

/** What the app itself has to say on permissions. */
export type PermissionHooks = Pick<InstallOptions, 'authorize' | 'onDecision'>

/** Whose pages ask. */
export interface Decider {
  readonly manifest: { readonly permissions: Permissions }
  readonly hooks: PermissionHooks
  /** What the manifest would have to say; where it is left out, in its `sockets` key. */
  readonly writeRule?: (operation: PermissionRequest['operation'], pattern: string) => string
  /** Told of faults of the hooks. */
  readonly logger: Logger
}

type Report = (allowed: boolean, by: 'manifest' | 'authorize') => boolean

function logFault({ logger }: Decider, option: 'authorize' | 'onDecision', error: unknown): void {
  logger.error(`electron-chrome-sockets: the option "${option}" has failed`, error)
}

function createReport(app: Decider, request: PermissionRequest): Report {
  const { onDecision } = app.hooks
  if (onDecision === undefined) return (allowed) => allowed
  const logRejection = (error: unknown): void => logFault(app, 'onDecision', error)
  return (allowed, by) => {
    try {
      // An async function fits the type, too: its failure must not be an unhandled rejection.
      Promise.resolve<unknown>(onDecision({ ...request, allowed, by })).catch(logRejection)
    } catch (error) {
      logRejection(error)
    }
    return allowed
  }
}

/** Only `true` permits: an error, a rejection and any other value deny. */
function ask(app: Decider, request: PermissionRequest): boolean | Promise<boolean> {
  const deny = (error: unknown): boolean => {
    logFault(app, 'authorize', error)
    return false
  }
  try {
    const answer: unknown = app.hooks.authorize?.({ ...request })
    if (typeof answer === 'boolean') return answer
    return Promise.resolve(answer).then((value) => value === true, deny)
  } catch (error) {
    return deny(error)
  }
}

/** The manifest first; then the app, which can only narrow what the manifest permits. */
export function decide(app: Decider, request: PermissionRequest): boolean | Promise<boolean> {
  const { hooks, manifest } = app
  const permitted = isPermitted(manifest.permissions, request.operation, request.host, request.port)
  if (!permitted) logDenial(app, request)
  if (hooks.authorize === undefined && hooks.onDecision === undefined) return permitted
  const report = createReport(app, request)
  if (!permitted || hooks.authorize === undefined) return report(permitted, 'manifest')
  const answer = ask(app, request)
  return typeof answer === 'boolean'
    ? report(answer, 'authorize')
    : answer.then((allowed) => report(allowed, 'authorize'))
}
