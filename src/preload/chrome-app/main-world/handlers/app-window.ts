import type { AppArguments } from '../../../../renderer-types/contract/apps/index.ts'
import type { Context, PageHandlers, Reply } from '../context.ts'

interface Placement {
  readonly token: string
  /** Undefined where a window of that id is open already. */
  readonly url?: string | undefined
}

function place({ hub }: Context, reply: Reply<unknown>, { token, url }: Placement): void {
  if (url === undefined) return reply.succeed(hub.findWindow(token)?.object)
  hub.openWindow(url, token, (opened) => reply.succeedNow(opened?.object))
}

export const appWindow: PageHandlers<'appWindow'> = {
  canSetVisibleOnAllWorkspaces: () => !navigator.userAgent.includes('Windows'),
  create(context, reply, ...args: AppArguments<'appWindow', 'create'>) {
    context.facade.calls.post('currentWindow.open', args, ([placement], error) => {
      if (error === undefined) place(context, reply, placement as Placement)
      else reply.fail(error, undefined)
    })
  },
  current(context) {
    if (context.appWindow === null) {
      console.error('The JavaScript context calling chrome.app.window.current() has no associated AppWindow.')
    }
    return context.appWindow?.object ?? null
  },
  get: ({ hub }, id) => hub.windows.find((window) => window.id === id)?.object ?? null,
  getAll: ({ hub }) => hub.windows.map(({ object }) => object),
}
