import { createConverse } from '../../../src/main/calls/conversation.ts'
import { Gate } from '../../../src/main/ipc/gate.ts'
import { Offenders } from '../../../src/main/ipc/offenders.ts'
import type { Registry } from '../../../src/main/ipc/registry.ts'
import type { Trace } from '../../../src/main/ipc/trace.ts'
import { Late } from '../../../src/main/ipc/late.ts'

interface Given {
  readonly trace?: Trace
  readonly offenders?: Offenders
}

/** There are no processes to end. */
export const endNobody = (): Offenders => new Offenders(() => {})

/** A gate behind which everything is there already. */
export function createGate(registry: Registry, { offenders = endNobody(), trace }: Given = {}): Gate {
  return new Gate(registry, Late.of({ converse: createConverse() }), offenders, trace)
}
