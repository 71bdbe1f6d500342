import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchApp } from '../support/electron/launch.ts'
import { until } from '../support/until.ts'
import type { RunningApp } from '../support/electron/launch.ts'
import { TcpPeer } from '../support/sockets/tcp-peer.ts'

let running: RunningApp

beforeAll(async () => {
  running = await launchApp()
})

afterAll(() => running.close())

it('the main process sees the sockets of its pages, and hears what happens to them', async () => {
  await running.app.evaluate(() => {
    const seen: string[] = []
    Object.assign(globalThis, { seen })
    const { events } = globalThis.handle
    events.on('opened', ({ namespace, socketId }) => seen.push(`opened ${namespace} ${socketId}`))
    events.on('accepted', (client, server) => seen.push(`accepted ${client.socketId} at ${server.localPort}`))
    events.on('error', ({ operation, message }) => seen.push(`error ${operation} ${message}`))
    events.on('refused', (refusal) => seen.push(`refused ${refusal.reason}`))
    events.on('closed', ({ namespace, bytesReceived, bytesSent }) =>
      seen.push(`closed ${namespace} ${bytesReceived} ${bytesSent}`),
    )
  })
  const page = await running.open()
  const { port } = await page.evaluate(() => {
    window.echo()
    return window.serve({ name: 'echo' })
  })
  const peer = await TcpPeer.connect(port)
  peer.write('hello')
  await until('echoed', () => peer.text === 'hello')
  const readReports = () =>
    running.app.evaluate(() => [globalThis.handle.sockets(), globalThis.test.listSockets()] as const)
  // What is sent counts when the system says so, and the peer can be quicker.
  await until('counted', async () => (await readReports())[0].some(({ bytesSent }) => bytesSent === 5))
  const reports = await readReports()
  expect(reports[0]).toMatchObject([
    { namespace: 'tcpServer', name: 'echo', state: 'listening', localPort: port, heldConnections: 0 },
    { namespace: 'tcp', state: 'connected', bytesReceived: 5, bytesSent: 5, peerPort: peer.socket.localPort },
  ])
  expect(reports[1]).toEqual(reports[0])
  await page.evaluate(async () => {
    const { socketId } = await chrome.sockets.udp.create()
    await new Promise<void>((resolve) =>
      chrome.sockets.udp.bind(socketId, '127.0.0.1', 0, () => resolve(void chrome.runtime.lastError)),
    )
  })
  peer.socket.destroy()
  const read = (): Promise<string[]> =>
    running.app.evaluate(() => Reflect.get(globalThis, 'seen') as string[])
  await until('ended', async () => (await read()).length === 5)
  await page.close()
  await until('closed', async () => (await read()).length === 8)
  expect(await read()).toEqual([
    'opened tcpServer 1',
    `accepted 1 at ${port}`,
    'opened udp 1',
    'refused permission',
    'error receive net::ERR_CONNECTION_CLOSED',
    'closed tcpServer 0 0',
    'closed tcp 5 5',
    'closed udp 0 0',
  ])
  expect(await running.app.evaluate(() => globalThis.handle.sockets())).toEqual([])
})
