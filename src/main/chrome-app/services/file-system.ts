import { fail } from '../../outcome.ts'
import type { Service } from './service.ts'

const notHere = 'Operation not supported on the current platform.'

export const fileSystem: Service<'fileSystem'> = {
  getVolumeList: () => fail(notHere),
  requestFileSystem: () => fail(notHere, undefined),
}
