import type { BrowserWindow } from 'electron'
import type { AppResult } from '../../../renderer-types/contract/apps/index.ts'
import type { Outcome } from '../../outcome.ts'
import { fail, succeed } from '../../outcome.ts'
import type { AppWindow } from '../windows/app-window.ts'
import { constrainWindow, moveWindow } from '../windows/change-bounds.ts'
import { checkId, checkOptions } from '../windows/check-options.ts'
import { setIcon } from '../windows/set-icon.ts'
import type { CreateOptions } from '../windows/window-options.ts'
import type { Service, ServiceCall } from './service.ts'

type Placement = AppResult<'currentWindow', 'open'>

const notCreated = 'Failed to create the app window.'
const notLocal = 'The URL used for window creation must be local for security reasons.'

/** Undefined for an address that is not one of the app's own files. */
function resolveUrl(origin: string, url: string): string | undefined {
  if (URL.canParse(url)) return undefined
  const resolved = URL.canParse(url, `${origin}/`) ? new URL(url, `${origin}/`) : undefined
  return resolved?.href.startsWith(`${origin}/`) === true ? resolved.href : undefined
}

/** Does something to the window that the call comes from, if it is still there. */
function act({ host, page }: ServiceCall, handler: (window: BrowserWindow) => void): Outcome<undefined> {
  const window = host.findWindow(page)?.window
  if (window !== undefined) handler(window)
  return succeed()
}

/** A window of that id is there: all that is asked for besides is passed over, as in Chrome. */
function showAgain({ token, window }: AppWindow, { focused, hidden }: CreateOptions): Outcome<Placement> {
  if (hidden !== true) {
    if (focused === false) window?.showInactive()
    else window?.show()
  }
  return succeed({ token })
}

function restore(window: BrowserWindow): void {
  if (window.isFullScreen()) window.setFullScreen(false)
  else if (window.isMinimized()) window.restore()
  else if (window.isMaximized()) window.unmaximize()
}

export const currentWindow: Service<'currentWindow'> = {
  open({ host }, url, options = {}) {
    const resolved = resolveUrl(host.origin, url)
    if (resolved === undefined) return fail(notLocal)
    const complaint = checkId(options)
    if (complaint !== undefined) return fail(complaint)
    const known = options.singleton === false ? undefined : host.windows.findById(options.id ?? '')
    if (known !== undefined) return showAgain(known, options)
    const frame = checkOptions(options, host.app.permissionNames)
    if (typeof frame === 'string') return fail(frame)
    const window = host.windows.request(resolved, options, frame)
    host.life.noteActivity()
    return window === undefined ? fail(notCreated) : succeed({ token: window.token, url: resolved })
  },
  confirmClosing({ host, page }) {
    host.findWindow(page)?.finishClosing()
    return succeed()
  },
  clearAttention: (call) => act(call, (window) => window.flashFrame(false)),
  drawAttention: (call) => act(call, (window) => window.flashFrame(true)),
  focus: (call) => act(call, (window) => window.focus()),
  fullscreen: (call) => act(call, (window) => window.setFullScreen(true)),
  hide: (call) => act(call, (window) => window.hide()),
  maximize: (call) => act(call, (window) => window.maximize()),
  minimize: (call) => act(call, (window) => window.minimize()),
  restore: (call) => act(call, restore),
  setAlwaysOnTop: (call, alwaysOnTop) => act(call, (window) => window.setAlwaysOnTop(alwaysOnTop)),
  show: (call, focused = true) => act(call, (window) => (focused ? window.show() : window.showInactive())),
  /** Chrome has had no use for it for years. */
  setActivateOnPointer: () => succeed(),
  setBounds: (call, boundsType, bounds) => act(call, (window) => moveWindow(window, boundsType, bounds)),
  setIcon: (call, url) => act(call, (window) => void setIcon(window, call.host.app.directory, url)),
  setSizeConstraints: (call, _boundsType, constraints) =>
    act(call, (window) => constrainWindow(window, constraints)),
  setVisibleOnAllWorkspaces: (call, isVisible) =>
    act(call, (window) => window.setVisibleOnAllWorkspaces(isVisible)),
}
