import { fail, succeed } from '../../outcome.ts'
import type { Service } from './service.ts'

export const browser: Service<'browser'> = {
  openTab({ host }, { url }) {
    return host.openOutside(url) ? succeed() : fail(`Invalid url: "${url.slice(0, 2048)}".`)
  },
}
