import { app } from 'electron'

/**
 * Chromium's features with which a page that another process has loaded already does not come any more when the frame is told
 * to go elsewhere, and with which a frame whose process has gone waits for the next page before it shows it.
 */
const switches = [
  ['disable-features', 'QueueNavigationsWhileWaitingForCommit'],
  ['enable-features', 'SkipEarlyCommitPendingForCrashedFrame'],
] as const

/**
 * What makes the main process compute for a page: it looks at the rules that name pages to be loaded in advance, and loads
 * each worker's script itself instead of leaving that to the page's process, which takes it and its memory many times as much.
 */
const costly = [
  ['disable-features', 'Prerender2'],
  ['disable-features', 'PlzDedicatedWorker'],
] as const

const read = (name: string): string[] => app.commandLine.getSwitchValue(name).split(',').filter(Boolean)

const areSet = (): boolean => switches.every(([name, feature]) => read(name).includes(feature))

let hasCancelling = false

function look(): void {
  hasCancelling = areSet()
}

// Chromium reads them once. What the program gives later takes the place of what is given here.
if (app.isReady()) look()
else {
  for (const [name, feature] of [...switches, ...costly])
    app.commandLine.appendSwitch(name, [...read(name), feature].join(','))
  app.prependOnceListener('ready', look)
}

/** Whether a page that is on its way to a guest can be cancelled whatever its process has done. */
export const canCancel = (): boolean => hasCancelling
