import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Scope } from '../../../../src/main/apps/scope.ts'
import { UdpSocket } from '../../../../src/main/sockets/udp-socket.ts'
import { flowControl } from '../../../../src/renderer-types/wire.ts'
import { addPage, createScope } from '../../../support/test-scope.ts'
import { settle, until } from '../../../support/until.ts'

let scope: Scope

beforeEach(() => {
  scope = createScope()
})

afterEach(() => {
  scope.dispose()
  expect(scope.udp.list()).toEqual([])
})

describe('a UDP socket', () => {
  async function bind(): Promise<UdpSocket> {
    const socket = scope.udp.add((id) => new UdpSocket(id, scope))
    expect(await socket.bind('127.0.0.1', 0)).toBe(0)
    return socket
  }

  /** Whether the socket of that id still has its port. */
  async function isBound(port: number): Promise<boolean> {
    const socket = new UdpSocket(99, scope)
    const code = await socket.bind('127.0.0.1', port)
    socket.destroy()
    return code === -147
  }

  it('waits until the page has taken what came before, and no longer', async () => {
    const { page, port } = addPage(scope, 'udp.onReceive')
    const [receiver, sender] = [await bind(), await bind()]
    const unread = new ArrayBuffer(flowControl.socketWindow)
    page.postData('udp', { kind: 'data', socketId: receiver.id, bufferSize: 4096, data: unread })
    await sender.send(Buffer.from('hello'), '127.0.0.1', receiver.address?.localPort ?? 0)
    await settle()
    const datagrams = (): unknown[] => port.records.filter(({ kind }) => kind === 'datagram')
    expect(datagrams()).toEqual([])
    scope.acknowledge(page, { kind: 'took', stream: 'tcp', socketId: receiver.id, bytes: 1 })
    await settle()
    expect(datagrams()).toEqual([])
    scope.acknowledge(page, { kind: 'took', stream: 'udp', socketId: receiver.id, bytes: 1 })
    await until('received', () => datagrams().length === 1)
    expect(datagrams()[0]).toMatchObject({ socketId: receiver.id, data: { byteLength: 5 } })
  })

  it('goes with the last page unless it is persistent, and with the app in any case', async () => {
    const { page } = addPage(scope)
    const [lost, kept] = [await bind(), await bind()]
    const ports = [lost, kept].map(({ address }) => address?.localPort ?? 0)
    kept.update({ persistent: true })
    scope.removePage(page)
    expect(scope.udp.list()).toEqual([kept])
    expect(await Promise.all(ports.map(isBound))).toEqual([false, true])
    scope.dispose()
    expect(scope.udp.list()).toEqual([])
    expect(await isBound(ports[1] ?? 0)).toBe(false)
  })
})
