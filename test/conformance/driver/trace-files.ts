import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Traces } from './trace.ts'
import { printTraces } from './trace.ts'

/** `chrome`: what Chrome does. `electron`: what we do where that differs on purpose. */
export type Place = 'chrome' | 'electron'

const folder = fileURLToPath(new URL('../traces/', import.meta.url))

const pathOf = (place: Place, file: string): string => path.join(folder, place, `${file}.json`)

export function readTraces(place: Place, file: string): Traces {
  const tracePath = pathOf(place, file)
  return fs.existsSync(tracePath) ? (JSON.parse(fs.readFileSync(tracePath, 'utf8')) as Traces) : {}
}

/** Writes a file's traces; none at all means no file. */
export function writeTraces(place: Place, file: string, traces: Traces): void {
  const tracePath = pathOf(place, file)
  if (Object.keys(traces).length === 0) return fs.rmSync(tracePath, { force: true })
  fs.mkdirSync(path.dirname(tracePath), { recursive: true })
  fs.writeFileSync(tracePath, printTraces(traces))
}

/** The names of the files that hold traces. */
export function listTraceFiles(place: Place): string[] {
  const placeFolder = path.join(folder, place)
  if (!fs.existsSync(placeFolder)) return []
  const entries = fs.readdirSync(placeFolder, { recursive: true, encoding: 'utf8' })
  return entries
    .filter((entry) => entry.endsWith('.json'))
    .map((entry) => entry.replace(/\.json$/, '').replaceAll(path.sep, '/'))
}
