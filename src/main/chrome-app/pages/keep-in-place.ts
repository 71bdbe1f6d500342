import type { WebContents } from 'electron'
import type { OutsideLinks } from './outside-links.ts'

/**
 * A page of an app stays what it is until it is closed: nothing that it does shows another one in its place. Of a
 * window that is still blank the first address is known.
 */
export function keepInPlace(contents: WebContents, refused: (url: string) => void, first?: string): void {
  contents.on('will-navigate', (event) => {
    if (event.url === first && contents.getURL() === '') return
    event.preventDefault()
    refused(event.url)
  })
}

/** Windows that a page opens by itself: there are none, but what leads out of the app goes to the user's browser. */
export function openOutside(contents: WebContents, links: OutsideLinks): void {
  contents.setWindowOpenHandler(({ url }) => {
    links.open(url)
    return { action: 'deny' }
  })
}
