/** The events of a guest, with the fields that each has in Chrome. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  consolemessage: ['level', 'message', 'line', 'sourceId'],
  contentload: [],
  loadabort: ['url', 'isTopLevel', 'code', 'reason'],
  loadcommit: ['url', 'isTopLevel'],
  loadredirect: ['isTopLevel', 'oldUrl', 'newUrl'],
  loadstart: ['url', 'isTopLevel'],
  loadstop: [],
}

const cancelable = new Set(['loadabort'])

/** False where a listener has prevented what is done by default. */
export function raiseEvent(element: HTMLElement, name: string, fields: object): boolean {
  const event = new Event(name, { bubbles: true, cancelable: cancelable.has(name) })
  for (const key of fieldsOf[name] ?? [])
    Reflect.defineProperty(event, key, {
      value: Reflect.get(fields, key),
      writable: true,
      enumerable: true,
      configurable: true,
    })
  return element.dispatchEvent(event)
}
