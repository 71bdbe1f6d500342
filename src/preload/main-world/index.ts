import type { AcceptedGrant } from '../../renderer-types/wire.ts'
import { installFacade } from './facade.ts'
import { takePorts } from './hand-over.ts'

export function startFacade(grant: AcceptedGrant): void {
  takePorts((ports) => installFacade(globalThis, grant, ports))
}
