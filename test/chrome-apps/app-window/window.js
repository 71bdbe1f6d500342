t.log('script', document.readyState, globalThis.given)
document.addEventListener('DOMContentLoaded', () => t.log('DOMContentLoaded', document.readyState))
window.addEventListener('load', () => t.log('load', document.readyState))

part('hears its end', (page) => {
  for (const type of ['pagehide', 'beforeunload', 'unload'])
    window.addEventListener(type, () => page.log(type))
  chrome.app.window.current().onClosed.addListener((...args) => page.log('onClosed', args.length))
})

part('closes itself', () => window.close())

part(
  'opens another',
  (_page, url) =>
    new Promise((resolve) => {
      chrome.app.window.create(url, resolve)
    }),
)
