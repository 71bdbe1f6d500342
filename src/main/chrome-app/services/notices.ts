import { fail, succeed } from '../../outcome.ts'
import type { Notice, Picture } from '../notices/notices.ts'
import type { Service } from './service.ts'

/** Bytes of a point, and of a picture: what the page makes of one has no more. */
const pointSize = 4
const maxPicture = 128 * 128 * pointSize

/** Characters of one notice: of what is longer the page has cut off the rest. */
const maxCharacters = 65_536

function weigh(id: string, notice: Notice): number {
  const texts = [id, ...Object.values(notice)].filter((value) => typeof value === 'string')
  return texts.reduce((sum, text) => sum + text.length, 0)
}

/** Undefined for none, and for what is none. */
function readPicture(bytes: ArrayBuffer, width: number): Picture | undefined {
  const height = bytes.byteLength / (width * pointSize)
  const isSmall = width > 0 && height > 0 && bytes.byteLength <= maxPicture
  if (!isSmall || !Number.isInteger(height)) return undefined
  return { bytes: new Uint8Array(bytes), width, height }
}

export const notices: Service<'notices'> = {
  show({ host }, id, notice, picture, width) {
    const isShown =
      weigh(id, notice) <= maxCharacters && host.system.notices.show(id, notice, readPicture(picture, width))
    return isShown ? succeed() : fail('There are too many notifications.')
  },
  close({ host }, id) {
    host.system.notices.close(id)
    return succeed()
  },
}
