window.seenFirst = {
  storage: typeof localStorage,
  overflow: getComputedStyle(document.documentElement).overflow,
}

window.askInVain = () => {
  alert('text')
  void history.state
  window.onunload = () => {}
}

window.askWrongly = () => {
  chrome.storage.local.get(5)
}

window.failInCallback = (then) =>
  chrome.storage.local.get({}, () => {
    setTimeout(() => then())
    throw new Error('of a callback')
  })
