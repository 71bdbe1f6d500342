import { once } from 'node:events'
import net from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { makeNetHost } from '../../../bench/apps/common/net-host.ts'
import type { Open } from '../../../bench/client/connect.ts'
import { connect } from '../../../bench/client/connect.ts'
import { echo } from '../../../bench/client/loads/echo.ts'
import { http } from '../../../bench/client/loads/http.ts'
import { ping } from '../../../bench/client/loads/ping.ts'
import { pull } from '../../../bench/client/loads/pull.ts'
import { push } from '../../../bench/client/loads/push.ts'
import { short } from '../../../bench/client/loads/short.ts'
import { makeServerApi } from '../../../bench/server/server-api.ts'

const span = { warmUp: 20, duration: 150 }
const to =
  (port: number): Open =>
  (onData) =>
    connect(port, onData)
const right = makeServerApi(makeNetHost())
let wrong: net.Server | undefined

/** A server that does something to the connections it accepts. */
async function serveWrongly(act: (socket: net.Socket) => void): Promise<number> {
  wrong = net.createServer((socket) => {
    socket.on('error', () => {})
    act(socket)
  })
  wrong.listen(0, '127.0.0.1')
  await once(wrong, 'listening')
  return (wrong.address() as net.AddressInfo).port
}

const flip = (data: Buffer): Buffer =>
  Buffer.from(data.map((byte, index) => (index === 40 ? byte ^ 1 : byte)))

afterEach(async () => {
  await right.stop()
  wrong?.close()
})

describe('loads with a server that works', () => {
  it('count what comes back', async () => {
    expect(await echo(await right.start('echo'), 3, span)).toBeGreaterThan(0)
  })

  it('count what goes one way', async () => {
    expect(await push(to(await right.start('sink')), span)).toBeGreaterThan(0)
    await right.stop()
    expect(await pull(to(await right.start('source')), span)).toBeGreaterThan(0)
  })

  it('measure round trips', async () => {
    const { p50, p99 } = await ping(await right.start('echo'), span)
    expect(p50).toBeGreaterThan(0)
    expect(p99).toBeGreaterThanOrEqual(p50)
  })

  it('count requests and connections', async () => {
    expect(await http(await right.start('http'), 4, span)).toBeGreaterThan(0)
    await right.stop()
    expect(await short(await right.start('short'), 4, span)).toBeGreaterThan(0)
    expect(right.report()).toBeGreaterThan(4)
  })
})

describe('loads with a server that does not work', () => {
  it('notice wrong bytes', async () => {
    const port = await serveWrongly((socket) => socket.on('data', (data) => socket.write(flip(data))))
    await expect(echo(port, 1, span)).rejects.toThrow('wrong bytes after')
    await expect(ping(port, span)).rejects.toThrow('wrong bytes')
    await expect(http(port, 2, span)).rejects.toThrow('a wrong answer')
    await expect(pull(to(port), span)).rejects.toThrow('wrong bytes')
  })

  it('notice closed connections', async () => {
    const port = await serveWrongly((socket) => socket.once('data', () => socket.destroy()))
    await expect(echo(port, 2, span)).rejects.toThrow(/closed|ECONNRESET|EPIPE/)
    await expect(ping(port, span)).rejects.toThrow('closed')
    await expect(short(port, 2, span)).rejects.toThrow('the answer was ""')
    await expect(http(port, 2, span)).rejects.toThrow('closed')
  })

  it('notice a server that has found wrong bytes', async () => {
    const port = await right.start('sink')
    const spoiled: Open = async (onData) => {
      const peer = await connect(port, onData)
      peer.socket.write('x')
      return peer
    }
    await expect(push(spoiled, span)).rejects.toThrow(/closed|ECONNRESET|EPIPE/)
  })

  it('notice a server that counts more than it was sent', async () => {
    const report = Buffer.from(new Float64Array([1e12]).buffer)
    const port = await serveWrongly((socket) => socket.on('data', () => socket.write(report)))
    await expect(push(to(port), span)).rejects.toThrow('more was received than sent')
  })
})
