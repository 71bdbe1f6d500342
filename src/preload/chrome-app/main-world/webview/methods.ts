import { webViewInternal } from '../../../../renderer-types/contract/apps/web-view-internal.ts'
import type { AppMethodRow } from '../../../../renderer-types/contract/apps/words.ts'
import { primordials } from '../../../main-world/primordials.ts'
import { createMatcher } from '../../../main-world/signature.ts'
import { cutText } from '../../../main-world/text.ts'
import type { Matcher } from '../../../main-world/signature.ts'
import { settleSoon } from '../settle-soon.ts'
import type { NamedScript } from './content-scripts.ts'
import type { GuestView } from './guest-view.ts'
import type { Picture, PictureOptions } from './write-picture.ts'
import { writePicture } from './write-picture.ts'

const { String, consoleError, parseJson } = primordials

type Method = (view: GuestView, ...args: unknown[]) => unknown
type Key = keyof typeof webViewInternal.methods
type Act = (view: GuestView, args: readonly unknown[]) => void

const createRowMatcher = (key: Key): Matcher =>
  createMatcher(`${webViewInternal.printed}.${key}`, webViewInternal.methods[key])

const matchAdd = createRowMatcher('addContentScripts')
const matchRemove = createRowMatcher('removeContentScripts')

const matchCapture = createRowMatcher('captureVisibleRegion')

/** As the main process says. */
const notCaptured = 'Failed to capture webview'

const tooEarly = '<webview>: Script cannot be injected into content until the page has loaded.'

/** Has the main process do something with a guest; `read` makes the callback's arguments of what it answers. */
function createAct(
  key: Key,
  read: (results: readonly unknown[]) => readonly unknown[] = (results) => results,
): Act {
  const row: AppMethodRow = webViewInternal.methods[key]
  const match = createRowMatcher(key)
  const method = `webViewInternal.${key}` as const
  if (row.noCallback === true) return ({ facade: { calls } }, args) => calls.say(method, match(args))
  return ({ facade: { calls } }, args) => {
    const { args: parsed, callback = () => {} } = match(args)
    calls.answer(callback, (settle) =>
      calls.post(method, parsed, (results, error) => settle(error === undefined ? read(results) : [], error)),
    )
  }
}

/** False where there is no guest. */
function createMethod(key: Key): Method {
  const act = createAct(key)
  return (view, ...args) => {
    if (view.id === undefined) return false
    act(view, [view.id, ...args])
    return true
  }
}

/** The same, with a line in the console. */
function createInjection(act: Act): Method {
  return (view, ...args) => {
    if (view.id === undefined) {
      consoleError(tooEarly)
      return false
    }
    act(view, [view.id, view.element.getAttribute('src') ?? '', ...args])
    return true
  }
}

/** What a guest's pages get when they are loaded is known of an element that has no guest, too. */
const addContentScripts: Method = (view, ...args) => {
  const { args: parsed } = matchAdd([0, ...args])
  view.contentScripts.add(parsed[1] as readonly NamedScript[])
}

const removeContentScripts: Method = (view, ...args) => {
  const { args: parsed } = matchRemove([0, ...args])
  view.contentScripts.remove(parsed[1] as readonly string[] | undefined)
}

const executeScript = createInjection(
  createAct('executeScript', ([results]) => [parseJson(results as string)]),
)

function captureVisibleRegion(view: GuestView, ...args: unknown[]): boolean {
  const { calls } = view.facade
  if (view.id === undefined) return false
  const { args: parsed, callback = () => {} } = matchCapture([view.id, ...args])
  calls.answer(callback, (settle) => {
    const finish = settleSoon(view.facade, settle)
    calls.post('webViewInternal.captureVisibleRegion', parsed, ([picture], error) => {
      if (error !== undefined) return settle([], error)
      void writePicture(picture as Picture, (parsed[1] ?? {}) as PictureOptions).then(
        (url) => finish([url], undefined),
        () => finish([], notCaptured),
      )
    })
  })
  return true
}

const go = createMethod('go')
const loadData = createMethod('loadDataWithBaseUrl')
const overrideUserAgent = createMethod('overrideUserAgent')
const reload = createMethod('reload')
const setZoom = createMethod('setZoom')

/** What is known in the page, or kept there until there is a guest. */
const ownMethods = {
  addContentScripts,
  back: (view, callback) => go(view, -1, callback),
  captureVisibleRegion,
  canGoBack: ({ currentEntryIndex = 0, entryCount = 0 }) => entryCount > 1 && currentEntryIndex > 0,
  canGoForward: ({ currentEntryIndex = -1, entryCount = 0 }) =>
    currentEntryIndex >= 0 && currentEntryIndex < entryCount - 1,
  executeScript,
  forward: (view, callback) => go(view, 1, callback),
  getProcessId: ({ processId }) => processId,
  getUserAgent: ({ userAgentOverride = '' }) => userAgentOverride || navigator.userAgent,
  insertCSS: createInjection(createAct('insertCSS')),
  isUserAgentOverridden: ({ userAgentOverride = '' }) =>
    userAgentOverride !== '' && userAgentOverride !== navigator.userAgent,
  loadDataWithBaseUrl: (view, ...args) => void loadData(view, ...args),
  removeContentScripts,
  print: (view) => executeScript(view, { code: 'window.print();' }),
  reload(view) {
    if (view.hasGone) view.renew()
    else reload(view)
  },
  setUserAgentOverride(view, userAgent) {
    view.userAgentOverride = cutText(String(userAgent))
    return overrideUserAgent(view, view.userAgentOverride)
  },
  setZoom(view, zoomFactor, callback) {
    const isFinite = typeof zoomFactor === 'number' && zoomFactor - zoomFactor === 0
    if (view.id === undefined && isFinite) view.initialZoomFactor = zoomFactor
    return setZoom(view, zoomFactor, callback)
  },
} satisfies Readonly<Record<string, Method>>

const others = [
  'clearData',
  'find',
  'getAudioState',
  'getZoom',
  'getZoomMode',
  'isAudioMuted',
  'setAudioMuted',
  'setZoomMode',
  'stop',
  'stopFinding',
  'terminate',
] as const satisfies Key[]

/** What a `<webview>` has as methods. */
export const methods: Readonly<Record<string, Method>> = {
  ...ownMethods,
  go,
  ...Object.fromEntries(others.map((key) => [key, createMethod(key)])),
}
