import fs from 'node:fs'
import path from 'node:path'
import { explainSocketPermission } from '../old-sockets/socket-permission.ts'
import type { Manifest } from './manifest-schema.ts'
import { noBackground } from './manifest-schema.ts'

export interface Background {
  readonly scripts?: readonly string[]
  readonly page?: string
}

const isFile = (directory: string, name: string): boolean =>
  fs.statSync(path.join(directory, name), { throwIfNoEntry: false })?.isFile() === true

/** The background page that an app has. Throws a TypeError in Chrome's words. */
export function readBackground(directory: string, { app }: Manifest): Background {
  const { page, scripts: listed = [] } = app.background
  if (page !== undefined && app.background.scripts !== undefined)
    throw new TypeError(
      "Only one of 'background.page', 'background.scripts', and 'background.service_worker' can be specified.",
    )
  if (page !== undefined) {
    // Chrome forgets the name.
    if (!isFile(directory, page.replace(/[?#].*$/, '')))
      throw new TypeError("Could not load background page ''.")
    return { page }
  }
  // What has another type is passed over.
  const scripts = listed.filter((script) => /\.m?js$/i.test(script))
  if (scripts.length === 0) throw new TypeError(noBackground)
  const missing = scripts.find((script) => !isFile(directory, script))
  if (missing !== undefined) throw new TypeError(`Could not load background script '${missing}'.`)
  return { scripts }
}

/** Throws a TypeError in Chrome's words. */
export function checkIcons(directory: string, { icons = {} }: Manifest): void {
  for (const [size, file] of Object.entries(icons)) {
    if (!/^0*[1-9]\d*$/.test(size)) throw new TypeError(`Invalid key in icons: "${size}".`)
    if (!isFile(directory, file)) throw new TypeError(`Could not load icon '${file}' specified in 'icons'.`)
  }
}

/** Permissions that are a name and no more, and one that has a list. */
const plainPermissions = new Set(['storage', 'unlimitedStorage'])

/** What Chrome has against a permission, after its name; undefined for nothing. */
function explainPermission(name: string, settings: unknown): string | undefined {
  if (name === 'socket') {
    const complaint = explainSocketPermission(settings)
    return complaint && `: ${complaint}`
  }
  if (settings === undefined) return undefined
  return plainPermissions.has(name) || (name === 'fileSystem' && !Array.isArray(settings)) ? '.' : undefined
}

/** Throws a TypeError in Chrome's words. */
export function checkPermissions({ permissions = [] }: Manifest): void {
  for (const [name, settings] of permissions.flatMap((one): [string, unknown][] =>
    typeof one === 'string' ? [[one, undefined]] : Object.entries(one),
  )) {
    const complaint = explainPermission(name, settings)
    if (complaint !== undefined) throw new TypeError(`Invalid value for 'permissions[${name}]'${complaint}`)
  }
}

function isOlder(version: string, wanted: string): boolean {
  const [own, other] = [version, wanted].map((text) => text.split('.').map(Number))
  for (let i = 0; i < 4; i += 1) {
    const difference = (own?.[i] ?? 0) - (other?.[i] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}

/** Throws a TypeError in Chrome's words for an app that a newer Chromium is for; Electron tells its own. */
export function checkChromium(
  { minimum_chrome_version: wanted }: Manifest,
  version = process.versions['chrome'],
): void {
  if (wanted !== undefined && version !== undefined && isOlder(version, wanted))
    throw new TypeError(`This extension requires Chromium version ${wanted} or greater.`)
}
