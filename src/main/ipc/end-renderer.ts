import { app } from 'electron'
import type { Renderer } from './offenders.ts'

/** The number of a process that has gone may be somebody else's by now. */
const isRenderer = (pid: number): boolean =>
  app.getAppMetrics().some((metric) => metric.pid === pid && metric.type === 'Tab')

/** Ends a process with all that it has said and nobody has looked at yet. */
export function endRenderer({ pid }: Renderer): void {
  if (!isRenderer(pid)) return
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself.
  }
}
