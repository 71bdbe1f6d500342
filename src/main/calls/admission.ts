import { describeNetError, netErrors } from '../../renderer-types/net-errors.ts'
import { quotaExceeded } from '../../renderer-types/wire.ts'
import type { Page } from '../page/page.ts'
import type { App } from '../app/app.ts'
import type { Outcome } from '../outcome.ts'
import { fail } from '../outcome.ts'

/** Calls of one page, and the bytes that they want to have sent. */
export interface Demand {
  readonly calls: number
  readonly bytes: number
  /** Characters of short texts, as hosts are, which are no bytes to send. */
  readonly characters?: number
}

const exceeded = fail(quotaExceeded)

/** Undefined when the calls are within every limit; they then count until {@link release}. */
export function admit(app: App, page: Page, { bytes, calls, characters }: Demand): Outcome | undefined {
  // First of all in Chrome, too.
  if (!app.writeQuota.take(bytes)) return exceeded
  if (bytes <= app.limits.messageBytes && page.beginCalls(calls, characters)) return undefined
  app.writeQuota.giveBack(bytes)
  const isTooBig = bytes > app.limits.messageBytes
  return fail(describeNetError(isTooBig ? netErrors.ERR_MSG_TOO_BIG : netErrors.ERR_INSUFFICIENT_RESOURCES))
}

export function release(app: App, page: Page, { bytes, calls, characters }: Demand): void {
  app.writeQuota.giveBack(bytes)
  page.endCalls(calls, characters)
}
