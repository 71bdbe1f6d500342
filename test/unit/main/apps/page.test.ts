import { beforeEach, describe, expect, it } from 'vitest'
import { Page } from '../../../../src/main/apps/page.ts'
import type { DataRecord } from '../../../../src/renderer-types/wire.ts'
import { MemoryPort } from '../../../support/memory-port.ts'
import { settle } from '../../../support/until.ts'

const KiB = 1024
const MiB = 1024 * KiB

let port: MemoryPort
let page: Page

beforeEach(() => {
  port = new MemoryPort()
  page = new Page(port)
})

const reply = (id: number): { kind: 'reply'; id: number; args: [] } => ({ kind: 'reply', id, args: [] })

const data = (socketId: number, bytes: number): DataRecord => ({
  kind: 'data',
  socketId,
  bufferSize: 4096,
  data: new ArrayBuffer(bytes),
})

describe('what a page is sent', () => {
  it('goes in one message for each turn, in order', async () => {
    page.post(reply(1))
    page.postData('tcp', data(1, 2))
    expect(port.messages).toEqual([])
    await settle(1)
    page.post(reply(2))
    await settle(1)
    expect(port.messages).toEqual([[reply(1), data(1, 2)], [reply(2)]])
  })

  it('ends with a last message, and what was to be sent before is not lost', async () => {
    page.post(reply(1))
    page.end()
    expect(port.messages).toEqual([[reply(1), { kind: 'end' }]])
    expect(port.closed).toBe(true)
    await settle(1)
    expect(port.messages).toHaveLength(1)
  })
})

describe('interest', () => {
  it('is what the page said last of each event', () => {
    expect(page.listensTo('tcp.onReceive')).toBe(false)
    page.setInterest('tcp.onReceive', true)
    page.setInterest('tcp.onReceive', true)
    expect(page.listensTo('tcp.onReceive')).toBe(true)
    expect(page.listensTo('tcp.onReceiveError')).toBe(false)
    page.setInterest('tcp.onReceive', false)
    expect(page.listensTo('tcp.onReceive')).toBe(false)
  })
})

describe('credit', () => {
  const send = (socketId: number, bytes: number): void => page.postData('tcp', data(socketId, bytes))

  it('of a socket ends with its window, and comes back with what the page took', () => {
    send(1, MiB - 1)
    expect(page.hasCredit('tcp', 1)).toBe(true)
    send(1, 1)
    expect(page.hasCredit('tcp', 1)).toBe(false)
    expect(page.hasCredit('tcp', 2)).toBe(true)
    page.acknowledge('tcp', 1, 1)
    expect(page.hasCredit('tcp', 1)).toBe(true)
  })

  it('of one API is no credit of the other, though their ids are the same', () => {
    send(1, MiB)
    expect([page.hasCredit('tcp', 1), page.hasCredit('udp', 1)]).toEqual([false, true])
    const datagram = { kind: 'datagram', socketId: 1, remoteAddress: '::1', remotePort: 9 } as const
    page.postData('udp', { ...datagram, data: new ArrayBuffer(MiB) })
    expect(page.hasCredit('udp', 1)).toBe(false)
    page.acknowledge('udp', 1, MiB)
    expect([page.hasCredit('tcp', 1), page.hasCredit('udp', 1)]).toEqual([false, true])
  })

  it('of all sockets ends with the window of the page', () => {
    for (let id = 1; id <= 64; id += 1) send(id, MiB)
    expect(page.isFull).toBe(true)
    expect(page.hasCredit('tcp', 99)).toBe(false)
    page.acknowledge('tcp', 1, 1)
    expect(page.isFull).toBe(false)
    expect(page.hasCredit('tcp', 99)).toBe(true)
  })

  it('cannot be made by acknowledging what was never sent', () => {
    page.acknowledge('tcp', 1, 2 ** 31 - 1)
    send(1, MiB)
    expect(page.hasCredit('tcp', 1)).toBe(false)
    page.acknowledge('tcp', 2, MiB)
    expect(page.hasCredit('tcp', 1)).toBe(false)
    page.acknowledge('tcp', 1, 2 ** 31 - 1)
    page.acknowledge('tcp', 1, 2 ** 31 - 1)
    send(1, MiB)
    expect(page.hasCredit('tcp', 1)).toBe(false)
    for (let id = 2; id <= 64; id += 1) send(id, MiB)
    expect(page.isFull).toBe(true)
  })
})
