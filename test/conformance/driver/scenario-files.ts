import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'
import type { ScenarioOptions } from '../runtime/index.ts'
import { manifests } from '../manifests.ts'
import { steps } from '../steps/index.ts'
import type { ScenarioEntry, ScenarioFile } from './scenario-entry.ts'
import type { Place } from './trace-files.ts'

const folder = fileURLToPath(new URL('../scenarios/', import.meta.url))
/** Apps whose folder has `scenarios` are run as they are. */
const appsFolder = fileURLToPath(new URL('../../chrome-apps/', import.meta.url))

/** Scenario files do nothing at first but add their scenarios, so they can be loaded without a page. */
function readScenarios(file: string): ScenarioEntry[] {
  const scenarios: ScenarioEntry[] = []
  const scenario = (name: string, _run: unknown, options: ScenarioOptions = {}): void => {
    if (scenarios.some((other) => other.name === name)) throw new Error(`${file}: "${name}" is there twice`)
    scenarios.push({ name, options })
  }
  vm.runInNewContext(fs.readFileSync(file, 'utf8'), { scenario, part: () => {} }, { filename: file })
  return scenarios
}

function describeFile(relative: string): ScenarioFile {
  const file = path.join(folder, relative)
  const name = relative.replace(/\.js$/, '').replaceAll(path.sep, '/')
  const app = name.includes('/') ? String(name.split('/')[0]) : 'main'
  if (!(app in manifests)) throw new Error(`no manifest for ${relative}`)
  return { name, path: file, app, kind: 'page', scenarios: readScenarios(file) }
}

function describeApp(app: string): ScenarioFile[] {
  const directory = path.join(appsFolder, app)
  const files = listScripts(path.join(directory, 'scenarios')).map((script): ScenarioFile => {
    const scenarios = readScenarios(path.join(directory, 'scenarios', script))
    return {
      name: `apps/${app}/${script.replace(/\.js$/, '')}`,
      path: directory,
      app,
      kind: 'app',
      scenarios,
    }
  })
  const own = Object.keys(steps[app] ?? {}).map((name): ScenarioEntry => ({ name, options: {} }))
  if (own.length === 0) return files
  return [...files, { name: `apps/${app}/steps`, path: directory, app, kind: 'steps', scenarios: own }]
}

function listScripts(directory: string): string[] {
  if (!fs.existsSync(directory)) return []
  const entries = fs.readdirSync(directory, { recursive: true, encoding: 'utf8' })
  return entries.filter((entry) => entry.endsWith('.js')).toSorted()
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
