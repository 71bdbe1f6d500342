import { createRequire } from 'node:module'
import { _electron } from 'playwright-core'

// Makes the README's picture: the demo with a little traffic.
const port = 8887
const paths = ['/', '/time', '/headers', '/favicon.ico', '/notes.txt', '/time', '/']

const app = await _electron.launch({
  executablePath: createRequire(import.meta.url)('electron') as string,
  args: ['examples/web-server/main.js', '--port', String(port), '--force-device-scale-factor=1'],
})
const page = await app.firstWindow()
await page.waitForFunction(() => document.title.includes('http://'))
for (const path of paths) await fetch(`http://127.0.0.1:${port}${path}`).then((response) => response.text())
await fetch(`http://127.0.0.1:${port}/echo`, { method: 'POST', body: 'Hello from outside' })
await page.waitForTimeout(500)
await page.screenshot({ path: 'docs/web-server.png' })
await app.close()
console.log('wrote docs/web-server.png')
