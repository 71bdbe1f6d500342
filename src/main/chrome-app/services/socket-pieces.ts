import { freeMemory } from '../../memory/free-memory.ts'
import { fail, socketNotFound, succeed } from '../../outcome.ts'
import type { Service } from './service.ts'

export const socketPieces: Service<'socketPieces'> = {
  async write({ app, host }, id, data) {
    const found = host.system.openSockets(app).find(id)
    if (found === undefined) return fail(socketNotFound, -1)
    const bytesWritten = await found.write(new Uint8Array(data))
    freeMemory(data)
    return succeed(bytesWritten)
  },
}
