import { app } from 'electron'

/**
 * Chromium's features with which a page that another process has loaded already does not come any more when the frame is told
 * to go elsewhere, and with which a frame whose process has gone waits for the next page before it shows it.
 */
const switches = [
  ['disable-features', 'QueueNavigationsWhileWaitingForCommit'],
  ['enable-features', 'SkipEarlyCommitPendingForCrashedFrame'],
] as const

/** Pages that are loaded in advance: to look at thirty thousand rules of a guest that name some takes the main process seconds. */
const unwanted = ['disable-features', 'Prerender2'] as const

const read = (name: string): string[] => app.commandLine.getSwitchValue(name).split(',').filter(Boolean)

const areSet = (): boolean => switches.every(([name, feature]) => read(name).includes(feature))

let hasCancelling = false

function look(): void {
  hasCancelling = areSet()
}

// Chromium reads them once. What the program gives later takes the place of what is given here.
if (app.isReady()) look()
else {
  for (const [name, feature] of [...switches, unwanted])
    app.commandLine.appendSwitch(name, [...read(name), feature].join(','))
  app.prependOnceListener('ready', look)
}

/** Whether a page that is on its way to a guest can be cancelled whatever its process has done. */
export const canCancel = (): boolean => hasCancelling
