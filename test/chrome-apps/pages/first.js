window.seenFirst = {
  storage: typeof localStorage,
  overflow: getComputedStyle(document.documentElement).overflow,
}
