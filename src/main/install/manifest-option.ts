import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { app } from 'electron'
import type { AppManifest, Host } from '../manifest/read-manifest.ts'
import { readManifest, readManifestFile } from '../manifest/read-manifest.ts'
import { readOption } from './refuse-option.ts'

/** A relative path is one of the app, wherever the program was started. */
export function resolveInApp(file: string | URL): string {
  return file instanceof URL ? fileURLToPath(file) : path.resolve(app.getAppPath(), file)
}

/** Where the files of a packed program lie; it may have been started through a link. */
function listPlaces(): string[] {
  if (!app.isPackaged) return []
  return [app.getAppPath(), process.resourcesPath].map((place) => fs.realpathSync(place))
}

/** The program that runs the app. */
export function getHost(): Host {
  return { name: app.getName(), places: listPlaces(), getLocale: () => app.getLocale() }
}

function readFile(file: string): AppManifest {
  try {
    return readManifestFile(file, getHost())
  } catch (error) {
    throw new TypeError(`${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

/** `origins` tell apart what has neither key nor folder. */
export function readManifestOption(manifest: unknown, origins: readonly string[] = []): AppManifest {
  return readOption('manifest', () => {
    if (typeof manifest === 'string' || manifest instanceof URL) return readFile(resolveInApp(manifest))
    return readManifest(manifest, origins)
  })
}
