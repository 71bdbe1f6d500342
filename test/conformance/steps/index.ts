import type { StepsFile } from '../driver/apps/app-steps.ts'
import { entries } from './entries.ts'
import { exchange } from './exchange.ts'
import { first } from './first.ts'
import { locales } from './locales.ts'
import { samples } from './samples.ts'
import { updated } from './updated.ts'
import { windows } from './windows.ts'

/** Driver scripts by the folder of their app. */
export const steps: Readonly<Record<string, StepsFile>> = {
  entries,
  exchange,
  first,
  locales,
  samples,
  updated,
  windows,
}
