import path from 'node:path'
import type { Page } from 'playwright-core'
import { protocolVersion } from '../../../src/renderer-types/wire.ts'
import { launchApp } from './launch.ts'
import type { RunningApp } from './launch.ts'
import { root } from '../root.ts'

/** What an honest preload says: a forgery is to be refused for its sender, not for its words. */
export const honestHello = { protocol: protocolVersion, contextIsolated: true }

const preload = path.join(root, 'test/security/app/hostile-preload.cjs')

/** Preferences of a window whose renderer is compromised, in every frame. */
export const compromised = { preload, nodeIntegrationInSubFrames: true }

export const launchSecurityApp = (): Promise<RunningApp> => launchApp({}, '../../security/app/main.js')

/** What the installation of that name has reported. */
export const readLog = ({ app }: RunningApp, name: string): Promise<string[]> =>
  app.evaluate((_electron, key) => globalThis.security.logs[key] ?? [], name)

/** Exceptions and rejections that nobody has caught in the main process. */
export const readFaults = ({ app }: RunningApp): Promise<readonly string[]> =>
  app.evaluate(() => globalThis.security.faults)

/** What there is of us in a page or frame. */
export const lookAround = (page: Pick<Page, 'evaluate'>): Promise<string[]> =>
  page.evaluate(() => [typeof window.chrome?.sockets, typeof window.electronChromeSockets])

/** Opens a window by a script of a page. */
export async function openPopup(running: RunningApp, opener: Page, url: string): Promise<Page> {
  const opened = running.app.waitForEvent('window')
  await opener.evaluate((target) => void Object.assign(window, { popup: window.open(target) }), url)
  const popup = await opened
  await popup.waitForLoadState('load')
  return popup
}
