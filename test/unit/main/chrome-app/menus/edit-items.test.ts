import type { EditFlags } from 'electron'
import { describe, expect, it } from 'vitest'
import { addEditItems } from '../../../../../src/main/chrome-app/menus/edit-items.ts'

const editFlags: EditFlags = {
  canCopy: true,
  canCut: false,
  canDelete: false,
  canEditRichly: false,
  canPaste: true,
  canRedo: false,
  canSelectAll: true,
  canUndo: false,
}

function readItems(text: { isEditable: boolean; selectionText: string }, ...own: string[]): unknown[] {
  const done: string[] = []
  const note = (name: string) => () => void done.push(name)
  const editor = {
    copy: note('copy'),
    cut: note('cut'),
    paste: note('paste'),
    pasteAndMatchStyle: note('pasteAndMatchStyle'),
    redo: note('redo'),
    selectAll: note('selectAll'),
    undo: note('undo'),
  }
  const items = own.map((label) => ({ label }))
  return addEditItems({ editFlags, ...text }, editor, items).map(({ click, enabled, label }) => {
    if (click !== undefined) Reflect.apply(click, undefined, [])
    return [label, enabled, done.at(-1)]
  })
}

describe('what the menu of a text has', () => {
  it('is all of editing where one can write', () => {
    expect(readItems({ isEditable: true, selectionText: '' })).toEqual([
      ['Undo', false, 'undo'],
      ['Redo', false, 'redo'],
      [undefined, undefined, 'redo'],
      ['Cut', false, 'cut'],
      ['Copy', true, 'copy'],
      ['Paste', true, 'paste'],
      ['Paste as plain text', true, 'pasteAndMatchStyle'],
      ['Select all', true, 'selectAll'],
    ])
  })

  it('is copying where something is selected, and nothing elsewhere', () => {
    expect(readItems({ isEditable: false, selectionText: 'words' })).toEqual([['Copy', true, 'copy']])
    expect(readItems({ isEditable: false, selectionText: '' })).toEqual([])
  })

  it('is above what the app has in the menu', () => {
    expect(readItems({ isEditable: false, selectionText: 'words' }, 'Own')).toEqual([
      ['Copy', true, 'copy'],
      [undefined, undefined, 'copy'],
      ['Own', undefined, 'copy'],
    ])
    expect(readItems({ isEditable: false, selectionText: '' }, 'Own')).toEqual([
      ['Own', undefined, undefined],
    ])
  })
})
