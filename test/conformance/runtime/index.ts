import { printError } from './calls.ts'
import { control } from './control-client.ts'
import { Scenario } from './scenario.ts'
import { closeSockets, findListeners, spreadIds, wakeEvents } from './sockets.ts'
import { within } from './waiting.ts'

export interface ScenarioOptions {
  /** How long it may take; 10 s by default. */
  ms?: number
  /** Never run in Chrome, which does not survive it. */
  only?: 'electron'
  /** It changes the page for good: no other scenario runs in the same page. */
  ownPage?: true
}

interface Entry {
  readonly run: (t: Scenario) => unknown
  readonly options: ScenarioOptions
}

const cleanupLimit = 4000
const scenarios = new Map<string, Entry>()

function add(name: string, run: Entry['run'], options: ScenarioOptions = {}): void {
  scenarios.set(name, { run, options })
}

async function cleanUp(t: Scenario): Promise<void> {
  for (const act of t.cleanup.toReversed()) await act()
  await closeSockets()
  await control('release')
  const left = findListeners()
  if (left.length > 0) throw new Error(`the scenario has left listeners on ${left.join(', ')}`)
}

/** Runs one scenario; its trace as JSON. */
async function runScenario(name: string): Promise<string> {
  const entry = scenarios.get(name)
  if (entry === undefined) throw new Error(`no scenario "${name}"`)
  const t = new Scenario()
  const errors: string[] = []
  const fail = (error: unknown): number => errors.push(printError(error))
  // In a task of its own, as page script runs.
  await new Promise((resolve) => setTimeout(resolve, 0))
  const ran = (async () => entry.run(t))()
  await within(ran, entry.options.ms ?? 10_000, 'scenario').catch(fail)
  await within(cleanUp(t), cleanupLimit, 'clean-up').catch(fail)
  return JSON.stringify({ lines: t.lines, ...(errors.length > 0 ? { errors } : {}) })
}

/** To be called before the first scenario. */
async function prepare(): Promise<void> {
  await spreadIds()
  await wakeEvents()
}

Object.assign(globalThis, { scenario: add, conformance: { run: runScenario, prepare } })
