import { app } from 'electron'
import type { ChromeSockets, InstallOptions, SocketReport } from '../types.ts'

const key = Symbol.for('electron-chrome-sockets')

/** What is loaded when the package is: by `import` beside `require`, or from another folder, more than once. */
export interface Copy {
  readonly version: string
  readonly install: (options: InstallOptions) => ChromeSockets
  readonly listSockets: () => SocketReport[]
}

function isCopy(value: unknown): value is Copy {
  return typeof value === 'object' && value !== null && 'version' in value && 'install' in value
}

/** The copy that hears pages, of which a program has one: that which was loaded first. */
export function findFirstCopy(own: Copy): Copy {
  const found: unknown = Reflect.get(app, key)
  if (isCopy(found)) return found
  Object.defineProperty(app, key, { value: own })
  return own
}

/** Two versions would each have their own word of what a page may say. */
export function refuseOtherVersion(first: Copy, { version }: Copy): void {
  if (first.version === version) return
  throw new Error(
    `electron-chrome-sockets: this program has loaded version ${first.version} of the package and then ${version}, and can ` +
      'have one. `npm ls electron-chrome-sockets` says who wants which.',
  )
}

export function refuseOtherCopy(): never {
  throw new Error(
    'electron-chrome-sockets: this program has loaded the package twice, by import and by require or from two folders, and ' +
      'runs a Chrome App with the second. Load it in one way everywhere, or electron-chrome-sockets/app first.',
  )
}
