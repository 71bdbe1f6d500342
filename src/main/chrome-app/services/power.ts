import { succeed } from '../../outcome.ts'
import type { Service } from './service.ts'

export const power: Service<'power'> = {
  requestKeepAwake({ host }, level) {
    host.system.awake.request(level)
    return succeed()
  },
  releaseKeepAwake({ host }) {
    host.system.awake.release()
    return succeed()
  },
}

export const idle: Service<'idle'> = {
  queryState: ({ host }, seconds) => succeed(host.system.idle.query(seconds)),
  setDetectionInterval({ host }, seconds) {
    host.system.idle.setInterval(seconds)
    return succeed()
  },
}
