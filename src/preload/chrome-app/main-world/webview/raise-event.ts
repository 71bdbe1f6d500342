import { defineOwn } from '../../../main-world/primordials.ts'
/** The events of a guest, with the fields that each has in Chrome. */
const fieldsOf = {
  audiostatechanged: ['audible'],
  close: [],
  consolemessage: ['level', 'message', 'line', 'sourceId'],
  contentload: [],
  dialog: ['defaultPromptText', 'messageText', 'messageType', 'url'],
  exit: ['processId', 'reason'],
  findupdate: [
    'searchText',
    'numberOfMatches',
    'activeMatchOrdinal',
    'selectionRect',
    'canceled',
    'finalUpdate',
  ],
  loadabort: ['url', 'isTopLevel', 'code', 'reason'],
  loadcommit: ['url', 'isTopLevel'],
  loadredirect: ['isTopLevel', 'oldUrl', 'newUrl'],
  loadstart: ['url', 'isTopLevel'],
  loadstop: [],
  newwindow: ['initialHeight', 'initialWidth', 'targetUrl', 'windowOpenDisposition', 'name'],
  permissionrequest: ['permission'],
  responsive: ['processId'],
  sizechanged: ['oldHeight', 'oldWidth', 'newHeight', 'newWidth'],
  unresponsive: ['processId'],
  zoomchange: ['oldZoomFactor', 'newZoomFactor'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type GuestEventName = keyof typeof fieldsOf

export const eventNames = Object.keys(fieldsOf) as GuestEventName[]

const cancelable: ReadonlySet<string> = new Set(['dialog', 'loadabort', 'newwindow', 'permissionrequest'])

export type Fields = Readonly<Record<string, unknown>>

/** `more`: what it has besides. False where a listener has prevented what is done by default. */
export function raiseEvent(
  element: HTMLElement,
  name: GuestEventName,
  fields: Fields,
  more: Fields = {},
): boolean {
  const event = new Event(name, { bubbles: true, cancelable: cancelable.has(name) })
  const own = fieldsOf[name].map((key) => [key, fields[key]] as const)
  for (const [key, value] of [...own, ...Object.entries(more)])
    defineOwn(event, key, { value, writable: true, enumerable: true, configurable: true })
  return element.dispatchEvent(event)
}
