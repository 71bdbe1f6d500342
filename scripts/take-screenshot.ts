import { createRequire } from 'node:module'
import { _electron } from 'playwright-core'

// Makes the README's picture: the demo with a little traffic. With a folder as argument, also what it looks like there
// in light and dark, wide and narrow, and the inspector beside it: to be looked at after a change.
const port = 8887
const paths = ['/', '/time', '/headers', '/favicon.ico', '/notes.txt', '/time', '/']
const sizes = { wide: { width: 1040, height: 720 }, narrow: { width: 420, height: 760 } }
const [folder] = process.argv.slice(2)

const app = await _electron.launch({
  executablePath: createRequire(import.meta.url)('electron') as string,
  args: ['--force-device-scale-factor=1', 'examples/web-server/main.js', '--port', String(port)],
})
const page = await app.firstWindow()
await page.waitForFunction(() => document.title.includes('http://'))
for (const path of paths) await fetch(`http://127.0.0.1:${port}${path}`).then((response) => response.text())
await fetch(`http://127.0.0.1:${port}/echo`, { method: 'POST', body: 'Hello from outside' })
await page.waitForTimeout(1500)
await page.screenshot({ path: 'docs/web-server.png' })
console.log('wrote docs/web-server.png')

async function takeAll(target: string): Promise<void> {
  const opened = app.waitForEvent('window')
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'F12' })
  })
  const pages = { demo: page, inspector: await opened }
  await page.waitForTimeout(1000)
  for (const [name, window] of Object.entries(pages)) {
    for (const [width, size] of Object.entries(sizes)) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await window.setViewportSize(size)
        await window.emulateMedia({ colorScheme })
        await window.waitForTimeout(300)
        await window.screenshot({ path: `${target}/${name}-${width}-${colorScheme}.png` })
      }
    }
  }
}

if (folder !== undefined) await takeAll(folder)
await app.close()
