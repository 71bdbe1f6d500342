import fs from 'node:fs'
import * as z from 'zod/mini'
import type { Cell } from './cell.ts'
import { cellSchema } from './cell.ts'
import type { Column } from './flood.ts'

const machineSchema = z.object({
  electron: z.string(),
  system: z.string(),
  cpu: z.string(),
  cores: z.number(),
  memory: z.string(),
})

export type FloodMachine = z.output<typeof machineSchema>

const figuresSchema = z.object({
  machine: machineSchema,
  floods: z.record(z.string(), z.partialRecord(z.enum(['bare', 'own', 'guest']), cellSchema)),
})

export type FloodFigures = z.output<typeof figuresSchema>

/** Undefined where there is no such file. */
export function readFloodFigures(file: string): FloodFigures | undefined {
  return fs.existsSync(file) ? figuresSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8'))) : undefined
}

/** Those of before stay where nothing was measured anew, unless they are of another machine or Electron. */
export function addCell(
  figures: FloodFigures | undefined,
  machine: FloodMachine,
  name: string,
  column: Column,
  cell: Cell,
): FloodFigures {
  const isComparable = JSON.stringify(figures?.machine) === JSON.stringify(machine)
  const floods = isComparable ? (figures?.floods ?? {}) : {}
  return { machine, floods: { ...floods, [name]: { ...floods[name], [column]: cell } } }
}

export function writeFloodFigures(file: string, figures: FloodFigures): void {
  fs.writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`)
}
