/**
 * What Escape does to a window that fills the screen, if its page has let it pass: for an app that may keep it. For all
 * others the main process takes the key before the page sees it.
 */
export function watchEscape(page: Window, leaveFullScreen: () => void): void {
  const watch = (event: KeyboardEvent): void => {
    if (!event.isTrusted || event.key !== 'Escape') return
    // The page's own listeners come first.
    page.setTimeout(() => {
      if (!event.defaultPrevented) leaveFullScreen()
    })
  }
  page.addEventListener('keydown', watch, true)
}
