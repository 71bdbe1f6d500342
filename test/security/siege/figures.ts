import fs from 'node:fs'
import * as z from 'zod/mini'
import type { Result } from './run-attack.ts'

/** Milliseconds of one attack, for the table in SECURITY.md; null where main gave no answer. */
const figuresSchema = z.record(
  z.string(),
  z.object({
    worst: z.nullable(z.number()),
    calmWorst: z.nullable(z.number()),
    stall: z.nullable(z.number()),
  }),
)

export type Figures = z.output<typeof figuresSchema>

const round = (value: number): number | null => (Number.isNaN(value) ? null : Math.round(value))

/** Those of before stay where an attack was not made again. */
export function writeFigures(file: string, results: readonly Result[]): void {
  const figures = readFigures(file)
  for (const { calmWorst, name, stall, worst } of results)
    figures[name] = { worst: round(worst), calmWorst: round(calmWorst), stall: round(stall) }
  fs.writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`)
}

/** Of no attack where there is no such file. */
export function readFigures(file: string): Figures {
  return fs.existsSync(file) ? figuresSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8'))) : {}
}
