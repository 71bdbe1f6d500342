import { createRequire } from 'node:module'
import path from 'node:path'
import { _electron } from 'playwright-core'
import { expect, it } from 'vitest'
import { withoutGpu } from '../support/electron/without-gpu.ts'
import { root } from '../support/root.ts'
import { TcpPeer } from '../support/sockets/tcp-peer.ts'
import { until } from '../support/until.ts'

it('the first example of the README echoes', async () => {
  const app = await _electron.launch({
    executablePath: createRequire(import.meta.url)('electron') as string,
    args: [...withoutGpu, path.join(root, 'examples/echo/main.js')],
  })
  const page = await app.firstWindow()
  await page.waitForFunction(() => document.body.textContent !== '')
  expect(await page.textContent('body')).toBe('Try: nc 127.0.0.1 7777')
  const peer = await TcpPeer.connect(7777)
  peer.write('hello')
  await until('echoed', () => peer.text === 'hello')
  peer.socket.end()
  await until('closed', () => page.evaluate(async () => (await chrome.sockets.tcp.getSockets()).length === 0))
  await app.close()
})
