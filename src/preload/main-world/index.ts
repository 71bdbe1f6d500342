import { installFacade } from './facade.ts'
import { takeOver } from './hand-over.ts'

export function startFacade(): void {
  takeOver((grant, ports) => installFacade(globalThis, grant, ports))
}
