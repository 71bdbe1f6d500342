import { afterEach, describe, it, vi } from 'vitest'
import { tcp } from '../../../../src/main/api/tcp.ts'
import type { App } from '../../../../src/main/app/app.ts'
import { admit, release } from '../../../../src/main/calls/admission.ts'
import { Payload } from '../../../../src/main/calls/payload.ts'
import type { Loan } from '../../../../src/main/calls/payload.ts'
import { TcpSocket } from '../../../../src/main/sockets/tcp-socket.ts'
import { expectLimitToComeBack } from '../../../support/limits.ts'
import { ApiRig } from '../../../support/pages/api-rig.ts'
import { addPage, createApp, createLimitedApp } from '../../../support/pages/test-app.ts'
import { closeConnections, connectPair } from '../../../support/sockets/connected-pair.ts'
import { until } from '../../../support/until.ts'

let app: App

afterEach(() => {
  vi.restoreAllMocks()
  app.dispose()
  closeConnections()
})

const closeAll = (): void => {
  for (const table of app.tables) for (const socket of table.removeAll(() => true)) socket.destroy()
}

describe('a budget of an app comes back whole, and is no larger then', () => {
  it.each(['tcp', 'tcpServer', 'udp'] as const)('sockets of %s', async (namespace) => {
    app = createLimitedApp({ sockets: 3 })
    const rig = new ApiRig(app)
    await expectLimitToComeBack({
      limit: 3,
      take: async () => (await rig.call(`${namespace}.create`, {}))[0] === undefined,
      giveBack: closeAll,
    })
  })

  it('the characters of names', async () => {
    app = createApp()
    const name = 'x'.repeat(4096)
    await expectLimitToComeBack({
      limit: (16 * 1024 * 1024) / name.length,
      take: async () => (await tcp.create(app, { name })).ok,
      giveBack: closeAll,
    })
  })

  it.each([0, -2])('bytes that are to be sent, answered %i', async (code) => {
    app = createLimitedApp({ writeQuota: 50 })
    const finishing: ((code: number) => void)[] = []
    vi.spyOn(TcpSocket.prototype, 'send').mockImplementation((_data, finish) => void finishing.push(finish))
    const rig = new ApiRig(app)
    const id = await rig.create('tcp')
    await expectLimitToComeBack({
      limit: 5,
      take: async () => {
        const before = finishing.length
        const answers = rig.port.replies.length
        void rig.call('tcp.send', id, new ArrayBuffer(10))
        await until('taken or refused', () => finishing.length > before || rig.port.replies.length > answers)
        return finishing.length > before
      },
      giveBack: async () => {
        const expected = rig.port.replies.length + finishing.length
        for (const finish of finishing.splice(0)) finish(code)
        await until('answered', () => rig.port.replies.length === expected)
      },
    })
  })

  it('calls that wait', async () => {
    app = createLimitedApp({ pendingCalls: 4 })
    const { page } = addPage(app)
    const demand = { calls: 1, bytes: 1 }
    await expectLimitToComeBack({
      limit: 4,
      take: () => admit(app, page, demand) === undefined,
      giveBack: () => {
        for (let i = 0; i < 4; i += 1) release(app, page, demand)
      },
    })
  })

  it('messages that are kept for a few of their bytes', async () => {
    app = createApp()
    const size = 4 * 1024 * 1024
    const loans: Loan[] = []
    await expectLimitToComeBack({
      limit: 4,
      take: () => {
        const memory = new ArrayBuffer(size)
        const payload = new Payload(memory)
        payload.addUser()
        const loan = payload.lend(0, 1, app.heldMessages)
        loans.push(loan)
        return loan.bytes.buffer === memory
      },
      giveBack: () => {
        for (const loan of loans.splice(0)) loan.end(true)
      },
    })
  })

  it('connections that linger', async () => {
    app = createLimitedApp({ sockets: 3 })
    await expectLimitToComeBack({
      limit: 3,
      take: async () => {
        const { peer, socket: connection } = await connectPair()
        peer.socket.pause()
        const socket = app.tcp.add((id) => new TcpSocket(id, app.delivery, connection))
        socket?.send(new Uint8Array(16 * 1024 * 1024), () => {})
        if (socket !== undefined) app.tcp.remove(socket)
        socket?.disconnect()
        return !connection.destroyed
      },
      giveBack: async () => {
        app.lingering.destroy()
        await until('closed', () => app.lingering.size === 0)
      },
    })
  })
})
