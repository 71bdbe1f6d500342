import fs from 'node:fs'
import os from 'node:os'
import { getErrno } from './net-error.ts'

/**
 * False when the process has no file descriptor left. Node never says so of a listening socket: libuv accepts the next
 * clients all the same and closes them at once, by means of a descriptor it keeps for that.
 */
export function hasSpareDescriptor(): boolean {
  try {
    fs.closeSync(fs.openSync(os.devNull, 'r'))
    return true
  } catch (error) {
    return !['EMFILE', 'ENFILE'].includes(getErrno(error))
  }
}
