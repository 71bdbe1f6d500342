import { documentEvent } from '../../../renderer-types/app-wire.ts'
import { appContract } from '../../../renderer-types/contract/apps/index.ts'
import type { AppEventName, AppNamespace } from '../../../renderer-types/contract/apps/index.ts'
import { contract } from '../../../renderer-types/contract/index.ts'
import type { PagePorts } from '../../main-world/connection.ts'
import type { Facade } from '../../main-world/facade.ts'
import { definePath, defineSockets, openFacade, openNamespace } from '../../main-world/facade.ts'
import { defineOwn, primordials } from '../../main-world/primordials.ts'
import type { AppPageGrant, Context } from './context.ts'
import type { Hub, LaunchedFiles, LaunchItem, Member } from './hub.ts'
import type { AppFiles } from './files/app-files.ts'
import { NativeEntries } from './files/native-entries.ts'
import { noteDropped } from './files/note-dropped.ts'
import { createHub, findHub, shareHub } from './hub.ts'
import { createRecipient } from './messages/create-recipient.ts'
import { createNamespace } from './namespaces.ts'
import { runInTask } from './run-in-task.ts'
import { defineWebview } from './webview/define-webview.ts'
import { watchReading } from './watch-reading.ts'
import { AppWindow } from './window/app-window.ts'
import { restrictFullScreen } from './window/restrict-full-screen.ts'
import { watchEscape } from './window/watch-escape.ts'

const { parseJson } = primordials

function createMember(
  page: Window,
  token: string | undefined,
  appWindow: AppWindow | null,
  facade: Facade,
): Member {
  const { tasks, events } = facade
  const dispatch = (event: AppEventName, args: string): void => {
    tasks.push(() => {
      const source = events[event]
      if (source?.hasListeners === true) source.dispatch(parseJson(args) as unknown[])
    })
    tasks.wake()
  }
  const launch = (id: string, items: readonly LaunchItem[]): void => {
    tasks.push(() => events['appRuntime.onLaunched']?.dispatch([createLaunchData(id, items)]))
    tasks.wake()
  }
  return { token, isFrame: page.top !== page, page, appWindow, dispatch, launch, ...createRecipient(facade) }
}

/** Of this page, and with all that Chrome has in it, in its order. */
function createLaunchData(id: string, items: readonly LaunchItem[]): object {
  return {
    isDemoSession: false,
    isKioskSession: false,
    isPublicSession: false,
    source: 'file_handler',
    actionData: undefined,
    id,
    items: items.map(({ entry, type }) => ({ entry, ...(type !== undefined && { type }) })),
  }
}

/** What the user does with notifications; the pages are told. */
function hearNotices({ events }: Facade, hub: Hub): void {
  events['notices.onClicked']?.add((id) => hub.broadcast('notifications.onClicked', JSON.stringify([id])))
  events['notices.onButtonClicked']?.add((...args) =>
    hub.broadcast('notifications.onButtonClicked', JSON.stringify(args)),
  )
  events['notices.onClosed']?.add((id) => {
    if (hub.notifications.forget(id as string))
      hub.broadcast('notifications.onClosed', JSON.stringify([id, true]))
  })
}

/** A page that closes itself goes at once: the app hears of it before the page's own listeners do, as in Chrome. */
function watchEnd(page: Window, hub: Hub, member: Member): void {
  const end = ({ isTrusted }: Event): void => {
    if (!isTrusted) return
    member.appWindow?.end()
    hub.removeSoon(member)
  }
  page.addEventListener('pagehide', end, true)
}

/** Joins the app's other pages; undefined for a page that is none of them. */
function join(page: Window, grant: AppPageGrant, facade: Facade): Context | undefined {
  const { role } = grant.app
  const own = { page, address: page.location.href, grant, facade, placed: new Set<AppNamespace>() }
  const keepAlive = (): void => facade.calls.post('life.keepAlive', [], () => {})
  const said = { calls: facade.calls, sendLimits: grant.sendLimits }
  const hub = role.kind === 'background' ? createHub(page, role.shared, keepAlive, said) : findHub(page)
  if (hub === undefined) return undefined
  if (role.kind === 'background') {
    const member = createMember(page, undefined, null, facade)
    hub.join(member)
    facade.events['currentWindow.onGone']?.add((token) => hub.endWindow(token as string))
    facade.events['currentWindow.onLoaded']?.add((token) => hub.settleWindow(token as string, undefined))
    facade.events['files.onLaunched']?.add((files) => hub.launchWith(files as LaunchedFiles))
    hearNotices(facade, hub)
    facade.events['life.onSuspending']?.add((round) => {
      const isHeard = hub.isHeard('runtime.onSuspend')
      hub.broadcast('runtime.onSuspend', '[]')
      hub.lastMoment.settle(() => facade.calls.post('life.confirmSuspending', [round, isHeard], () => {}))
    })
    // A task after the page's own listeners of the same event.
    const sayReady = (): void => runInTask(() => facade.calls.post('life.ready', [], () => {}))
    page.addEventListener('load', sayReady, { once: true })
    return { ...own, hub, member, appWindow: null }
  }
  if (role.kind === 'frame') {
    const member = createMember(page, role.token, null, facade)
    hub.join(member)
    facade.calls.outlive(() => page.top === null)
    page.addEventListener('pagehide', () => hub.remove(member), { once: true })
    return { ...own, hub, member, appWindow: null }
  }
  shareHub(page, hub)
  const appWindow = new AppWindow(page, role, facade)
  const member = createMember(page, role.token, appWindow, facade)
  hub.join(member)
  page.addEventListener(documentEvent, () => hub.settleWindow(role.token, appWindow), { once: true })
  watchEnd(page, hub, member)
  if (role.rights.includes('app.window.fullscreen.overrideEsc'))
    watchEscape(page, () => appWindow.leaveFullScreen())
  restrictFullScreen(globalThis, role.rights.includes('app.window.fullscreen'))
  // It named the window to the main process: in Chrome it has no name.
  page.name = ''
  return { ...own, hub, member, appWindow }
}

