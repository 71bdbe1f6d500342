import type { AppMethodRow } from '../../../renderer-types/contract/apps/words.ts'
import type { Calls } from '../../main-world/calls.ts'
import { reportThrown } from '../../main-world/describe-thrown.ts'

type Callback = (...args: unknown[]) => unknown

/** The callback of a method that Chrome answers by a script: lastError goes with it, before its microtasks run. */
export function clearErrorEarly(
  { answeredByScript }: AppMethodRow,
  callback: Callback | undefined,
  calls: Pick<Calls, 'clearLastError'>,
): Callback | undefined {
  if (callback === undefined || answeredByScript !== true) return callback
  return function (this: unknown, ...args) {
    try {
      Reflect.apply(callback, this, args)
    } catch (thrown) {
      reportThrown(thrown)
    }
    calls.clearLastError()
  }
}
