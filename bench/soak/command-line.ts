import { parseArgs } from 'node:util'
import { choose } from '../choose.ts'
import { parts } from './parts/index.ts'
import type { Part } from './parts/part.ts'

export interface CommandLine {
  readonly parts: readonly Part[]
  readonly scale: number
  readonly json: string
  readonly markdown: boolean
}

function readScale(text: string): number {
  const scale = Number(text)
  if (scale > 0 && scale <= 10) return scale
  throw new Error(`--scale needs a number above 0 and up to 10, not "${text}"`)
}

export function readCommandLine(args: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: [...args],
    options: {
      parts: { type: 'string' },
      scale: { type: 'string', default: '1' },
      json: { type: 'string', default: 'out/soak/results.json' },
      markdown: { type: 'boolean', default: false },
    },
  })
  const { json, markdown, scale } = values
  return { parts: choose('part', parts, values.parts), scale: readScale(scale), json, markdown }
}
