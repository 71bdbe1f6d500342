import fs from 'node:fs'
import path from 'node:path'
import { parseChromeJson } from '../../../../src/main/manifest/parse-json.ts'
import { listScripts } from '../list-scripts.ts'

const own = 'conformance.js'

interface AppManifest {
  readonly app: { readonly background: { readonly scripts: readonly string[] } }
}

function readManifest(directory: string): AppManifest {
  return parseChromeJson(fs.readFileSync(path.join(directory, 'manifest.json'), 'utf8')) as AppManifest
}

export const listAppScenarios = (directory: string): string[] =>
  listScripts(path.join(directory, 'scenarios')).map((script) => `scenarios/${script}`)

/** In their order. A manifest that knows nothing of this suite has its scenarios behind its own scripts. */
export function listBackgroundScripts(directory: string): readonly string[] {
  const { scripts } = readManifest(directory).app.background
  return scripts.includes(own) ? scripts : [own, ...scripts, ...listAppScenarios(directory)]
}

/** Has the background page load them all. */
export function loadScenarios(directory: string): void {
  const manifest = readManifest(directory)
  const scripts = listBackgroundScripts(directory)
  const file = path.join(directory, 'manifest.json')
  if (!manifest.app.background.scripts.includes(own))
    fs.writeFileSync(file, JSON.stringify({ ...manifest, app: { background: { scripts } } }))
}
