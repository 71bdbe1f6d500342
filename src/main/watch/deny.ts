import { contract } from '../../renderer-types/contract/index.ts'
import type { MethodName, Namespace } from '../../renderer-types/contract/index.ts'
import type { MethodRow } from '../../renderer-types/contract/words.ts'
import type { Scope } from '../apps/scope.ts'
import type { Outcome } from '../outcome.ts'
import { fail } from '../outcome.ts'

interface Denied {
  readonly name: MethodName
  readonly namespace: Namespace
  readonly row: MethodRow
}

/** What a call that the manifest does not allow is answered; tells who watches. */
export function deny(scope: Scope, { name, namespace, row }: Denied, args: readonly unknown[]): Outcome {
  const find = (key: string | undefined): unknown =>
    key === undefined ? undefined : args[row.parameters.findIndex((parameter) => parameter.name === key)]
  const host = find(row.permission?.host)
  const port = find(row.permission?.port)
  scope.watch.refused({
    reason: 'permission',
    method: name,
    socketId: Number(find('socketId')),
    ...(typeof host === 'string' && { host }),
    ...(typeof port === 'number' && { port }),
  })
  return fail(contract[namespace].denial)
}
