import type { Settle } from '../../main-world/calls.ts'
import type { Facade } from '../../main-world/facade.ts'

/** Settles a call in a task of its own, with its microtasks, after which lastError is gone. */
export const settleSoon =
  ({ calls, tasks }: Facade, settle: Settle): Settle =>
  (results, error) => {
    tasks.push(() => settle(results, error))
    if (error !== undefined) tasks.push(() => calls.clearLastError())
    tasks.wake()
  }
