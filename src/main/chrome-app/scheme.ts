import type { CustomScheme } from 'electron'
import type { RunOptions } from './types.ts'

/** `chrome-extension` is Chrome's own, which Electron has for extensions. */
export type AppScheme = NonNullable<RunOptions['scheme']>

export const isAppScheme = (value: unknown): value is AppScheme =>
  value === 'chrome-app' || value === 'chrome-extension'

const describeScheme = (scheme: AppScheme): CustomScheme => ({
  scheme,
  privileges: {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    corsEnabled: true,
    stream: true,
    codeCache: true,
    allowServiceWorkers: true,
  },
})

export const appScheme = describeScheme('chrome-app')

/** What Electron knows of it by itself is the same, but that its pages have no file system of their own. */
export const extensionScheme = describeScheme('chrome-extension')
