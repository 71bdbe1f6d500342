import type { IpcMainEvent, Session } from 'electron'

/** Who sent a message, read at once: a frame that navigates away afterwards cannot be asked any more. */
export interface Sender {
  readonly session: Session
  /** One document of a window replaces the one before it. */
  readonly windowId: number
  readonly url: URL
  /** A `<webview>` in a page. */
  readonly isGuest?: boolean
}

/** A sender that has no business here, whatever its address is. */
export interface Intruder {
  /** Undefined when it has gone. */
  readonly session: Session | undefined
  /** The window whose document it is, where it is one. */
  readonly windowId: number | undefined
  /** What it is, for the log. */
  readonly description: string
  readonly isGuest?: boolean
}

export type Caller = Sender | Intruder

/** Chromium's own pages: developer tools, and the viewer of a PDF file. */
const ownSchemes = new Set(['devtools:', 'chrome:', 'chrome-extension:'])

/** Nobody would give these the API, so that nobody needs to be told: windows begin with a blank page. */
export function isOfNoInterest(caller: Caller): boolean {
  if (caller.isGuest === true) return true
  return 'url' in caller ? ownSchemes.has(caller.url.protocol) : caller.description === blankDocument
}

const blank = 'about:blank'
export const blankDocument = 'a blank document'
const withoutOrigin =
  'that has no origin (sandboxed, an error page, or of a scheme that is not registered as standard)'

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

/** Characters of an address that are told: a page can have millions. */
const maxShown = 300

/** What the log shows of an address: of files the path, of others the origin, without what a query may hold. */
export function showUrl({ host, pathname, protocol }: URL): string {
  return `${protocol}//${protocol === 'file:' ? pathname : host}`.slice(0, maxShown)
}

/** Where a page is, for who watches. */
export function tellUrl(url: URL): string {
  return url.protocol === 'file:' ? showUrl(url) : url.href.slice(0, maxShown)
}

/** A frame that is removed while it is asked throws in some versions of Electron, and is null in others. */
function readFrame({
  sender,
  senderFrame,
}: IpcMainEvent): { url: string; origin: string; isMain: boolean; isGuest: boolean } | undefined {
  try {
    if (senderFrame === null || sender.isDestroyed()) return undefined
    const { origin, url } = senderFrame
    return {
      url,
      origin,
      isMain: senderFrame === sender.mainFrame,
      isGuest: sender.getType() === 'webview',
    }
  } catch {
    return undefined
  }
}

/** The sender's identity if it is the main frame of a live window, with an origin; everybody else is an intruder. */
export function identifySender(event: IpcMainEvent): Caller {
  const frame = readFrame(event)
  // The document that a window begins with has no address.
  const url = frame && parseUrl(frame.url === '' ? blank : frame.url)
  if (frame === undefined || url === undefined) {
    return { session: undefined, windowId: undefined, description: 'a frame that has gone' }
  }
  const { session, id: windowId } = event.sender
  const guest = frame.isGuest ? { isGuest: true } : {}
  if (!frame.isMain) {
    return {
      session,
      windowId: undefined,
      description: `a frame inside of a page, of ${showUrl(url)}`,
      ...guest,
    }
  }
  if (url.href === blank) return { session, windowId, description: blankDocument, ...guest }
  // The address of an error page is that of the page that could not be loaded; a sandboxed document has the address
  // of its server. What tells them is their origin, which is opaque.
  if (frame.origin !== 'null') return { session, windowId, url, ...guest }
  return { session, windowId, description: `a document of ${showUrl(url)} ${withoutOrigin}`, ...guest }
}
