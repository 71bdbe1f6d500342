import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findChromium, launchChromeApp, startChromeApp } from '../../test/conformance/driver/chromium.ts'
import { evaluate } from '../../test/conformance/driver/evaluate.ts'
import type { DevTools } from '../../test/conformance/driver/dev-tools.ts'
import { buildApp } from '../processes/build.ts'
import type { Authority } from '../processes/trust.ts'
import { fileAppSources } from './chrome-app.ts'
import { printCall } from './print-call.ts'
import type { FileServer, OpenApp, Remote, RunningSubject, Subject } from './subject.ts'

const loadLimit = 10_000
/** A socket and the ends of two data pipes, in the network service. */
const descriptorsPerConnection = 3

function findMissing(): string | undefined {
  try {
    findChromium(process.env)
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

/** The devtools may be there before the page has run its script. */
async function untilLoaded(tools: DevTools): Promise<void> {
  for (const end = Date.now() + loadLimit; Date.now() < end; await sleep(20))
    if ((await evaluate(tools, 'typeof bench')) === 'object') return
  throw new Error('the page has not loaded its script')
}

const fileApp = 'file-app'

async function serveFile(folder: string, file: string): Promise<FileServer> {
  const home = fs.mkdtempSync(`${folder}-home-`)
  const { browser, close, tools } = await launchChromeApp(path.join(folder, fileApp), home, [file])
  try {
    await untilLoaded(tools)
    const port = Number(await evaluate(tools, printCall('start', [])))
    return { port, pid: browser.pid, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Chromium takes no authority from its command line, but the key of a server that is to be believed. */
function trustServer(authority: Authority | undefined): string[] {
  return authority === undefined ? [] : [`--ignore-certificate-errors-spki-list=${authority.serverKeyHash}`]
}

async function launch(folder: string, authority?: Authority): Promise<RunningSubject> {
  const home = fs.mkdtempSync(`${folder}-home-`)
  const { browser, tools, close } = await startChromeApp(folder, home, trustServer(authority))
  try {
    await untilLoaded(tools)
    const { product } = (await browser.send('Browser.getVersion')) as { product: string }
    const page: Remote = (method, ...args) => evaluate(tools, printCall(method, args))
    const versions = { chrome: product.replace(/^.*\//, '') }
    // The page is that of a Chrome App already; how late its window is says nothing of a browser.
    const openApp = (): Promise<OpenApp> =>
      Promise.resolve({ firstWindow: Number.NaN, page, close: () => Promise.resolve() })
    return {
      server: page,
      loops: { page },
      openApp,
      serveFile: (file) => serveFile(folder, file),
      pid: browser.pid,
      descriptorsPerConnection,
      versions,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The page of `bridge` where it came from: a Chrome App. */
export const chrome: Subject = {
  name: 'chrome',
  about: "Chromium's own chrome.sockets: the same page as a Chrome App",
  abilities: ['datagrams', 'tls', 'storage', 'files'],
  findMissing,
  build: async (parent) => {
    const folder = await buildApp(parent, 'chrome', {
      bundles: { 'page.js': 'apps/common/chrome-sockets-page.ts' },
      copies: ['apps/common/manifest.json'],
    })
    const { 'page.js': page = '' } = fileAppSources.bundles
    await buildApp(folder, fileApp, { ...fileAppSources, bundles: { 'page.js': page } })
    return folder
  },
  launch,
}
