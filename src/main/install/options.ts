import fs from 'node:fs'
import { app, session } from 'electron'
import type { Session } from 'electron'
import type { OriginRule } from '../ipc/origins.ts'
import { allowFolder, parseOrigin } from '../ipc/origins.ts'
import type { AppManifest } from '../manifest/read-manifest.ts'
import { loadCrypto } from '../manifest/load-crypto.ts'
import type { PermissionHooks } from '../permissions/authorize.ts'
import type { InstallOptions, Limits, Logger } from '../types.ts'
import { readLimits } from './limits.ts'
import { readManifestOption, resolveInApp } from './manifest-option.ts'
import { findPreload } from './preload-path.ts'
import { readOption, refuseOption } from './refuse-option.ts'

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

const isFunction = (value: unknown): boolean => typeof value === 'function'
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const isLogger = (value: unknown): boolean =>
  isObject(value) && ['warn', 'error'].every((key) => isFunction(Reflect.get(value, key)))

const isBoolean = (value: unknown): boolean => typeof value === 'boolean'
const isText = (value: unknown): boolean => typeof value === 'string'
const isSession = (value: unknown): boolean => isObject(value) || isText(value)

interface Check {
  /** What is left out need not. */
  readonly fits: (value: unknown) => boolean
  readonly complaint: string
}

const listOf = (fits: Check['fits'], complaint: string): Check => ({
  fits: (value) => Array.isArray(value) && value.every(fits),
  complaint,
})

const texts = listOf(isText, 'must be a list of texts')
const aFunction = { fits: isFunction, complaint: 'must be a function' }

/** Every option has its line: a misspelt one would be a guard that is not there. */
const checks: Readonly<Record<Exclude<keyof InstallOptions, 'manifest'>, Check>> = {
  origins: texts,
  devServer: { fits: isText, complaint: 'must be the address of a development server, or undefined' },
  sessions: listOf(isSession, 'must be a list of sessions and names of partitions'),
  preload: {
    fits: (value) => isBoolean(value) || isText(value),
    complaint: 'must be true, false or a path',
  },
  certificateAuthorities: texts,
  frames: { fits: isBoolean, complaint: 'must be true or false' },
  limits: { fits: isObject, complaint: 'must be an object' },
  authorize: aFunction,
  onDecision: aFunction,
  logger: { fits: isLogger, complaint: 'must have the functions "warn" and "error"' },
}

/** By hand: a program that starts need not load what checks the calls of its pages. */
function checkOptions(given: unknown): void {
  const options = given ?? {}
  if (!isObject(options) || Array.isArray(options))
    throw new TypeError('electron-chrome-sockets: the options must be an object')
  if (Reflect.get(options, 'manifest') === undefined) throw refuseOption('manifest', 'must be given')
  for (const [name, { complaint, fits }] of Object.entries(checks)) {
    const value: unknown = Reflect.get(options, name)
    if (value !== undefined && !fits(value)) throw refuseOption(name, complaint)
  }
  const unknown = Object.keys(options).find((name) => name !== 'manifest' && !Object.hasOwn(checks, name))
  if (unknown !== undefined) throw refuseOption(unknown, 'is not known')
}

function readPreload(preload: boolean | string): (() => string) | undefined {
  if (typeof preload === 'boolean') return preload ? () => findPreload() : undefined
  const file = resolveInApp(preload)
  if (!fs.existsSync(file)) throw refuseOption('preload', `names a file that does not exist: ${file}`)
  return () => file
}

const isDevServer = (text: string): boolean => /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]?/i.test(text)

/** A development server is nobody's in a packed program: there it would be whoever has that port. */
function readDevServer(address: string | undefined): OriginRule[] {
  if (address === undefined || app.isPackaged) return []
  const url = URL.canParse(address) ? new URL(address) : undefined
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

/** One text may have several certificates. */
function checkAuthority(text: string): void {
  const { X509Certificate } = loadCrypto()
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----/g)
  if (blocks === null) throw new TypeError('not a certificate in PEM')
  for (const block of blocks) void new X509Certificate(block)
}

function readAuthorities(authorities: readonly string[]): readonly string[] {
  for (const [index, text] of authorities.entries())
    readOption(`certificateAuthorities[${index}]`, () => checkAuthority(text))
  return authorities
}

function toSession(given: Session | string): Session {
  return typeof given === 'string' ? session.fromPartition(given) : given
}

/** Throws a TypeError that names the option that is wrong. */
export function readOptions(options: InstallOptions, hosted?: AppManifest): Settings {
  checkOptions(options)
  const { limits = {}, origins, sessions, preload = true, logger = console, authorize, onDecision } = options
  return {
    manifest: hosted ?? readManifestOption(options.manifest, origins),
    certificateAuthorities: readAuthorities(options.certificateAuthorities ?? []),
    limits: readOption('limits', () => readLimits(limits)),
    origins: readOrigins(options),
    getSessions: () => sessions?.map(toSession) ?? [session.defaultSession],
    findPreload: readPreload(preload),
    hooks: { ...(authorize && { authorize }), ...(onDecision && { onDecision }) },
    logger,
  }
}
