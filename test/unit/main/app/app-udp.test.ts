import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Page } from '../../../../src/main/page/page.ts'
import type { App } from '../../../../src/main/app/app.ts'
import { UdpSocket } from '../../../../src/main/sockets/udp-socket.ts'
import { flowControl } from '../../../../src/renderer-types/wire.ts'
import { addPage, createApp, keepUp } from '../../../support/pages/test-app.ts'
import { settle, takeTurns, until } from '../../../support/until.ts'

let app: App

beforeEach(() => {
  app = createApp()
})

afterEach(() => {
  app.dispose()
  expect(app.udp.list()).toEqual([])
})

describe('a UDP socket', () => {
  async function bind(): Promise<UdpSocket> {
    const socket = app.udp.add((id) => new UdpSocket(id, app.delivery))
    if (socket === undefined) throw new Error('full')
    expect(await socket.bind('127.0.0.1', 0)).toBe(0)
    return socket
  }

  /** Whether the socket of that id still has its port. */
  async function isBound(port: number): Promise<boolean> {
    const socket = new UdpSocket(99, app.delivery)
    const code = await socket.bind('127.0.0.1', port)
    socket.destroy()
    return code === -147
  }

  const fill = (page: Page, socketId: number): void =>
    page.postDatagram({
      kind: 'datagram',
      socketId,
      data: new ArrayBuffer(flowControl.datagramWindow),
      remoteAddress: '127.0.0.1',
      remotePort: 9,
    })

  it('waits until the page has dealt with what came before, and no longer', async () => {
    const { page, port } = addPage(app, 'udp.onReceive')
    const [receiver, sender] = [await bind(), await bind()]
    fill(page, receiver.id)
    await takeTurns(1)
    await sender.send(Buffer.from('hello'), '127.0.0.1', receiver.address?.localPort ?? 0)
    await settle()
    expect(port.records).toHaveLength(1)
    app.acknowledge(page, 0)
    await settle()
    expect(port.records).toHaveLength(1)
    app.acknowledge(page, 1)
    await until('received', () => port.records.length === 2)
    expect(port.records[1]).toMatchObject({ socketId: receiver.id, data: { byteLength: 5 } })
  })

  it('does not wait for what another socket has brought, nor a TCP socket of the same id', async () => {
    const { page, port } = addPage(app, 'udp.onReceive')
    const [receiver, sender] = [await bind(), await bind()]
    fill(page, sender.id)
    page.postData(receiver.id, 4096, Buffer.alloc(flowControl.socketWindow))
    await sender.send(Buffer.from('hello'), '127.0.0.1', receiver.address?.localPort ?? 0)
    await settle()
    keepUp(app, { page, port })
    const datagrams = (): unknown[] => port.records.filter(({ kind }) => kind === 'datagram')
    await until('received', () => datagrams().length === 2)
    expect(datagrams()[1]).toMatchObject({ socketId: receiver.id })
  })

  it('goes with the last page unless it is persistent, and with the app in any case', async () => {
    const { page } = addPage(app)
    const [lost, kept] = [await bind(), await bind()]
    const ports = [lost, kept].map(({ address }) => address?.localPort ?? 0)
    kept.update({ persistent: true })
    app.removePage(page)
    expect(app.udp.list()).toEqual([kept])
    expect(await Promise.all(ports.map(isBound))).toEqual([false, true])
    app.dispose()
    expect(app.udp.list()).toEqual([])
    expect(await isBound(ports[1] ?? 0)).toBe(false)
  })
})
