import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningApp } from '../support/electron/launch.ts'
import { launchSecurityApp, readFaults, readLog } from '../support/electron/security-app.ts'

let running: RunningApp
let page: Page

beforeAll(async () => {
  running = await launchSecurityApp()
  await running.app.evaluate(() => {
    const { createLogger, installChromeSockets } = globalThis.security
    const manifest = {
      sockets: { tcp: { connect: '*' }, tcpServer: { listen: '*' }, udp: { bind: '*', send: '*' } },
    }
    installChromeSockets({ manifest, origins: ['app://one'], logger: createLogger('one') })
  })
  page = await running.open('about:blank')
})

afterAll(() => running.close())

/** What the page has written down; read from another world, for its own can be trusted with nothing. */
async function play(query: string): Promise<string[]> {
  await page.goto(`app://one/world.html?${query}`)
  const result = page.locator('html[data-result]')
  await result.waitFor({ state: 'attached', timeout: 3000 }).catch(() => {
    throw new Error(`no result; the app has written: ${running.output().slice(-800)}`)
  })
  return (await result.getAttribute('data-result'))?.trimEnd().split('\n') ?? []
}

const expected = [
  'listening: 0',
  'resolved: server',
  'connected: 0',
  'sent: 3',
  'received: 1 2 3',
  'still listening: false',
  'failed: Socket not found',
  'rejected: Socket not found',
  'threw: Error in invocation of sockets.tcp.close(integer socketId, optional function callback): No matching signature.',
  'datagram: 1 2 3 from 127.0.0.1',
  'foreign: ',
  'looked around',
]

describe('the API works and nothing of the preload can be reached', () => {
  it.each(['none', 'own', 'strict', 'trusted'])('under the policy %s', async (policy) => {
    expect(await play(`csp=${policy}`)).toEqual(expected)
  })

  const attacks =
    'functions promises arrays indices collections ports events setters values reflection bytes texts errors time'
  const moments = ['first', 'midway']
  const variants = attacks.split(' ').flatMap((attack) => moments.map((when) => [attack, when]))

  it.each(variants)('in a page that spoils %s, %s', async (attack, when) => {
    expect(await play(`attack=${attack}&when=${when}&manner=throw`)).toEqual(expected)
  })

  it.each(moments)('in a page that looks at everything that passes, %s', async (when) => {
    expect(await play(`attack=everything&when=${when}&manner=spy`)).toEqual(expected)
  })
})

it('nothing of all that was worth a word, or an error of the main process', async () => {
  expect(await readLog(running, 'one')).toEqual([])
  expect(await readFaults(running)).toEqual([])
})
