import { app, protocol } from 'electron'
import type { AppScheme } from './scheme.ts'
import { appScheme, extensionScheme } from './scheme.ts'

/** Undocumented: where Electron keeps, for the processes of pages, the schemes that it was told of last. */
const lists = [
  'standard-schemes',
  'secure-schemes',
  'fetch-schemes',
  'cors-schemes',
  'streaming-schemes',
  'code-cache-schemes',
  'service-worker-schemes',
]

const readLists = (): string[] => lists.map((name) => app.commandLine.getSwitchValue(name))

// A program that has registered its own schemes before would lose them.
if (readLists().every((list) => list === ''))
  protocol.registerSchemesAsPrivileged([appScheme, extensionScheme])

/** What we export for a program to register. */
const names = { 'chrome-app': 'chromeAppScheme', 'chrome-extension': 'chromeExtensionScheme' }

/** Of what a program with schemes of its own has registered ours is no part: throws an Error that says so. */
export function requireScheme(scheme: AppScheme): void {
  if (readLists().every((list) => list === '' || list.split(',').includes(scheme))) return
  throw new Error(
    'electron-chrome-sockets: the app has no pages, for this program has registered privileged schemes of its own, and ' +
      `Electron takes them once: register \`${names[scheme]}\` of 'electron-chrome-sockets/app' together with them`,
  )
}
