import type { CustomScheme } from 'electron'

export const scheme = 'chrome-app'

export const privilegedScheme: CustomScheme = {
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
}
