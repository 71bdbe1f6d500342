import type { AppArguments } from '../../../../renderer-types/contract/apps/index.ts'
import { notCreated } from '../../../../renderer-types/app-wire.ts'
import type { Context, PageHandlers, Reply } from '../context.ts'
import type { Opened } from '../hub.ts'

interface Placement {
  readonly token: string
  /** Undefined where a window of that id is open already. */
  readonly url?: string | undefined
}

function place({ hub, page }: Context, reply: Reply<unknown>, { token, url }: Placement): void {
  const settle: Opened = (opened) => {
    if (opened === null) reply.fail(notCreated, undefined)
    else reply.succeedNow(opened?.object)
  }
  if (url === undefined) return hub.awaitWindow(token, settle)
  hub.openWindow(url, token, (opened) => {
    // The background page has opened it, whoever has asked.
    if (opened && page !== hub.background) Reflect.set(opened.page, 'opener', page)
    settle(opened)
  })
}

function abandon({ hub }: Context, placement: Placement | undefined): void {
  if (placement?.url !== undefined) hub.abandonWindow(placement.token)
}

const singletonIsOld =
  "The 'singleton' option in chrome.apps.window.create() is deprecated! Change your code to no longer rely on this."

export const appWindow: PageHandlers<'appWindow'> = {
  canSetVisibleOnAllWorkspaces: () => !navigator.userAgent.includes('Windows'),
  create(context, reply, ...args: AppArguments<'appWindow', 'create'>) {
    const [, options] = args
    if (options?.type === 'panel') console.warn('Panels are no longer supported.')
    if (options?.id !== undefined && options.singleton === false) console.warn(singletonIsOld)
    context.facade.calls.post('currentWindow.open', args, ([placement], error) => {
      // Chrome drops what a page has asked for that goes.
      if (context.page.closed) return abandon(context, placement as Placement | undefined)
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
  // Another page calls this, too: the list is of this page.
  getAll: ({ hub }) => Array.from(hub.windows, ({ object }) => object),
}
