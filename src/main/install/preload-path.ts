import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { app } from 'electron'

function resolveFromApp(): string | undefined {
  try {
    return createRequire(path.join(app.getAppPath(), 'package.json')).resolve(
      'electron-chrome-sockets/preload',
    )
  } catch {
    return undefined
  }
}

/** The preload script lies next to the built main module. */
export const modulePreloadPath: string = fileURLToPath(new URL('./preload.cjs', import.meta.url))

/** A main process that was bundled finds it in the app's node_modules. Throws an Error that says what to do. */
export function findPreload(): string {
  const candidates = [modulePreloadPath, resolveFromApp()]
  const found = candidates.find((candidate) => candidate !== undefined && fs.existsSync(candidate))
  if (found !== undefined) return found
  throw new Error(
    `electron-chrome-sockets: preload script not found at ${modulePreloadPath}. If your bundler has inlined the package, ` +
      'keep "electron-chrome-sockets" external, or pass the path of its dist/preload.cjs as option "preload".',
  )
}
