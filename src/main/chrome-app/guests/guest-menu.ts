import { BrowserWindow, Menu } from 'electron'
import type { MenuItemConstructorOptions, WebContents } from 'electron'
import type { Clicked } from '../menus/build-menu.ts'
import { buildMenu } from '../menus/build-menu.ts'
import type { MenuItems } from '../menus/menu-items.ts'
import { cutText } from './cut-text.ts'

/** What the menu of a guest is made of. */
export interface MenuSource {
  readonly appName: string
  /** Undefined where nothing has been put into it. */
  readonly findItems: () => MenuItems | undefined
}

/** What the user does the page is told whatever it has not dealt with. */
type Raise = (name: string, fields: object, mustHear: true) => void

interface Asked {
  readonly requestId: number
  readonly template: MenuItemConstructorOptions[]
}

const cutClicked = ({
  frameURL,
  isEditable,
  linkURL,
  mediaType,
  pageURL,
  selectionText,
  srcURL,
}: Clicked): Clicked => ({
  frameURL: cutText(frameURL),
  isEditable,
  linkURL: cutText(linkURL),
  mediaType,
  pageURL: cutText(pageURL),
  selectionText: cutText(selectionText),
  srcURL: cutText(srcURL),
})

/** The menu of a guest, which its page may prevent each time. */
export class GuestMenu {
  readonly #contents: WebContents
  readonly #raise: Raise
  #asked: Asked | undefined

  constructor(contents: WebContents, raise: Raise) {
    this.#contents = contents
    this.#raise = raise
  }

  /** Its page has taken the guest. */
  follow(source: MenuSource): void {
    this.#contents.on('context-menu', (_event, clicked) => {
      const requestId = (this.#asked?.requestId ?? 0) + 1
      this.#asked = { requestId, template: this.#build(source, cutClicked(clicked)) }
      this.#raise('contextmenu', { requestId }, true)
    })
  }

  /** Once, and no other than the last one. */
  show(requestId: number): void {
    if (this.#asked?.requestId !== requestId) return
    const { template } = this.#asked
    this.#asked = { requestId, template: [] }
    const host = this.#contents.hostWebContents
    const window = host && BrowserWindow.fromWebContents(host)
    if (template.length > 0 && window !== null) Menu.buildFromTemplate(template).popup({ window })
  }

  #build({ appName, findItems }: MenuSource, clicked: Clicked): MenuItemConstructorOptions[] {
    const items = findItems()
    return buildMenu(items?.list ?? [], clicked, appName, (item, data) => {
      if (data.checked !== undefined) items?.check(item, data.checked)
      this.#raise('menuclick', data, true)
    })
  }
}
