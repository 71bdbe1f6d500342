import { contextBridge, webFrame } from 'electron'
import { packageVersion } from '../renderer-types/package-version.ts'
import type { AcceptedGrant } from '../renderer-types/wire.ts'
import { bridgeKey, handOverEvent, protocolVersion } from '../renderer-types/wire.ts'
import { openPorts, requestGrant } from './transport.ts'

interface Bridge {
  readonly version: string
  /** Hands the page its ports, and returns its grant as JSON. */
  readonly connect: () => string | undefined
}

const installed = Symbol.for('electron-chrome-sockets.installed')

/** What Chromium shows in the place of a page that could not be loaded: nobody misses anything there. */
const isErrorPage = (): boolean => window.location.protocol === 'chrome-error:'

/** True the first time only: the preload may be registered on the session and imported by the app's own one. */
function claimFrame(): boolean {
  if (Reflect.has(globalThis, installed)) return false
  return Reflect.defineProperty(globalThis, installed, { value: true })
}

/** The page's side of the hand-over. It does its work once, before any script of the page runs. */
function createBridge(grant: string, ports: MessagePort[]): Bridge {
  let waiting: MessagePort[] | undefined = ports
  return {
    version: packageVersion,
    connect() {
      if (waiting === undefined) return undefined
      const event = new MessageEvent(handOverEvent, { ports: waiting })
      waiting = undefined
      window.dispatchEvent(event)
      return grant
    },
  }
}

/** Runs `facadeSource`, whose `startFacade` builds the API, in the page; undefined where the frame is not let in. */
export function install(facadeSource: string): AcceptedGrant | undefined {
  if (isErrorPage() || !claimFrame()) return undefined
  const grant = requestGrant({ protocol: protocolVersion, contextIsolated: process.contextIsolated })
  if (grant?.granted !== true) {
    if (grant?.reason !== undefined) console.error(grant.reason)
    return undefined
  }
  contextBridge.exposeInMainWorld(bridgeKey, createBridge(JSON.stringify(grant), openPorts()))
  // The same text for all pages of a process: V8 compiles it for the first.
  void webFrame.executeJavaScript(`${facadeSource}.startFacade()`)
  return grant
}
