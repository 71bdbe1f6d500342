import { succeed } from '../../outcome.ts'
import type { Service } from './service.ts'

export const life: Service<'life'> = {
  ready({ host, page }) {
    if (host.isBackground(page)) host.life.ready()
    return succeed()
  },
  confirmSuspending({ host, page }) {
    if (host.isBackground(page)) host.life.confirmSuspending()
    return succeed()
  },
}
