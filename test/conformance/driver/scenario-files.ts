import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'
import type { ScenarioOptions } from '../runtime/index.ts'
import { manifests } from '../manifests.ts'
import { steps } from '../steps/index.ts'
import { listAppScenarios, listBackgroundScripts } from './apps/background-scripts.ts'
import { listScripts } from './list-scripts.ts'
import type { ScenarioEntry, ScenarioFile } from './scenario-entry.ts'
import type { Place } from './trace-files.ts'

const folder = fileURLToPath(new URL('../scenarios/', import.meta.url))
/** Apps whose folder has `scenarios` are run as they are. */
const appsFolder = fileURLToPath(new URL('../../chrome-apps/', import.meta.url))

/** Scenario files do nothing at first but add their scenarios, so they can be loaded without a page. */
class ScenarioReader {
  readonly #names = new Set<string>()
  #scenarios: ScenarioEntry[] = []
  readonly #context = vm.createContext({
    scenario: (name: string, _run: unknown, options: ScenarioOptions = {}): void => {
      if (this.#names.has(name)) throw new Error(`"${name}" is there twice`)
      this.#names.add(name)
      this.#scenarios.push({ name, options })
    },
    part: () => {},
  })

  /** Files that are read by the same reader are scripts of one page. */
  read(file: string): ScenarioEntry[] {
    this.#scenarios = []
    vm.runInContext(fs.readFileSync(file, 'utf8'), this.#context, { filename: file })
    return this.#scenarios
  }
}

function describeFile(relative: string): ScenarioFile {
  const file = path.join(folder, relative)
  const name = relative.replace(/\.js$/, '').replaceAll(path.sep, '/')
  const app = name.includes('/') ? String(name.split('/')[0]) : 'main'
  if (!(app in manifests)) throw new Error(`no manifest for ${relative}`)
  return { name, path: file, app, kind: 'page', scenarios: new ScenarioReader().read(file) }
}

/** The scripts of an app's folder that have scenarios, in the order in which its background page loads them. */
function listAppScripts(directory: string): string[] {
  const found = listAppScenarios(directory)
  if (found.length === 0) return []
  const scripts = listBackgroundScripts(directory).filter((script) => found.includes(script))
  const missing = found.filter((script) => !scripts.includes(script))
  if (missing.length > 0) throw new Error(`${directory}: its manifest does not load ${missing.join(', ')}`)
  return scripts
}

function describeApp(app: string): ScenarioFile[] {
  const directory = path.join(appsFolder, app)
  const reader = new ScenarioReader()
  const files = listAppScripts(directory).map((script): ScenarioFile => {
    const name = script.replace(/^scenarios\/(.*)\.js$/, `apps/${app}/$1`)
    return { name, path: directory, app, kind: 'app', scenarios: reader.read(path.join(directory, script)) }
  })
  const own = Object.keys(steps[app] ?? {}).map((name): ScenarioEntry => ({ name, options: {} }))
  if (own.length === 0) return files
  return [...files, { name: `apps/${app}/steps`, path: directory, app, kind: 'steps', scenarios: own }]
}

export function listScenarioFiles(): ScenarioFile[] {
  return [
    ...listScripts(folder).map(describeFile),
    ...fs.readdirSync(appsFolder).toSorted().flatMap(describeApp),
  ]
}

/** Chrome does not survive everything. */
export function canRun(place: Place, { options }: ScenarioEntry): boolean {
  return options.only === undefined || options.only === place
}
