import { BrowserWindow, Menu } from 'electron'
import type { ContextMenuParams, MenuItemConstructorOptions, WebContents } from 'electron'
import type { Clicked } from '../menus/build-menu.ts'
import { buildMenu } from '../menus/build-menu.ts'
import type { Editor } from '../menus/edit-items.ts'
import { addEditItems } from '../menus/edit-items.ts'
import type { MenuItems } from '../menus/menu-items.ts'
import { cutText } from './cut-text.ts'

/** Undefined where nothing has been put into the menu. */
type FindItems = () => MenuItems | undefined

/** What the user does the page is told whatever it has not dealt with. */
type Raise = (name: string, fields: object, mustHear: true) => void

interface Asked {
  readonly requestId: number
  readonly template: MenuItemConstructorOptions[]
}

const cutClicked = ({
  frame,
  frameURL,
  isEditable,
  linkURL,
  mediaType,
  pageURL,
  selectionText,
  srcURL,
}: Clicked): Clicked => ({
  frame,
  frameURL: cutText(frameURL),
  isEditable,
  linkURL: cutText(linkURL),
  mediaType,
  pageURL: cutText(pageURL),
  selectionText: cutText(selectionText),
  srcURL: cutText(srcURL),
})

/** What the app may not do in a guest the user may. */
const bindEditor = (contents: WebContents): Editor => ({
  copy: contents.copy.bind(contents),
  cut: contents.cut.bind(contents),
  paste: contents.paste.bind(contents),
  pasteAndMatchStyle: contents.pasteAndMatchStyle.bind(contents),
  redo: contents.redo.bind(contents),
  selectAll: contents.selectAll.bind(contents),
  undo: contents.undo.bind(contents),
})

/** The menu of a guest, which its page may prevent each time. */
export class GuestMenu {
  readonly #contents: WebContents
  readonly #editor: Editor
  readonly #raise: Raise
  #asked: Asked | undefined

  constructor(contents: WebContents, raise: Raise) {
    this.#contents = contents
    this.#editor = bindEditor(contents)
    this.#raise = raise
  }

  /** Its page has taken the guest. */
  follow(findItems: FindItems): void {
    this.#contents.on('context-menu', (_event, clicked) => {
      const requestId = (this.#asked?.requestId ?? 0) + 1
      this.#asked = { requestId, template: this.#build(findItems(), clicked) }
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

  #build(items: MenuItems | undefined, clicked: ContextMenuParams): MenuItemConstructorOptions[] {
    const own = buildMenu(items?.list ?? [], cutClicked(clicked), (item, data) => {
      if (data.checked !== undefined) items?.update(item.id, { checked: data.checked })
      this.#raise('menuclick', data, true)
    })
    return addEditItems(clicked, this.#editor, own)
  }
}
