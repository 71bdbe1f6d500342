import { webFrame } from 'electron'
import { documentEvent, elementEvent } from '../../renderer-types/app-wire.ts'
import { install } from '../install.ts'
import facadeSource from './main-world/index.ts?source'
import restrictionsSource from './main-world/restrictions/index.ts?source'
import { stayOffBlankPages } from './stay-off-blank-pages.ts'
import { writePlatformStyle } from './platform-style.ts'

/** Undocumented, and Electron's oldest way to say that there is an `<html>`, without anything in it. */
const documentStart = 'document-start'

/** A page of somebody else, which a sandboxed page may show if its policy says so. */
const isForeign = /^https?:$/.test(location.protocol)

if (!isForeign) {
  const grant = install(facadeSource)
  const events: NodeJS.EventEmitter = process
  events.once(documentStart, () => window.dispatchEvent(new Event(documentEvent)))
  for (const script of grant?.app?.scripts ?? [])
    webFrame.executeJavaScript(script).catch((error: unknown) => console.error(error))
  if (process.isMainFrame) stayOffBlankPages()
  const hasWebview = grant?.app?.namespaces.includes('webViewInternal') === true
  void webFrame.executeJavaScript(`${restrictionsSource}.restrictPage(${hasWebview})`)
  window.dispatchEvent(new Event(elementEvent))
  // As of the user: in force before anything is painted, seen by no script, and weaker than what the page says.
  webFrame.insertCSS(writePlatformStyle(process.platform), { cssOrigin: 'user' })
}
