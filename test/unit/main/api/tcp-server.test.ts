import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tcpServer } from '../../../../src/main/api/tcp-server.ts'
import type { Scope } from '../../../../src/main/app/scope.ts'
import type { TcpServerSocket } from '../../../../src/main/sockets/tcp-server-socket.ts'
import { isListening } from '../../../support/tcp-peer.ts'
import { createScope } from '../../../support/test-scope.ts'

let scope: Scope
let socket: TcpServerSocket

beforeEach(() => {
  scope = createScope()
  expect(tcpServer.create(scope, { name: 'n' })).toEqual({ ok: true, args: [{ socketId: 1 }] })
  socket = scope.tcpServer.list()[0] as TcpServerSocket
})

afterEach(() => scope.dispose())

const info = async (): Promise<object> => {
  const [result] = (await tcpServer.getInfo(scope, socket)).args
  return result as object
}

describe('a server socket', () => {
  it('is idle and not persistent to begin with', async () => {
    await tcpServer.create(scope, undefined)
    expect(await tcpServer.getSockets(scope)).toEqual({
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
    expect(await tcpServer.listen(scope, socket, '127.0.0.1', 0, undefined)).toEqual({ ok: true, args: [0] })
    expect(Object.keys(await info())).toEqual([
      'localAddress',
      'localPort',
      'name',
      'paused',
      'persistent',
      'socketId',
    ])
    await tcpServer.disconnect(scope, socket)
    expect(await info()).not.toHaveProperty('localPort')
  })

  it('forgets its name when it is made empty', async () => {
    await tcpServer.update(scope, socket, { name: '', persistent: true })
    expect(await info()).toEqual({ paused: false, persistent: true, socketId: 1 })
  })

  it('frees its port when it is closed, and is gone', async () => {
    await tcpServer.listen(scope, socket, '127.0.0.1', 0, undefined)
    const port = socket.address?.localPort ?? 0
    expect(tcpServer.close(scope, socket)).toEqual({ ok: true, args: [] })
    expect(scope.tcpServer.list()).toEqual([])
    expect(await isListening(port)).toBe(false)
  })

  it('answers with code and text when it cannot listen', async () => {
    expect(await tcpServer.listen(scope, socket, 'localhost', 0, undefined)).toEqual({
      ok: false,
      message: 'net::ERR_INVALID_ARGUMENT',
      args: [-4],
    })
  })
})
