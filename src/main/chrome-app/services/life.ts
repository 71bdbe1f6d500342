import { succeed } from '../../outcome.ts'
import type { Service } from './service.ts'

export const life: Service<'life'> = {
  ready({ host, page }) {
    if (!host.isBackground(page)) return succeed()
    host.life.ready()
    host.system.start()
    return succeed()
  },
  keepAlive({ host }) {
    host.life.noteCall()
    return succeed()
  },
  notePorts({ host, page }, areOpen) {
    if (host.isBackground(page)) host.life.notePorts(areOpen)
    return succeed()
  },
  reload({ host }) {
    host.life.reload()
    return succeed()
  },
  confirmSuspending({ host, page }, round, isHeard) {
    if (host.isBackground(page)) host.life.confirmSuspending(round, isHeard)
    return succeed()
  },
}
