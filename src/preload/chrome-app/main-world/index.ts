import { takeOver } from '../../main-world/hand-over.ts'
import { installAppFacade } from './facade.ts'

export function startFacade(): void {
  takeOver((grant, ports) => {
    const { app } = grant
    if (app !== undefined) installAppFacade(globalThis.window, { ...grant, app }, ports)
  })
}