/** The browser's own entries, too, are known to the app's API. */
function watchEntries(page: Window, files: AppFiles): void {
  const entries = new NativeEntries(page, files)
  noteDropped(globalThis, files.dropped, (entry) => entries.meet(entry))
}

/**
 * The keys of `chrome` and of `chrome.system` in Chrome's order: what every page of the browser has, then the
 * namespaces by their names. Those below another namespace are among its own keys.
 */
function reserveKeys(chrome: object, { app, namespaces }: AppPageGrant): void {
  const paths = [
    'runtime',
    ...namespaces.map((name) => contract[name].path),
    ...app.namespaces.flatMap((name) => appContract[name].path ?? []),
  ]
  const isBelowAnother = (path: string): boolean => paths.some((other) => path.startsWith(`${other}.`))
  const reserved = paths.filter((path) => !isBelowAnother(path)).toSorted()
  for (const path of ['loadTimes', 'csi', ...reserved]) definePath(chrome, path, undefined)
}

/** Gives the page of a Chrome App the whole `chrome` of its grant. */
export function installAppFacade(page: Window, grant: AppPageGrant, ports: PagePorts): void {
  reserveKeys(openNamespace(page, 'chrome'), grant)
  const facade = openFacade(page, grant, ports, { ...contract, ...appContract })
  const context = join(page, grant, facade)
  if (context === undefined) return
  const runtime = openNamespace(facade.chrome, 'runtime')
  defineId(page, runtime, 'dynamicId', context.hub.dynamicId)
  defineId(page, runtime, 'id', grant.runtimeId)
  defineSockets(facade, grant)
  placeNamespaces(context, grant.app.namespaces)
  if (grant.app.namespaces.includes('fileSystem')) watchEntries(page, context.hub.files)
  if (grant.app.namespaces.includes('webViewInternal')) defineWebview(globalThis.window, facade)
  facade.events['grants.onNamespaces']?.add((names) => placeNamespaces(context, names as AppNamespace[]))
  if (grant.app.role.kind !== 'background') leaveWhatIsRead(context)
}

/** Chrome passes over what a page assigns, and a page that has gone is of no app. */
function defineId(page: Window, runtime: object, key: string, id: string): void {
  const get = (): string | undefined => (page.top === null ? undefined : id)
  defineOwn(runtime, key, { get, set: () => {}, enumerable: true, configurable: true })
}

/** Others may keep the `chrome` of a page. Of that of a window Chrome's own scripts have read `app`. */
function leaveWhatIsRead({ page, facade, hub, appWindow }: Context): void {
  const takeOthers = watchReading(facade.chrome, appWindow === null ? [] : ['app'])
  const take = ({ isTrusted }: Event): void => {
    if (isTrusted) hub.soon(takeOthers)
  }
  page.addEventListener('pagehide', take, true)
}

/** What stands already stays: a page may have kept it. */
function placeNamespaces(context: Context, names: readonly AppNamespace[]): void {
  for (const name of names) {
    const { path } = appContract[name]
    if (path === undefined || context.placed.has(name)) continue
    context.placed.add(name)
    place(context.facade.chrome, path, createNamespace(name, context))
  }
}

/** Puts a namespace at a dotted path; where one stands already, as that of those below it, it gets the new one's keys. */
function place(root: object, path: string, namespace: object): void {
  const parent = path.split('.').slice(0, -1).reduce(openNamespace, root)
  const present: unknown = Reflect.get(parent, path.slice(path.lastIndexOf('.') + 1))
  if (typeof present !== 'object' || present === null) definePath(root, path, namespace)
  else Object.defineProperties(present, Object.getOwnPropertyDescriptors(namespace))
}
