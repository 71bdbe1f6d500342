import { addTimes } from './add-times.ts'
import { denyWebview } from './deny-webview.ts'
import { disableGetters, disableMethods, forbidMethods } from './disable.ts'
import { restrictNotifications } from './restrict-notifications.ts'
import { restrictPermissions } from './restrict-permissions.ts'
import { restrictRequests } from './restrict-requests.ts'
import { restrictUnload } from './restrict-unload.ts'
import { restrictWindows } from './restrict-windows.ts'

function restrictHistory(page: Window): void {
  const history = {}
  Reflect.defineProperty(page, 'history', { value: history })
  const names = ['back', 'forward', 'go', 'length', 'pushState', 'replaceState', 'state']
  disableGetters(history, 'history', names)
}

/** Pages of an extension have none, and whoever asks is told. */
function denyCookies({ Navigator }: typeof globalThis): void {
  const denied = {
    get cookieEnabled() {
      return false
    },
  }
  const descriptor = Reflect.getOwnPropertyDescriptor(denied, 'cookieEnabled')
  if (descriptor !== undefined) Reflect.defineProperty(Navigator.prototype, 'cookieEnabled', descriptor)
}

function restrictDocument({ Document, document }: typeof globalThis): void {
  disableMethods(Document.prototype, 'document', ['open', 'close', 'clear'])
  forbidMethods(Document.prototype, 'document', ['write', 'writeln'])
  Reflect.deleteProperty(Document.prototype, 'all')
  const names = ['alinkColor', 'all', 'bgColor', 'fgColor', 'linkColor', 'vlinkColor']
  disableGetters(document, 'document', names)
}

/**
 * Takes from a page what Chrome takes from every page of an app, its sandboxed ones among them, before any script of
 * the page runs (Chromium: extensions/renderer/resources/platform_app.js), and gives it the little that all have.
 */
export function restrictPage(hasWebview: boolean): void {
  const page = globalThis.window
  restrictDocument(page)
  denyCookies(page)
  restrictHistory(page)
  disableMethods(page, 'window', ['find', 'alert', 'confirm', 'prompt'])
  const bars = ['locationbar', 'menubar', 'personalbar', 'scrollbars', 'statusbar', 'toolbar']
  disableGetters(page, 'window', bars)
  disableGetters(page, 'window', ['localStorage'], ' Use chrome.storage.local instead.')
  restrictUnload(page)
  restrictRequests(page)
  restrictWindows(page)
  restrictNotifications(page)
  restrictPermissions(page)
  // Electron's Chromium still has Web SQL, which Chrome took out.
  Reflect.deleteProperty(page, 'openDatabase')
  addTimes(page)
  if (!hasWebview) denyWebview(page)
}
