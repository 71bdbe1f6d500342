import type { AcceptedGrant } from '../../../renderer-types/wire.ts'
import { takePorts } from '../../main-world/hand-over.ts'
import { installAppFacade } from './facade.ts'

export function startFacade(grant: AcceptedGrant): void {
  const { app } = grant
  if (app !== undefined) takePorts((ports) => installAppFacade(globalThis.window, { ...grant, app }, ports))
}
