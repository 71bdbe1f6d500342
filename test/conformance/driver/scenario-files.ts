import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'
import type { ScenarioOptions } from '../runtime/index.ts'
import { manifests } from '../manifests.ts'
import type { Place } from './trace-files.ts'

const folder = fileURLToPath(new URL('../scenarios/', import.meta.url))

export interface ScenarioEntry {
  readonly name: string
  readonly options: ScenarioOptions
}

export interface ScenarioFile {
  /** Without its suffix, as `tcp-server-listen` or `restricted/permissions`. */
  readonly name: string
  readonly path: string
  /** Which of the manifests its app has. */
  readonly app: string
  readonly scenarios: readonly ScenarioEntry[]
}

/** Scenario files do nothing at first but add their scenarios, so they can be loaded without a page. */
function readScenarios(file: string): ScenarioEntry[] {
  const scenarios: ScenarioEntry[] = []
  const scenario = (name: string, _run: unknown, options: ScenarioOptions = {}): void => {
    if (scenarios.some((other) => other.name === name)) throw new Error(`${file}: "${name}" is there twice`)
    scenarios.push({ name, options })
  }
  vm.runInNewContext(fs.readFileSync(file, 'utf8'), { scenario }, { filename: file })
  return scenarios
}

function describeFile(relative: string): ScenarioFile {
  const file = path.join(folder, relative)
  const name = relative.replace(/\.js$/, '').replaceAll(path.sep, '/')
  const app = name.includes('/') ? String(name.split('/')[0]) : 'main'
  if (!(app in manifests)) throw new Error(`no manifest for ${relative}`)
  return { name, path: file, app, scenarios: readScenarios(file) }
}

export function listScenarioFiles(): ScenarioFile[] {
  const entries = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return entries
    .filter((entry) => entry.endsWith('.js'))
    .toSorted()
    .map(describeFile)
}

/** Chrome does not survive everything. */
export function canRun(place: Place, { options }: ScenarioEntry): boolean {
  return options.only === undefined || options.only === place
}
