import type { IpcMainEvent, Session, WebFrameMain } from 'electron'
import { parseUrl } from '../parse-url.ts'
import type { Renderer } from './offenders.ts'

/** Who sent a message, read at once: a frame that navigates away afterwards cannot be asked any more. */
export interface Sender {
  readonly session: Session
  /** One document of a window replaces the one before it. */
  readonly windowId: number
  /** Of a frame inside of a page: what stays the same from one of its documents to the next. */
  readonly frameId?: number
  readonly url: URL
  /** Of a frame: the addresses of the documents that it is in. */
  readonly above?: readonly URL[]
  /** A `<webview>` in a page. */
  readonly isGuest?: boolean
  readonly renderer?: Renderer
}

/** A sender that has no business here, whatever its address is. */
export interface Intruder {
  /** Undefined when it has gone. */
  readonly session: Session | undefined
  readonly windowId: number | undefined
  readonly frameId?: number
  /** What it is, for the log. */
  readonly description: string
  readonly isGuest?: boolean
  readonly renderer?: Renderer
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
const withoutOrigin = 'that has no origin (sandboxed, or of a scheme that is not registered as standard)'

/** Characters of an address that are told: a page can have millions. */
const maxShown = 300

/** What the log shows of an address: of files the path, of others the origin, without what a query may hold. */
export function showUrl({ host, pathname, protocol }: URL): string {
  return `${protocol}//${protocol === 'file:' ? pathname : host}`.slice(0, maxShown)
}

export const describeFrame = (url: URL): string => `a frame inside of a page, of ${showUrl(url)}`

/** Where a page is, for who watches. */
export function tellUrl(url: URL): string {
  return url.protocol === 'file:' ? showUrl(url) : url.href.slice(0, maxShown)
}

interface Place {
  readonly url: string
  readonly origin: string
}

interface Frame extends Place {
  /** Undefined for the main frame. */
  readonly id: number | undefined
  /** The documents that it is in, from its own page's outwards. */
  readonly above: readonly Place[]
  readonly renderer: Renderer
}

/** Undefined for a frame that is in no page, as a fenced one: what is around it cannot be asked. */
function readAbove(frame: WebFrameMain, mainFrame: WebFrameMain): Place[] | undefined {
  const above: Place[] = []
  for (let each = frame; each !== mainFrame;) {
    const { parent } = each
    if (parent === null) return undefined
    above.push({ url: parent.url, origin: parent.origin })
    each = parent
  }
  return above
}

/** A frame that is removed while it is asked throws in some versions of Electron, and is null in others. */
function readFrame({ sender, senderFrame }: IpcMainEvent): Frame | undefined {
  try {
    if (senderFrame === null || sender.isDestroyed()) return undefined
    const { mainFrame } = sender
    const { frameTreeNodeId, origin, osProcessId: pid, processId, url } = senderFrame
    const above = readAbove(senderFrame, mainFrame)
    const id = senderFrame === mainFrame ? undefined : frameTreeNodeId
    return above && { url, origin, id, above, renderer: { id: processId, pid } }
  } catch {
    return undefined
  }
}

/**
 * The address of an error page is that of the page that could not be loaded; a sandboxed document has the address of
 * its server. What tells them is their origin, which is opaque.
 */
const hasOrigin = ({ origin }: Place): boolean => origin !== 'null'

function describeIntruder(frame: Frame, url: URL): string {
  if (frame.id !== undefined) return describeFrame(url)
  return url.href === blank ? blankDocument : `a document of ${showUrl(url)} ${withoutOrigin}`
}

/** The sender's identity if it has an address and an origin, and all that it is in has them; else it is an intruder. */
export function identifySender(event: IpcMainEvent): Caller {
  const frame = readFrame(event)
  // The document that a window begins with has no address.
  const url = frame && parseUrl(frame.url === '' ? blank : frame.url)
  if (frame === undefined || url === undefined) {
    return { session: undefined, windowId: undefined, description: 'a frame that has gone' }
  }
  const { session, id: windowId } = event.sender
  const place = {
    session,
    windowId,
    renderer: frame.renderer,
    ...(frame.id !== undefined && { frameId: frame.id }),
    ...(event.sender.getType() === 'webview' && { isGuest: true }),
  }
  const above = frame.above.map((each) => parseUrl(each.url)).filter((each) => each !== undefined)
  const isKnown = url.href !== blank && above.length === frame.above.length
  if (!isKnown || ![frame, ...frame.above].every(hasOrigin))
    return { ...place, description: describeIntruder(frame, url) }
  return { ...place, url, ...(frame.id !== undefined && { above }) }
}
