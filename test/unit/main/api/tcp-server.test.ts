import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tcpServer } from '../../../../src/main/api/tcp-server.ts'
import type { App } from '../../../../src/main/app/app.ts'
import type { TcpServerSocket } from '../../../../src/main/sockets/tcp-server-socket.ts'
import { isListening } from '../../../support/sockets/tcp-peer.ts'
import { createApp } from '../../../support/pages/test-app.ts'

let app: App
let socket: TcpServerSocket

beforeEach(() => {
  app = createApp()
  expect(tcpServer.create(app, { name: 'n' })).toEqual({ ok: true, args: [{ socketId: 1 }] })
  socket = app.tcpServer.list()[0] as TcpServerSocket
})

afterEach(() => app.dispose())

const info = async (): Promise<object> => {
  const [result] = (await tcpServer.getInfo(app, socket)).args
  return result as object
}

describe('a server socket', () => {
  it('is idle and not persistent to begin with', async () => {
    await tcpServer.create(app, undefined)
    expect(await tcpServer.getSockets(app)).toEqual({
      ok: true,
      args: [
        [
          { name: 'n', paused: false, persistent: false, socketId: 1 },
          { paused: false, persistent: false, socketId: 2 },
        ],
      ],
    })
  })

  it('tells its address while it listens, keys in the order of Chrome', async () => {
    expect(await tcpServer.listen(app, socket, '127.0.0.1', 0, undefined)).toEqual({ ok: true, args: [0] })
    expect(Object.keys(await info())).toEqual([
      'localAddress',
      'localPort',
      'name',
      'paused',
      'persistent',
      'socketId',
    ])
    await tcpServer.disconnect(app, socket)
    expect(await info()).not.toHaveProperty('localPort')
  })

  it('forgets its name when it is made empty', async () => {
    await tcpServer.update(app, socket, { name: '', persistent: true })
    expect(await info()).toEqual({ paused: false, persistent: true, socketId: 1 })
  })

  it('frees its port when it is closed, and is gone', async () => {
    await tcpServer.listen(app, socket, '127.0.0.1', 0, undefined)
    const port = socket.address?.localPort ?? 0
    expect(tcpServer.close(app, socket)).toEqual({ ok: true, args: [] })
    expect(app.tcpServer.list()).toEqual([])
    expect(await isListening(port)).toBe(false)
  })

  it('answers with code and text when it cannot listen', async () => {
    expect(await tcpServer.listen(app, socket, 'localhost', 0, undefined)).toEqual({
      ok: false,
      message: 'net::ERR_INVALID_ARGUMENT',
      args: [-4],
    })
  })
})
