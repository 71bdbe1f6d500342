import type { WebContents } from 'electron'
import type { OutsideLinks } from './outside-links.ts'
import { isSameAddress } from './same-address.ts'

export interface Confinement {
  /** The address that a window shows first: it is known, and the window is still blank. */
  readonly first?: string
  /** The page was about to show another one. */
  readonly stayed: (url: string) => void
}

/** A page of an app stays what it is until it is closed: nothing that it does shows another one in its place. */
export function confinePage(contents: WebContents, { first, stayed }: Confinement): void {
  contents.on('will-navigate', (event) => {
    if (first !== undefined && isSameAddress(event.url, first) && contents.getURL() === '') return
    event.preventDefault()
    stayed(event.url)
  })
  // Of several devices Electron would give a page the first one.
  contents.on('select-bluetooth-device', (event, _devices, callback) => {
    event.preventDefault()
    callback('')
  })
}

/** A page opens no windows by itself, but what leads out of the app goes to the user's browser. */
export function openOutside(contents: WebContents, links: OutsideLinks): void {
  contents.setWindowOpenHandler(({ url }) => {
    links.open(url)
    return { action: 'deny' }
  })
}
