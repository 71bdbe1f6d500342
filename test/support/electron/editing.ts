/** What every WebContents can do to its text. */
export const editing = {
  copy: () => {},
  cut: () => {},
  paste: () => {},
  pasteAndMatchStyle: () => {},
  redo: () => {},
  selectAll: () => {},
  undo: () => {},
}
