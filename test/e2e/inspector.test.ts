import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp } from '../support/electron/launch.ts'
import type { RunningApp } from '../support/electron/launch.ts'
import { TcpPeer } from '../support/sockets/tcp-peer.ts'
import { until } from '../support/until.ts'

const markup = '<img src=x onerror="document.title=1">'

let running: RunningApp
let page: Page
let inspector: Page

async function openInspector(): Promise<Page> {
  const opened = running.app.waitForEvent('window')
  await running.app.evaluate(() => globalThis.handle.openInspector())
  return opened
}

/** The rows of the table, cells with a bar between them. */
const readRows = (): Promise<string[]> =>
  inspector.evaluate(() =>
    [...document.querySelectorAll('#rows tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent).join('|'),
    ),
  )

/** Whether all of its text is to be seen, be it in several lines. */
function isWhole(cell: Element): boolean {
  const { paddingLeft, paddingRight } = getComputedStyle(cell)
  const range = document.createRange()
  range.selectNodeContents(cell)
  const around = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight)
  const room = cell.getBoundingClientRect().width - around
  return [...range.getClientRects()].every(({ width }) => width < room + 1)
}

async function untilRow(pattern: RegExp): Promise<void> {
  await until(String(pattern), async () => (await readRows()).some((row) => pattern.test(row)))
}

beforeAll(async () => {
  running = await launchApp()
  page = await running.open()
  inspector = await openInspector()
})

afterAll(() => running.close())

describe('the inspector', () => {
  it('shows sockets, what waits and why, rates and refusals', async () => {
    const { port } = await page.evaluate((name) => window.serve({ name }), markup)
    await untilRow(
      new RegExp(`^tcpServer 1\\|${markup}\\|listening\\|127.0.0.1:${port}\\|\\|.*\\|nobody listens$`),
    )
    const peer = await TcpPeer.connect(port)
    await untilRow(/^tcpServer 1\|.*\|1 client: nobody listens$/)
    await page.evaluate(() => window.record())
    await untilRow(
      new RegExp(
        `^tcp 1\\|\\|connected\\|127.0.0.1:${port}\\|127.0.0.1:${peer.socket.localPort}\\|.*\\|paused$`,
      ),
    )
    await page.evaluate(() => window.call('tcp.setPaused', 1, false))
    const timer = setInterval(() => peer.write('x'.repeat(1000)), 20)
    await untilRow(/^tcp 1\|.*\|[1-9][\d.]* kB\/s\|0 B\/s\|$/)
    clearInterval(timer)
    await page.evaluate(async () => {
      const { socketId } = await chrome.sockets.udp.create()
      await window.call('udp.bind', socketId, '127.0.0.1', 53)
    })
    await until('refusal', async () =>
      /Refused\s*udp\.bind of 127\.0\.0\.1:53, socket 1: not permitted/.test(
        (await inspector.textContent('#notices')) ?? '',
      ),
    )
    expect(await inspector.textContent('#total-sockets')).toBe('3')
    expect(await inspector.evaluate(() => document.images.length)).toBe(0)
  })

  it('shows where a server is, and who a client is, in a window of any width', async () => {
    const [server, client] = [1, 2].map((index) => inspector.locator(`#rows tr:nth-child(${index})`))
    for (const width of [1200, 1000, 400, 380]) {
      await inspector.setViewportSize({ width, height: 400 })
      for (const cell of [server?.locator('.local'), client?.locator('.peer')]) {
        expect([width, await cell?.isVisible()]).toEqual([width, true])
        expect([width, await cell?.evaluate(isWhole)]).toEqual([width, true])
      }
    }
  })

  it('is used with the keyboard', async () => {
    await inspector.keyboard.press('/')
    await inspector.keyboard.type('LISTENING')
    expect((await readRows()).map((row) => row.split('|')[0])).toEqual(['tcpServer 1'])
    await inspector.keyboard.press('Escape')
    await inspector.keyboard.press('Shift+Tab')
    for (let i = 0; i < 3; i += 1) await inspector.keyboard.press('ArrowDown')
    expect((await readRows()).map((row) => row.split('|')[0])).toEqual(['udp 1'])
    await inspector.keyboard.press('Tab')
    await inspector.keyboard.press('Tab')
    expect(await inspector.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Sockets')
    await inspector.getByRole('button', { name: 'Clear' }).press('Enter')
    expect(await inspector.textContent('#notices')).toBe('')
    await inspector.getByRole('radio', { name: 'All' }).check({ force: true })
  })

  it('is light or dark as the system is', async () => {
    const grounds: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await inspector.emulateMedia({ colorScheme })
      grounds.push(await inspector.evaluate(() => getComputedStyle(document.body).backgroundColor))
    }
    expect(grounds).toEqual(['rgb(255, 255, 255)', 'rgb(20, 22, 27)'])
  })

  it('is a world of its own', async () => {
    expect(
      await inspector.evaluate(() => [
        typeof window.chrome?.sockets,
        typeof window.electronChromeSockets,
        typeof Reflect.get(window, 'require'),
        window.origin,
      ]),
    ).toEqual(['undefined', 'undefined', 'undefined', 'null'])
    const isAlone = await running.app.evaluate(({ BrowserWindow }) => {
      const [one, other] = BrowserWindow.getAllWindows().map(({ webContents }) => webContents.session)
      return one !== other
    })
    expect(isAlone).toBe(true)
    const blocked = await inspector.evaluate(async () => {
      const script = document.createElement('script')
      const attempts = [
        () => fetch('http://127.0.0.1:9/'),
        () => (document.body.innerHTML = '<b>x</b>'),
        () => (script.text = 'x'),
      ]
      const results = attempts.map(async (attempt) => attempt())
      return (await Promise.allSettled(results)).map(({ status }) => status)
    })
    expect(blocked).toEqual(['rejected', 'rejected', 'rejected'])
    expect(await inspector.evaluate(() => window.open('https://other.test/') === null)).toBe(true)
    await inspector.evaluate(() => void (location.href = 'https://other.test/'))
    await inspector.waitForTimeout(300)
    expect(inspector.url()).toMatch(/^data:/)
  })

  it('is one window, which lives no longer than the installation', async () => {
    const count = (): Promise<number> =>
      running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
    await running.app.evaluate(() => globalThis.handle.openInspector())
    expect(await count()).toBe(2)
    // Keys of the debugger do not come by where Electron listens to them.
    await running.app.evaluate(({ BrowserWindow }) => {
      const shown = BrowserWindow.getAllWindows().find((window) => window.isVisible())
      shown?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'W', modifiers: ['control'] })
    })
    await until('closed', async () => (await count()) === 1)
    expect(await running.app.evaluate(() => globalThis.handle.events.eventNames())).toEqual([])
    inspector = await openInspector()
    await untilRow(/^tcpServer 1\|/)
    await running.app.evaluate(() => globalThis.handle.dispose())
    await until('gone', async () => (await count()) === 1)
    expect(running.output()).not.toContain('inspector failed')
  })
})
