import { printError } from '../calls.ts'
import type { ScenarioOptions } from '../index.ts'
import type { Loose } from '../loose.ts'
import { within } from '../waiting.ts'
import { findBoard, forwardMessages, SharedBoard } from './board.ts'
import type { Part } from './page.ts'
import { Page } from './page.ts'

interface Entry {
  readonly run: Part
  readonly options: ScenarioOptions
}

const cleanupLimit = 10_000
const board = findBoard()
const entries = new Map<string, Entry>()
let current: Page | undefined

const add = (name: string, run: Part, options: ScenarioOptions = {}): void => {
  entries.set(name, { run, options })
}

function findEntry(name: string): Entry {
  const entry = entries.get(name)
  if (entry === undefined) throw new Error(`there is no "${name}" in ${location.pathname}`)
  return entry
}

/** The background page, windows by their id, and all others by their file. */
function nameThisPage(): string {
  if (board instanceof SharedBoard) return 'background'
  const chrome: Loose = Reflect.get(window, 'chrome')
  const id = window.parent === window ? chrome?.app?.window?.current()?.id : undefined
  return id || location.pathname.slice(1).replace(/\.html$/, '')
}

async function settle(act: () => unknown, ms: number, what: string): Promise<string[]> {
  return within((async () => act())(), ms, what).then(
    () => [],
    (error: unknown) => [printError(error)],
  )
}

/** What has been reported, and what went wrong in the scenario itself, as JSON. */
function report(errors: readonly string[]): string {
  const lines = board instanceof SharedBoard ? board.take() : []
  return JSON.stringify({ lines, ...(errors.length > 0 ? { errors } : {}) })
}

/** Runs one scenario, or one part that a driver script asks for. */
async function runScenario(name: string): Promise<string> {
  const entry = findEntry(name)
  const t = new Page('background', board)
  current = t
  // What was reported before is of no scenario.
  report([])
  // In a task of its own, as page script runs.
  await new Promise((resolve) => setTimeout(resolve, 0))
  return report(await settle(() => entry.run(t), entry.options.ms ?? 10_000, 'scenario'))
}

async function cleanUp(): Promise<string> {
  return report(await settle(() => current?.cleanUp(), cleanupLimit, 'clean-up'))
}

const t = new Page(nameThisPage(), board)
const runPart = (name: string, args: readonly unknown[]): unknown => findEntry(name).run(t, ...args)
forwardMessages(board)
const conformance = { board, run: runScenario, cleanUp, runPart }
Object.assign(globalThis, { t, scenario: add, part: add, conformance })
