import { notCreated } from '../../../renderer-types/app-wire.ts'
import type { AppResult } from '../../../renderer-types/contract/apps/index.ts'
import type { Outcome } from '../../outcome.ts'
import { fail, succeed } from '../../outcome.ts'
import { readAddress } from '../read-address.ts'
import { setIcon } from '../windows/set-icon.ts'
import type { AppWindow } from '../windows/app-window.ts'
import type { Place } from '../windows/change-bounds.ts'
import { changeLimits, moveWindow } from '../windows/change-bounds.ts'
import { checkId, checkOptions, needsAlwaysOnTop } from '../windows/check-options.ts'
import type { Frame } from '../windows/frame-options.ts'
import type { CreateOptions } from '../windows/window-options.ts'
import type { WindowStates } from '../windows/window-states.ts'
import type { Service, ServiceCall } from './service.ts'

type Placement = AppResult<'currentWindow', 'open'>

const notLocal = 'The URL used for window creation must be local for security reasons.'

const wrongIcon = 'The icon URL is invalid.'

/** Rectangles of a shape: each costs something whenever the window is drawn. */
const maxRectangles = 1000

/** Characters at the beginning of an address that say whose it is. */
const maxStart = 1024

/** To Chrome all before a colon is a scheme, wherever the colon is: in the query, too. */
const hasScheme = (url: string): boolean => url.includes(':')

/** What is refused for another reason is not read whole: that takes milliseconds. */
const mayBeLocal = (origin: string, url: string): boolean =>
  !hasScheme(url) && findOwn(origin, url.slice(0, maxStart)) !== undefined

/** What Chromium takes for a slash in a scheme like the app's; Node does not know that there are such schemes. */
const backslashes = /^[^?#]*/

/** The address in the app's folder that a text without scheme is, if it is one. */
function findOwn(origin: string, url: string): URL | undefined {
  const path = url.replace(backslashes, (start) => start.replaceAll('\\', '/'))
  const found = readAddress(path, `${origin}/`)
  return found?.href.startsWith(`${origin}/`) === true ? found : undefined
}

/** Any address will do, or the name of something in the folder; what is at neither is not told. */
function isIconAddress(origin: string, url: string): boolean {
  if (readAddress(url) !== undefined) return true
  const own = url.startsWith(':') ? undefined : findOwn(origin, url)
  return own !== undefined && own.pathname !== '/'
}

/** Does something to the window that the call comes from, if it is still there. */
function act(
  { host, page }: ServiceCall,
  handler: (window: NonNullable<AppWindow['window']>) => void,
): Outcome<undefined> {
  const window = host.findWindow(page)?.window
  if (window !== undefined) handler(window)
  return succeed()
}

function changeState(
  { host, page }: ServiceCall,
  handler: (states: WindowStates) => void,
): Outcome<undefined> {
  const states = host.findWindow(page)?.states
  if (states !== undefined) handler(states)
  return succeed()
}

function change(
  { host, page }: ServiceCall,
  handler: (window: AppWindow, place: Place) => void,
): Outcome<undefined> {
  const window = host.findWindow(page)
  if (window?.place !== undefined) handler(window, window.place)
  return succeed()
}

/** A window of that id is there: all that is asked for besides is passed over, as in Chrome. */
function showAgain({ states, token }: AppWindow, { focused, hidden }: CreateOptions): Outcome<Placement> {
  if (hidden !== true) states?.show(focused ?? true)
  return succeed({ token })
}

/** The frame of a window that may be made, or what is wrong with it: with its icon last. */
function checkAll({ origin, rights }: ServiceCall['host'], options: CreateOptions): Frame | string {
  const frame = checkOptions(options, rights.names)
  const { icon } = options
  if (typeof frame === 'string' || icon === undefined) return frame
  return isIconAddress(origin, icon) ? frame : wrongIcon
}

export const currentWindow: Service<'currentWindow'> = {
  open({ host }, url, options = {}) {
    if (!mayBeLocal(host.origin, url)) return fail(notLocal)
    const complaint = checkId(options)
    if (complaint !== undefined) return fail(complaint)
    const { id, singleton = true } = options
    const known = id !== undefined && singleton ? host.windows.findById(id) : undefined
    if (known !== undefined) return showAgain(known, options)
    const frame = checkAll(host, options)
    if (typeof frame === 'string') return fail(frame)
    const resolved = findOwn(host.origin, url)?.href
    if (resolved === undefined) return fail(notLocal)
    // What has been read is not kept: it may be long.
    const { frame: _frame, ...kept } = options
    const window = host.windows.request({ url: resolved, options: kept, frame })
    host.life.noteCall()
    return window === undefined ? fail(notCreated) : succeed({ token: window.token, url: resolved })
  },
  abandon({ host }, token) {
    host.windows.abandon(token)
    return succeed()
  },
  confirmClosing({ host, page }) {
    host.findWindow(page)?.finishClosing()
    return succeed()
  },
  clearAttention: (call) => act(call, (window) => window.flashFrame(false)),
  drawAttention: (call) => act(call, (window) => window.flashFrame(true)),
  focus: (call) => changeState(call, (states) => states.focus()),
  fullscreen: (call) => changeState(call, (states) => states.fullscreen()),
  hide: (call) => changeState(call, (states) => states.hide()),
  maximize: (call) => changeState(call, (states) => states.maximize()),
  minimize: (call) => changeState(call, (states) => states.minimize()),
  restore: (call) => changeState(call, (states) => states.restore()),
  setAlwaysOnTop(call, alwaysOnTop) {
    if (!call.host.rights.names.has('app.window.alwaysOnTop')) return fail(needsAlwaysOnTop)
    return act(call, (window) => window.setAlwaysOnTop(alwaysOnTop))
  },
  show: (call, focused = true) => changeState(call, (states) => states.show(focused)),
  /** Chrome has had no use for it for years. */
  setActivateOnPointer: () => succeed(),
  setBounds: (call, boundsType, bounds) =>
    change(call, ({ window }, place) => window?.setBounds(moveWindow(place, boundsType, bounds))),
  setIcon(call, url) {
    const { app, origin } = call.host
    if (!isIconAddress(origin, url)) return fail(wrongIcon)
    return act(call, (window) => void setIcon(window, app.directory, url))
  },
  setShape(call, { rects = [] }) {
    const frame = call.host.findWindow(call.page)?.request.frame
    if (frame?.kind === 'chrome') return fail('This function requires a frameless window (frame:none).')
    if (rects.length > maxRectangles) return fail('There are too many rectangles.')
    const shape = rects.map(({ left, top, ...size }) => ({ x: left, y: top, ...size }))
    return act(call, (window) => process.platform !== 'darwin' && window.setShape(shape))
  },
  setSizeConstraints: (call, boundsType, constraints) =>
    change(call, (window, place) => window.limit(changeLimits(place, boundsType, constraints))),
  setVisibleOnAllWorkspaces: (call, isVisible) =>
    act(call, (window) => window.setVisibleOnAllWorkspaces(isVisible)),
}
