import { succeed } from '../../outcome.ts'
import type { Service } from './service.ts'

export const life: Service<'life'> = {
  confirmSuspending(call) {
    call.host.life.confirmSuspending()
    return succeed()
  },
}
