import type { ContextMenuParams, MenuItemConstructorOptions, WebContents } from 'electron'

/** What can be done to the text that was clicked on. */
type Text = Pick<ContextMenuParams, 'editFlags' | 'isEditable' | 'selectionText'>
export type Editor = Pick<
  WebContents,
  'copy' | 'cut' | 'paste' | 'pasteAndMatchStyle' | 'redo' | 'selectAll' | 'undo'
>

/** Not by roles: those are for the page of the window itself, which shows another in a frame of colours. */
const writeItem = (label: string, keys: string, enabled: boolean, click: () => void) => ({
  label,
  accelerator: `CommandOrControl+${keys}`,
  registerAccelerator: false,
  enabled,
  click,
})

function listEditItems(
  { editFlags, isEditable, selectionText }: Text,
  editor: Editor,
): MenuItemConstructorOptions[] {
  const copy = writeItem('Copy', 'C', editFlags.canCopy, () => editor.copy())
  if (!isEditable) return selectionText === '' ? [] : [copy]
  const { canCut, canPaste, canRedo, canSelectAll, canUndo } = editFlags
  return [
    writeItem('Undo', 'Z', canUndo, () => editor.undo()),
    writeItem('Redo', 'Shift+Z', canRedo, () => editor.redo()),
    { type: 'separator' },
    writeItem('Cut', 'X', canCut, () => editor.cut()),
    copy,
    writeItem('Paste', 'V', canPaste, () => editor.paste()),
    writeItem('Paste as plain text', 'Shift+V', canPaste, () => editor.pasteAndMatchStyle()),
    writeItem('Select all', 'A', canSelectAll, () => editor.selectAll()),
  ]
}

/** Chrome's own items for a text, and below them those of the app. */
export function addEditItems(
  text: Text,
  editor: Editor,
  own: readonly MenuItemConstructorOptions[],
): MenuItemConstructorOptions[] {
  const items = listEditItems(text, editor)
  const isBoth = items.length > 0 && own.length > 0
  return [...items, ...(isBoth ? [{ type: 'separator' } as const] : []), ...own]
}
