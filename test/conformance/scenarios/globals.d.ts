import type { ScenarioOptions } from '../runtime/index.ts'
import type { Scenario } from '../runtime/scenario.ts'

declare global {
  /** Adds a scenario: a name that says what is done, and the page script that does it. */
  function scenario(name: string, run: (t: Scenario) => unknown, options?: ScenarioOptions): void
}
