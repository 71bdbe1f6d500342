import fs from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { TcpServerHost } from '../../../../src/main/sockets/tcp-server-socket.ts'
import { TcpServerSocket } from '../../../../src/main/sockets/tcp-server-socket.ts'
import { hasSpareDescriptor } from '../../../../src/main/sockets/spare-descriptor.ts'
import { closeConnections, track } from '../../../support/sockets/connected-pair.ts'
import { plenty } from '../../../support/sockets/plenty.ts'
import { TcpPeer } from '../../../support/sockets/tcp-peer.ts'
import { until } from '../../../support/until.ts'

afterEach(() => {
  vi.restoreAllMocks()
  closeConnections()
})

function refuse(code: string): void {
  vi.spyOn(fs, 'openSync').mockImplementation(() => {
    throw Object.assign(new Error(code), { code })
  })
}

describe('a spare descriptor', () => {
  it('is there as long as a file can be opened, and is closed again', () => {
    const close = vi.spyOn(fs, 'closeSync')
    const open = vi.spyOn(fs, 'openSync')
    expect([hasSpareDescriptor(), hasSpareDescriptor()]).toEqual([true, true])
    const opened = open.mock.results.map(({ value }) => value as number)
    expect(close.mock.calls.map(([descriptor]) => descriptor)).toEqual(opened)
  })

  it.each([
    ['EMFILE', false],
    ['ENFILE', false],
    ['EACCES', true],
    ['ENOENT', true],
  ])('where the system says %s: %s', (code, expected) => {
    refuse(code)
    expect(hasSpareDescriptor()).toBe(expected)
  })
})

it('a server that has none left says so once and pauses, and goes on when it is told to', async () => {
  const [accepted, errors]: [number[], number[]] = [[], []]
  const host: TcpServerHost = {
    descriptors: plenty,
    askToAccept: () => 'ready',
    accept: (_server, client) => {
      accepted.push(client.remotePort ?? 0)
      track(TcpPeer.adopt(client))
    },
    acceptError: (_server, code) => errors.push(code),
    refuse: () => {},
    closeInTurns: (closes) => {
      for (const close of closes) close()
    },
  }
  const server = new TcpServerSocket(1, host, 4096)
  await server.listen('127.0.0.1', 0, undefined)
  const port = server.address?.localPort ?? 0
  refuse('EMFILE')
  const first = track(await TcpPeer.connect(port))
  await until('failed', () => errors.length > 0)
  const second = track(await TcpPeer.connect(port))
  await until('connected', () => second.socket.readyState === 'open')
  expect([errors, server.paused, accepted]).toEqual([[-12], true, [first.socket.localPort]])
  vi.restoreAllMocks()
  server.setPaused(false)
  await until('goes on', () => accepted.length === 2)
  expect(accepted[1]).toBe(second.socket.localPort)
  server.disconnect()
})
