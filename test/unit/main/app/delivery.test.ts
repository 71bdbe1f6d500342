import { expect, it } from 'vitest'
import { Audience } from '../../../../src/main/app/audience.ts'
import { Delivery } from '../../../../src/main/app/delivery.ts'
import type { Surroundings } from '../../../../src/main/app/delivery.ts'
import { WaitingRoom } from '../../../../src/main/app/waiting-room.ts'
import { defaultLimits } from '../../../../src/main/install/limits.ts'
import { Page } from '../../../../src/main/page/page.ts'
import type { TcpSocket } from '../../../../src/main/sockets/tcp-socket.ts'
import { MemoryPort } from '../../../support/pages/memory-port.ts'
import { plenty } from '../../../support/sockets/plenty.ts'
import { takeTurns } from '../../../support/until.ts'

const data = new Uint8Array(64 * 1024)

/** A socket that so many pages listen to. */
function create(pages: number) {
  const audience = new Audience()
  for (let i = 0; i < pages; i += 1) {
    const page = new Page(new MemoryPort(), defaultLimits, { url: 'app://test/', windowId: i })
    audience.add(page)
    audience.setInterest(page, 'tcp.onReceive', true)
  }
  const waiting = new WaitingRoom()
  const delivery = new Delivery({ audience, waiting } as unknown as Surroundings, plenty)
  let pumped = 0
  const socket = { id: 1, pump: () => (pumped += 1) } as unknown as TcpSocket
  const read = (): number => {
    let reads = 0
    for (; reads < 8 && delivery.askToReceive(socket) === 'ready'; reads += 1)
      delivery.receive(socket, data, 4096)
    return reads
  }
  return { read, countPumped: () => pumped }
}

it.each([
  [1, 8],
  [2, 8],
  [4, 6],
  [18, 1],
  [200, 1],
])('for %i pages a turn has %i reads', async (pages, reads) => {
  const { read, countPumped } = create(pages)
  expect(read()).toBe(reads)
  await takeTurns(1)
  expect(countPumped()).toBe(reads === 8 ? 0 : 1)
})
