import fs from 'node:fs'
import { app, session } from 'electron'
import type { Session } from 'electron'
import * as z from 'zod/mini'
import type { OriginRule } from '../ipc/origins.ts'
import { allowFolder, parseOrigin } from '../ipc/origins.ts'
import type { InstallOptions, Limits, Logger } from '../types.ts'
import { readLimits } from './limits.ts'
import type { PermissionHooks } from '../permissions/authorize.ts'
import type { AppManifest } from '../permissions/manifest.ts'
import { readManifest } from '../permissions/manifest.ts'
import { findPreload } from './preload-path.ts'

export interface Settings {
  readonly manifest: AppManifest
  readonly certificateAuthorities: readonly string[]
  readonly limits: Limits
  readonly origins: readonly OriginRule[]
  /** Asked for only when the app is ready: there is no default session before. */
  readonly getSessions: () => readonly Session[]
  readonly preload: string | undefined
  readonly hooks: PermissionHooks
  readonly logger: Logger
}

const isFunction = (value: unknown): boolean => typeof value === 'function'
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const isLogger = (value: unknown): boolean =>
  isObject(value) && ['warn', 'error'].every((key) => isFunction(Reflect.get(value, key)))

function listOf(item: z.ZodMiniType, complaint: string): z.ZodMiniType {
  return z.optional(z.custom((value) => z.array(item).safeParse(value).success, complaint))
}

const texts = listOf(z.string(), 'must be a list of texts')
const aFunction = z.optional(z.custom(isFunction, 'must be a function'))

/** Every option has its line: a misspelt one would be a guard that is not there. */
const optionsSchema = z.strictObject({
  manifest: z.custom((value) => value !== undefined, 'must be given'),
  origins: texts,
  sessions: listOf(z.custom(isObject), 'must be a list of sessions'),
  preload: z.optional(z.union([z.boolean(), z.string()], 'must be true, false or a path')),
  certificateAuthorities: texts,
  limits: z.optional(z.custom(isObject, 'must be an object')),
  authorize: aFunction,
  onDecision: aFunction,
  logger: z.optional(z.custom(isLogger, 'must have the functions "warn" and "error"')),
})

function checkOptions(options: unknown): void {
  const [issue] = optionsSchema.safeParse(options ?? {}).error?.issues ?? []
  if (issue === undefined) return
  const [name, complaint] =
    issue.code === 'unrecognized_keys' ? [issue.keys[0], 'is not known'] : [issue.path[0], issue.message]
  throw new TypeError(`electron-chrome-sockets: option "${String(name)}" ${complaint}`)
}

function checkPreload(preload: boolean | string): string | undefined {
  if (preload === false) return undefined
  if (preload === true) return findPreload()
  if (fs.existsSync(preload)) return preload
  throw new Error(
    `electron-chrome-sockets: the preload script given as option "preload" does not exist: ${preload}`,
  )
}

/** Throws a TypeError or Error that names the option that is wrong. */
export function readOptions(options: InstallOptions): Settings {
  checkOptions(options)
  const { limits = {}, origins, sessions, preload = true, logger = console, authorize, onDecision } = options
  return {
    manifest: readManifest(options.manifest),
    certificateAuthorities: options.certificateAuthorities ?? [],
    limits: readLimits(limits),
    origins: origins?.map(parseOrigin) ?? [allowFolder(app.getAppPath())],
    getSessions: () => sessions ?? [session.defaultSession],
    preload: checkPreload(preload),
    hooks: { ...(authorize && { authorize }), ...(onDecision && { onDecision }) },
    logger,
  }
}
