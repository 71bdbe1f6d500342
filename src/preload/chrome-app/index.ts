import { documentEvent } from '../../renderer-types/app-wire.ts'
import { install } from '../install.ts'
import facadeSource from './main-world/index.ts?source'

/** Undocumented, and Electron's oldest way to say that there is an `<html>`, without anything in it. */
const documentStart = 'document-start'

if (install(facadeSource)) {
  const events = process as unknown as { once: (name: string, act: () => void) => void }
  events.once(documentStart, () => window.dispatchEvent(new Event(documentEvent)))
}
