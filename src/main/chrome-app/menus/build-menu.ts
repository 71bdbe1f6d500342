import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import type { AppEventArguments } from '../../../renderer-types/contract/apps/index.ts'
import type { ItemId, ItemProperties } from './menu-items.ts'
import { listLines } from './menu-items.ts'
import { matchesPattern } from './match-pattern.ts'

export type ClickData = AppEventArguments<'contextMenus', 'onClicked'>[0]

/** What the user has clicked on, as Electron says it. */
export type Clicked = Pick<
  ContextMenuParams,
  'frameURL' | 'isEditable' | 'linkURL' | 'mediaType' | 'pageURL' | 'selectionText' | 'srcURL'
>

const media: ReadonlySet<string> = new Set(['audio', 'image', 'video'])
/** Characters of a selection that a menu shows. */
const maxShown = 50

function listContexts({ frameURL, isEditable, linkURL, mediaType, selectionText }: Clicked): Set<string> {
  const contexts = new Set<string>()
  if (media.has(mediaType)) contexts.add(mediaType)
  if (linkURL !== '') contexts.add('link')
  if (selectionText !== '') contexts.add('selection')
  if (isEditable) contexts.add('editable')
  if (frameURL !== '') contexts.add('frame')
  if (contexts.size === 0) contexts.add('page')
  return contexts.add('all')
}

const matchesAny = (patterns: readonly string[], urls: readonly string[]): boolean =>
  patterns.length === 0 || patterns.some((pattern) => urls.some((url) => matchesPattern(pattern, url)))

function isFor(item: ItemProperties, clicked: Clicked, contexts: ReadonlySet<string>): boolean {
  const { contexts: own = 'page', documentUrlPatterns, targetUrlPatterns, visible } = item
  if (visible === false || !listLines(own).some((context) => contexts.has(context))) return false
  const { frameURL, linkURL, pageURL, srcURL } = clicked
  const targets = [linkURL, srcURL].filter((url) => url !== '')
  return (
    matchesAny(listLines(documentUrlPatterns), [frameURL === '' ? pageURL : frameURL]) &&
    (targets.length === 0 || matchesAny(listLines(targetUrlPatterns), targets))
  )
}

/** What listeners are told, with what there is of it alone, in Chrome's order. */
function describeClick(item: ItemProperties, clicked: Clicked): ClickData {
  const { frameURL, isEditable, linkURL, mediaType, pageURL, selectionText, srcURL } = clicked
  const { checked = false, type } = item
  const isChecked = type === 'radio' || !checked
  return {
    editable: isEditable,
    ...(frameURL !== '' && { frameUrl: frameURL }),
    ...(linkURL !== '' && { linkUrl: linkURL }),
    ...(media.has(mediaType) && { mediaType }),
    menuItemId: item.id,
    pageUrl: pageURL,
    ...(item.parentId !== undefined && { parentMenuItemId: item.parentId }),
    ...(selectionText !== '' && { selectionText }),
    ...(srcURL !== '' && { srcUrl: srcURL }),
    ...((type === 'checkbox' || type === 'radio') && { checked: isChecked, wasChecked: checked }),
  }
}

/** `%s` is what is selected. */
function writeLabel(title: string, { selectionText }: Clicked): string {
  const shown = selectionText.length > maxShown ? `${selectionText.slice(0, maxShown - 1)}…` : selectionText
  return title.replaceAll('%s', () => shown)
}

type Click = (item: ItemProperties, data: ClickData) => void

/** The menu of an app for what the user has clicked on: more than one item stand below the app's name. */
export function buildMenu(
  items: readonly ItemProperties[],
  clicked: Clicked,
  appName: string,
  click: Click,
): MenuItemConstructorOptions[] {
  const contexts = listContexts(clicked)
  const build = (parentId: ItemId | undefined): MenuItemConstructorOptions[] =>
    items
      .filter((item) => item.parentId === parentId && isFor(item, clicked, contexts))
      .map((item) => {
        const { checked = false, enabled = true, id, title = '', type = 'normal' } = item
        const below = type === 'normal' ? build(id) : []
        return {
          type: below.length > 0 ? 'submenu' : type,
          label: writeLabel(title, clicked),
          enabled,
          ...((type === 'checkbox' || type === 'radio') && { checked }),
          ...(below.length > 0 && { submenu: below }),
          click: () => click(item, describeClick(item, clicked)),
        }
      })
  const top = build(undefined)
  return top.length > 1 ? [{ label: appName, submenu: top }] : top
}
