import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { makeUserData, startAgain } from '../support/electron/launch-chrome-app.ts'
import { writeChromeApp } from '../support/electron/write-chrome-app.ts'
import { root } from '../support/root.ts'

/** Without Playwright, whose pages have no size of their own: it has them be pictured all the time. */
const main = `
const { app } = require('electron')
const { runChromeApp } = require(${JSON.stringify(path.join(root, 'dist/app.cjs'))})
app.on('web-contents-created', (_event, contents) =>
  contents.on('console-message', (_event, _level, message) => {
    if (!message.startsWith('outcome:')) return
    console.log(message)
    app.exit()
  }),
)
void runChromeApp({ directory: process.argv.at(-1), files: [] })
`

const scriptOfWindow = `
const draw = (width, height) =>
  'data:text/html,<!doctype html><style>body { margin: 0 }</style><div style="width:' + width + 'px; height:' + height + 'px">'
const show = (attributes) => {
  const view = document.createElement('webview')
  for (const [name, value] of Object.entries(attributes)) view.setAttribute(name, value)
  document.body.replaceChildren(view)
  return view
}
const next = (view, name = 'sizechanged') =>
  new Promise((resolve) => {
    view.addEventListener(name, ({ isTrusted, ...fields }) => resolve(fields), { once: true })
  })
const measure = ({ offsetHeight, offsetWidth }) => [offsetWidth, offsetHeight]
const rootOf = (view) => Reflect.get(Element.prototype, 'shadowRoot', view)
const tell = async () => {
  const limits = { minwidth: '100', maxwidth: '500', minheight: '50', maxheight: '350' }
  const view = show({ ...limits, autosize: '', src: draw(400, 250) })
  const told = [await next(view)]
  view.maxwidth = '350.5'
  told.push(measure(view), view.maxwidth)
  view.src = draw(10, 20)
  told.push(await next(view))
  view.autosize = false
  view.style.width = '200px'
  view.src = draw(300, 300)
  await next(view, 'loadstop')
  told.push(measure(view))
  view.autosize = true
  while (String(measure(view)) !== '300,300') await next(view)
  const { maxheight, ...few } = limits
  const other = show({ ...few, autosize: '', src: draw(400, 250) })
  await next(other, 'loadstop')
  told.push(measure(other), other.autosize, other.maxheight)
  const { backgroundColor } = getComputedStyle(rootOf(other).querySelector('iframe'))
  other.allowtransparency = true
  told.push(backgroundColor, getComputedStyle(rootOf(other).querySelector('iframe')).backgroundColor)
  console.log('outcome:' + JSON.stringify(told))
}
addEventListener('load', tell)
`

it('a <webview> with autosize is as large as its page, within limits', async () => {
  const userData = makeUserData()
  const folder = writeChromeApp(
    "chrome.app.runtime.onLaunched.addListener(() => chrome.app.window.create('window.html'))",
    {
      manifest: { permissions: ['webview'] },
      files: {
        'main.cjs': main,
        'window.html': '<!doctype html><body><script src="window.js"></script>',
        'window.js': scriptOfWindow,
      },
    },
  )
  const { output } = await startAgain(folder, userData, [], path.join(folder, 'main.cjs'))
  for (const place of [userData, folder]) fs.rmSync(place, { recursive: true, force: true })
  const outcome: unknown = JSON.parse(/^outcome:(.*)$/m.exec(output)?.[1] ?? JSON.stringify(output))
  const sizeOf = (oldWidth: number, oldHeight: number, newWidth: number, newHeight: number): object => ({
    oldHeight,
    oldWidth,
    newHeight,
    newWidth,
  })
  expect(outcome).toEqual([
    sizeOf(300, 300, 400, 250),
    [350, 250],
    350,
    sizeOf(350, 250, 100, 50),
    [200, 50],
    [300, 300],
    true,
    0,
    'rgb(255, 255, 255)',
    'rgba(0, 0, 0, 0)',
  ])
})
