import { viewBytes } from '../../../main-world/binary.ts'
import type { PageHandlers } from '../context.ts'

export const socket: PageHandlers<'socket'> = {
  write({ hub }, reply, socketId, data) {
    hub.socketWrites.write(socketId, viewBytes(data), (bytesWritten, error) => {
      if (error === undefined) reply.succeed({ bytesWritten: bytesWritten ?? 0 })
      else reply.fail(error, ...(bytesWritten === undefined ? [] : [{ bytesWritten }]))
    })
  },
}
