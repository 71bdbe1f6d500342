import type { WebContents } from 'electron'

/** Undocumented: how the main process tells Electron's element of its guest. */
const dispatch = 'GUEST_VIEW_INTERNAL_DISPATCH_EVENT-'

/** What the element itself needs, and `close`, which Chrome has, too. All else the page is told in Chrome's words. */
const needed: ReadonlySet<unknown> = new Set([
  '-focus-change',
  'close',
  'destroyed',
  'did-attach',
  'load-commit',
])

/** Electron tells the page of a guest each line of its console, each title and each address at full length. */
export function cutForwarding(host: WebContents): void {
  const send: unknown = Reflect.get(host, '_sendInternal')
  if (typeof send !== 'function') return
  Reflect.set(host, '_sendInternal', (channel: string, ...args: unknown[]): void => {
    if (!channel.startsWith(dispatch) || needed.has(args[0])) Reflect.apply(send, host, [channel, ...args])
  })
}
