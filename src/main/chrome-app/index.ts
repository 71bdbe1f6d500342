import type { CustomScheme } from 'electron'
import { readFolder, runFolder } from './run.ts'
import { appScheme, extensionScheme } from './scheme.ts'
import type { RunningChromeApp, RunOptions } from './types.ts'

export type { RunningChromeApp, RunOptions } from './types.ts'

/**
 * Runs the Chrome App of a folder. To be called before or after the program is ready. A second process of the same
 * program ends at once, and the app of the first is launched once more; with exit code 1 where the first runs another. Where that ends it waits.
 *
 * @throws TypeError for a wrong option, and for a folder that is no Chrome App, in Chrome's words.
 */
export function runChromeApp(options: RunOptions): Promise<RunningChromeApp> {
  return runFolder(readFolder(options), options)
}

/**
 * The scheme of the apps' pages, which importing this module registers. Electron takes privileged schemes once: a
 * program with schemes of its own registers them together with this one, after the import.
 */
export const chromeAppScheme: CustomScheme = appScheme

/** The same for an app with `scheme: 'chrome-extension'`. */
export const chromeExtensionScheme: CustomScheme = extensionScheme
