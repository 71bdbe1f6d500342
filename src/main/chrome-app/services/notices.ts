import { fail, succeed } from '../../outcome.ts'
import type { Picture } from '../notices/notices.ts'
import type { Service } from './service.ts'

/** Bytes of a point. */
const pointSize = 4

/** Undefined for none, and for what is none. */
function readPicture(bytes: ArrayBuffer, width: number): Picture | undefined {
  const height = bytes.byteLength / (width * pointSize)
  if (width <= 0 || height <= 0 || !Number.isInteger(height)) return undefined
  return { bytes: new Uint8Array(bytes), width, height }
}

export const notices: Service<'notices'> = {
  show({ host }, id, notice, picture, width) {
    const isShown = host.system.notices.show(id, notice, readPicture(picture, width))
    return isShown ? succeed() : fail('There are too many notifications.')
  },
  close({ host }, id) {
    host.system.notices.close(id)
    return succeed()
  },
}
