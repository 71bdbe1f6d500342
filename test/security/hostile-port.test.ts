import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { itemKinds } from '../../src/renderer-types/wire.ts'
import { appFolder, launchApp } from '../support/electron/launch.ts'
import { until } from '../support/until.ts'
import type { RunningApp } from '../support/electron/launch.ts'
import { TcpPeer } from '../support/sockets/tcp-peer.ts'

const junkMessages = 5000
const refusal = 'electron-chrome-sockets: refused a malformed'

let running: RunningApp
let honest: Page
let hostile: Page

beforeAll(async () => {
  running = await launchApp()
  honest = await running.open()
  hostile = await running.open('page.html', { preload: path.join(appFolder, 'hostile-preload.cjs') })
})

afterAll(() => running.close())

const countRefusals = (): number => running.output().split(refusal).length - 1

async function echoThrough(page: Page): Promise<void> {
  const server = await page.evaluate(() => {
    window.echo()
    return window.serve()
  })
  const peer = await TcpPeer.connect(server.port)
  peer.write('still there?')
  await until('echoed', () => peer.text === 'still there?')
  peer.socket.destroy()
}

describe('a renderer that was taken over', () => {
  it('says junk on a port of its own: that is reported once, and it has to open another one', async () => {
    await hostile.evaluate((count) => {
      window.hostile.open(1)
      window.hostile.sayJunk(count)
    }, junkMessages)
    await until('reported', () => countRefusals() > 0)
    const answer = await hostile.evaluate(() => {
      window.hostile.open(1)
      return window.hostile.call('tcpServer.create', {})
    })
    expect(answer).toEqual([itemKinds.done, expect.any(Number), { socketId: expect.any(Number) }])
    expect(countRefusals()).toBe(1)
  })

  it('does not disturb another page', async () => {
    await hostile.evaluate((count) => window.hostile.sayJunk(count), junkMessages)
    await echoThrough(honest)
  })

  it('may open port after port: the last one counts', async () => {
    const answer = await hostile.evaluate(() => {
      window.hostile.open(500)
      return window.hostile.call('tcp.getInfo', 999)
    })
    expect(answer).toMatchObject({ kind: 'failure', args: [], error: 'Socket not found' })
  })

  it('has the API again when its window is reloaded', async () => {
    // The sockets are the app's: the other page would echo, too.
    await honest.close()
    await hostile.reload()
    await echoThrough(hostile)
  })

  it('has failed to change or to break anything in the main process', async () => {
    expect(await running.app.evaluate(() => Reflect.get({}, 'polluted'))).toBeUndefined()
    expect(running.output()).not.toMatch(/failed unexpectedly|Uncaught|UnhandledPromise/)
  })
})
