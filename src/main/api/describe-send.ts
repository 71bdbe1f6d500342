import { describeNetError } from '../../renderer-types/net-errors.ts'
import type { MethodResult } from '../../renderer-types/infer.ts'
import type { Outcome } from '../outcome.ts'
import { fail, succeed } from '../outcome.ts'

/** What `send` answers. */
export function describeSend(resultCode: number, bytesSent: number): Outcome<MethodResult<'tcp', 'send'>> {
  return resultCode === 0
    ? succeed({ bytesSent, resultCode })
    : fail(describeNetError(resultCode), { resultCode })
}
