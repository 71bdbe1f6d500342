import fs from 'node:fs'
import { app, session } from 'electron'
import type { Session } from 'electron'
import type { OriginRule } from '../ipc/origins.ts'
import { allowFolder, parseOrigin } from '../ipc/origins.ts'
import type { AppManifest } from '../manifest/read-manifest.ts'
import type { PermissionHooks } from '../permissions/authorize.ts'
import type { InstallOptions, Limits, Logger } from '../types.ts'
import type { OptionTable } from './check-options.ts'
import {
  checkOptions,
  isSession,
  isText,
  mustBe,
  mustBeBoolean,
  mustBeListOf,
  mustBeTexts,
  sharedOptions,
} from './check-options.ts'
import { readLimits } from './limits.ts'
import { readManifestOption, resolveInApp } from './manifest-option.ts'
import { findPreload } from './preload-path.ts'
import { readOption, refuseOption } from './refuse-option.ts'
import { parseUrl } from '../parse-url.ts'

export interface Settings {
  readonly manifest: AppManifest
  readonly certificateAuthorities: readonly string[]
  readonly limits: Limits
  readonly origins: readonly OriginRule[]
  /** Asked for only when the app is ready: there is no default session before. */
  readonly getSessions: () => readonly Session[]
  /** Finds the script when it is registered: the app may say until it is ready where its data are. */
  readonly findPreload: (() => string) | undefined
  readonly hooks: PermissionHooks
  readonly logger: Logger
}

const table: OptionTable<InstallOptions> = {
  // When it is read.
  manifest: () => {},
  origins: mustBeTexts,
  devServer: mustBe(isText, 'the address of a development server, or undefined'),
  sessions: mustBeListOf((value) => isText(value) || isSession(value), 'sessions and names of partitions'),
  preload: mustBe((value) => typeof value === 'boolean' || isText(value), 'true, false or a path'),
  frames: mustBeBoolean,
  ...sharedOptions,
}

function readPreload(preload: boolean | string): (() => string) | undefined {
  if (typeof preload === 'boolean') return preload ? () => findPreload() : undefined
  const file = resolveInApp(preload)
  if (!fs.existsSync(file)) throw refuseOption('preload', `names a file that does not exist: ${file}`)
  if (!fs.statSync(file).isFile()) throw refuseOption('preload', `names what is no file: ${file}`)
  return () => file
}

const isDevServer = (text: string): boolean => /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]?/i.test(text)

/** A development server is nobody's in a packed program: there it would be whoever has that port. */
function readDevServer(address: string | undefined): OriginRule[] {
  if (address === undefined || app.isPackaged) return []
  const url = parseUrl(address)
  return [parseOrigin(url?.protocol.startsWith('http') === true ? url.origin : address)]
}

function readOrigins({ devServer, logger = console, origins }: InstallOptions): OriginRule[] {
  const servers = readOption('devServer', () => readDevServer(devServer))
  if (origins === undefined) return [allowFolder(app.getAppPath()), ...servers]
  if (origins.length > 0 && origins.every(isDevServer))
    logger.warn(
      'electron-chrome-sockets: option "origins" takes the place of its default, the files of the app, and names ' +
        'servers of this machine only: if they are for development, give the option "devServer" instead',
    )
  return [...readOption('origins', () => origins.map(parseOrigin)), ...servers]
}

function toSession(given: Session | string): Session {
  return typeof given === 'string' ? session.fromPartition(given) : given
}

/** Throws a TypeError that names the option that is wrong. */
export function readOptions(options: InstallOptions, hosted?: AppManifest): Settings {
  checkOptions(options, table, 'manifest')
  const { limits = {}, origins, sessions, preload = true, logger = console, authorize, onDecision } = options
  return {
    manifest: hosted ?? readManifestOption(options.manifest, origins),
    certificateAuthorities: options.certificateAuthorities ?? [],
    limits: readLimits(limits),
    origins: readOrigins(options),
    getSessions: () => sessions?.map(toSession) ?? [session.defaultSession],
    findPreload: readPreload(preload),
    hooks: { ...(authorize && { authorize }), ...(onDecision && { onDecision }) },
    logger,
  }
}
