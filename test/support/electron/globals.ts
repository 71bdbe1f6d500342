import type { ElectronApplication } from 'playwright-core'
import type { ChromeSockets, InstallOptions, SocketReport } from '../../../src/main/types.ts'

/** What test/e2e/app/main.js puts on the main process's global object. */
export interface MainGlobals {
  handle: ChromeSockets
  test: {
    installChromeSockets: (options: InstallOptions) => ChromeSockets
    listSockets: () => SocketReport[]
    getPreloadPath: () => string
    start: () => ChromeSockets
  }
  /** Of test/e2e/app/main.cjs: the package once more. */
  importCopy: () => Promise<Pick<MainGlobals['test'], 'installChromeSockets' | 'listSockets'>>
}

declare global {
  // eslint-disable-next-line no-var
  var handle: MainGlobals['handle']
  // eslint-disable-next-line no-var
  var test: MainGlobals['test']
  // eslint-disable-next-line no-var
  var importCopy: MainGlobals['importCopy']
}

export const disposeIn = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => globalThis.handle.dispose())
