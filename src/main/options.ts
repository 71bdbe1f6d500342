import fs from 'node:fs'
import { app, session } from 'electron'
import type { Session } from 'electron'
import type { OriginRule } from './apps/origins.ts'
import { allowFolder, parseOrigin } from './apps/origins.ts'
import type { InstallOptions, Limits, Logger } from './index.ts'
import { readLimits } from './limits.ts'
import type { App } from './permissions/manifest.ts'
import { readManifest } from './permissions/manifest.ts'
import { findPreload } from './preload-path.ts'

export interface Settings {
  readonly app: App
  readonly certificateAuthorities: readonly string[]
  readonly limits: Limits
  readonly origins: readonly OriginRule[]
  /** Asked for only when the app is ready: there is no default session before. */
  readonly getSessions: () => readonly Session[]
  readonly preload: string | undefined
  readonly logger: Logger
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
  const {
    manifest,
    origins,
    sessions,
    preload = true,
    certificateAuthorities = [],
    limits = {},
    logger = console,
  } = options
  return {
    app: readManifest(manifest),
    certificateAuthorities,
    limits: readLimits(limits),
    origins: origins?.map(parseOrigin) ?? [allowFolder(app.getAppPath())],
    getSessions: () => sessions ?? [session.defaultSession],
    preload: checkPreload(preload),
    logger,
  }
}
