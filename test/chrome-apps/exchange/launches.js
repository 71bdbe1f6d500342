/** What the background page hears before any scenario runs. */
globalThis.heard = []
globalThis.atStart = {
  readyState: document.readyState,
  body: document.body !== null,
  markup: document.documentElement.outerHTML,
  title: document.title,
  referrer: document.referrer,
  name: window.name,
  compatMode: document.compatMode,
  characterSet: document.characterSet,
  size: [innerWidth, innerHeight, outerWidth > 0],
  visible: [document.hidden, document.visibilityState, document.hasFocus()],
  opener: window.opener,
  top: window.top === window && window.parent === window,
}

chrome.app.runtime.onLaunched.addListener((...args) => globalThis.heard.push(['onLaunched', ...args]))
chrome.runtime.onInstalled.addListener((...args) => globalThis.heard.push(['onInstalled', ...args]))
chrome.runtime.onStartup.addListener((...args) => globalThis.heard.push(['onStartup', ...args]))
chrome.app.runtime.onRestarted.addListener((...args) => globalThis.heard.push(['onRestarted', ...args]))
for (const type of ['DOMContentLoaded', 'load', 'pageshow'])
  window.addEventListener(type, () => globalThis.heard.push([type, document.readyState]))

globalThis.openTwo = (t) => Promise.all(['one', 'two'].map((id) => t.open('window.html', { id })))
globalThis.openThree = (t) => Promise.all(['one', 'two', 'three'].map((id) => t.open('window.html', { id })))
