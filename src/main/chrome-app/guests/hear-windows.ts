import type { WebContents } from 'electron'
import { cutText } from './cut-text.ts'

const dispositions: Readonly<Record<string, string>> = {
  'background-tab': 'new_background_tab',
  'foreground-tab': 'new_foreground_tab',
  'new-window': 'new_popup',
}

/** One of the sizes that `window.open` was given. */
const readSize = (features: string, name: string): number =>
  Number(new RegExp(`(?:^|[\\s,])${name}=(\\d{1,5})`).exec(features)?.[1] ?? 0)

/** No window opens, whatever the guest does for one; its page is told what it wants. */
export function hearWindows(contents: WebContents, raise: (name: string, fields: object) => void): void {
  contents.setWindowOpenHandler(({ disposition, features, frameName, url }) => {
    raise('newwindow', {
      targetUrl: cutText(url),
      initialWidth: readSize(features, 'width'),
      initialHeight: readSize(features, 'height'),
      name: cutText(frameName),
      windowOpenDisposition: dispositions[disposition] ?? 'ignore',
    })
    return { action: 'deny' }
  })
}
