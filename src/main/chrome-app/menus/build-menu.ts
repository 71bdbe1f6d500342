import type { ContextMenuParams, MenuItemConstructorOptions, WebFrameMain } from 'electron'
import type { AppEventArguments } from '../../../renderer-types/contract/apps/index.ts'
import type { ItemId, ItemProperties } from './menu-items.ts'
import { listLines } from './menu-items.ts'
import { matchesAny } from './match-pattern.ts'

export type ClickData = AppEventArguments<'contextMenus', 'onClicked'>[0]

type ClickedPart =
  'frameURL' | 'isEditable' | 'linkURL' | 'mediaType' | 'pageURL' | 'selectionText' | 'srcURL'

/** What the user has clicked on, as Electron says it. */
export interface Clicked extends Pick<ContextMenuParams, ClickedPart> {
  readonly frame: Pick<WebFrameMain, 'parent'> | null
}

const media: ReadonlySet<string> = new Set(['audio', 'image', 'video'])
/** Characters of a selection that a menu shows. */
const maxShown = 50

/** As Chromium's render_view_context_menu.cc has it: `page` is what is nothing else, be it in a frame or not. */
function listContexts({ frame, isEditable, linkURL, mediaType, selectionText }: Clicked): Set<string> {
  const contexts = new Set<string>()
  if (selectionText !== '') contexts.add('selection')
  if (isEditable) contexts.add('editable')
  if (contexts.size === 0 && linkURL === '' && mediaType === 'none') contexts.add('page')
  if (frame !== null && frame.parent !== null) contexts.add('frame')
  return contexts.add('all')
}

/** What patterns of targets are for, with its address. */
function listTargets({ linkURL, mediaType, srcURL }: Clicked): [string, string][] {
  const targets: [string, string][] = linkURL === '' ? [] : [['link', linkURL]]
  return media.has(mediaType) ? [...targets, [mediaType, srcURL]] : targets
}

function isInContext({ contexts = 'page', targetUrlPatterns }: ItemProperties, clicked: Clicked): boolean {
  const own = new Set(listLines(contexts))
  const patterns = listLines(targetUrlPatterns)
  return (
    [...listContexts(clicked)].some((context) => own.has(context)) ||
    listTargets(clicked).some(([context, url]) => own.has(context) && matchesAny(patterns, url))
  )
}

const isFor = (item: ItemProperties, clicked: Clicked): boolean =>
  item.visible !== false &&
  isInContext(item, clicked) &&
  matchesAny(listLines(item.documentUrlPatterns), clicked.frameURL)

/** What listeners are told, with what there is of it alone, in Chrome's order. */
function describeClick(item: ItemProperties, clicked: Clicked): ClickData {
  const { frameURL, isEditable, linkURL, mediaType, pageURL, selectionText, srcURL } = clicked
  const { checked = false, type } = item
  const isMarked = type === 'checkbox' || type === 'radio'
  return {
    ...(isMarked && { checked: type === 'radio' || !checked }),
    editable: isEditable,
    frameUrl: frameURL,
    ...(linkURL !== '' && { linkUrl: linkURL }),
    ...(media.has(mediaType) && { mediaType }),
    menuItemId: item.id,
    pageUrl: pageURL,
    ...(item.parentId !== undefined && { parentMenuItemId: item.parentId }),
    ...(selectionText !== '' && { selectionText }),
    ...(srcURL !== '' && { srcUrl: srcURL }),
    ...(isMarked && { wasChecked: checked }),
  }
}

/** `%s` is what is selected. */
function writeLabel(title: string, { selectionText }: Clicked): string {
  const shown = selectionText.length > maxShown ? `${selectionText.slice(0, maxShown - 1)}…` : selectionText
  return title.replaceAll('%s', () => shown)
}

type Click = (item: ItemProperties, data: ClickData) => void

/** Radio items are by themselves. */
function separateRadioItems(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item, index) => {
    const before = items[index - 1]
    const isBorder = before !== undefined && (before.type === 'radio') !== (item.type === 'radio')
    return isBorder ? [{ type: 'separator' }, item] : [item]
  })
}

/** The items of an app for what the user has clicked on. */
export function buildMenu(
  items: readonly ItemProperties[],
  clicked: Clicked,
  click: Click,
): MenuItemConstructorOptions[] {
  const build = (parentId: ItemId | undefined): MenuItemConstructorOptions[] =>
    separateRadioItems(
      items
        .filter((item) => item.parentId === parentId && isFor(item, clicked))
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
        }),
    )
  return build(undefined)
}
