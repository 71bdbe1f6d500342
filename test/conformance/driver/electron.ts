import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import type { RunningApp } from '../../support/electron/launch.ts'
import { launchApp } from '../../support/electron/launch.ts'
import { manifests } from '../manifests.ts'
import type { RunningPage } from './chromium.ts'
import type { DevTools } from './dev-tools.ts'
import { mappedNames } from './mapped-names.ts'
import { PageDriver } from './page-driver.ts'

async function attach(running: RunningApp, page: Page): Promise<DevTools> {
  const session = await running.app.context().newCDPSession(page)
  return {
    send: (method, params) => session.send(method as 'Runtime.enable', params),
    on: (event, listener) => void session.on(event as 'Runtime.consoleAPICalled', listener),
  }
}

/** An Electron app with the bridge, whose pages may do what one of the manifests says. */
export class ElectronHost {
  readonly #running: RunningApp
  readonly #folder: string

  private constructor(running: RunningApp, folder: string) {
    this.#running = running
    this.#folder = folder
  }

  /** The app trusts the certificates of the authority (PEM). */
  static async launch(app: string, authority: string): Promise<ElectronHost> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'conformance-electron-'))
    const file = path.join(folder, 'authority.pem')
    fs.writeFileSync(file, authority)
    // Node reads it when a program starts, and launchApp hands its own environment on.
    process.env['NODE_EXTRA_CA_CERTS'] = file
    const options = { manifest: manifests[app], origins: [`${pathToFileURL(os.tmpdir()).href}/`] }
    return new ElectronHost(await launchApp({ options }, 'main.js', { flags: [mappedNames] }), folder)
  }

  /** The main process is told from now on that there is no network, but for loopback. */
  async seemOffline(): Promise<void> {
    await this.#running.app.evaluate(() => {
      process.getBuiltinModule('node:os').networkInterfaces = () => ({})
    })
  }

  /** Opens a window on the app in a folder. */
  async open(app: string): Promise<RunningPage> {
    const url = pathToFileURL(path.join(app, 'page.html')).href
    const page = await this.#running.open(url, { backgroundThrottling: false })
    return { page: await PageDriver.attach(await attach(this.#running, page)), close: () => page.close() }
  }

  async close(): Promise<void> {
    await this.#running.close()
    fs.rmSync(this.#folder, { recursive: true, force: true })
  }
}
