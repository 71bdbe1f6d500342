import type { WantedDifference } from './wanted-difference.ts'

/** Those of whole Chrome Apps. */
export const wantedAppDifferences: readonly WantedDifference[] = [
  {
    what: '`chrome.app.window.initializeAppWindow`',
    chrome: "a function that Chrome's own scripts call",
    here: 'absent',
    why: 'it is no part of the API, and no app could do anything with it',
    scenarios: { 'apps/windows/options': ['options: the namespace'] },
  },
  {
    what: '`outerWidth` and `outerHeight` of the background page',
    chrome: '0',
    here: '1',
    why: 'it is in a window that is not shown, and none is smaller',
    scenarios: { 'apps/app-window/pages': ['the window of the background page, from outside'] },
  },
  {
    what: '`requestAnimationFrame` in the background page',
    chrome: 'never calls back',
    here: 'calls back',
    why: 'what is not shown is not throttled here, or timers would be, too',
    scenarios: { 'apps/app-window/pages': ['frames of the background page'] },
  },
  {
    what: '`HEAD` of a file in the folder',
    chrome: 'brings the file',
    here: 'brings its headers',
    why: 'so the method is meant',
    scenarios: { 'apps/content/files': ['files: HEAD by XMLHttpRequest'] },
  },
  {
    what: 'NUL in the name of a file that the user has given',
    chrome: 'ends the name: `page.html\\0` is `page.html`',
    here: '`NotFoundError`',
    why: 'no file has such a name',
    scenarios: { 'apps/file-server/serving': ['a name with NUL ends there'] },
  },
  {
    what: 'another start of an app while it runs',
    chrome: 'makes its pages anew (`--load-and-launch-app`)',
    here: '`onLaunched` again, with `source: command_line`',
    why: 'so Chrome does with an app that is installed; an app does not lose what it is about',
    scenarios: { 'apps/exchange/steps': ['another start while it runs'] },
  },
  {
    what: '`Range` in a request for a file in the folder',
    chrome: 'the part, with status 200 and without `content-range`',
    here: 'status 206, with `content-range`',
    why: 'without them `<video>` and `<audio>` of a custom scheme cannot be wound',
    scenarios: { 'apps/content/files': ['files: parts'] },
  },
  {
    what: '`window.open` of a blank page or a `data:` address in an app',
    chrome: 'a window of the browser, without `chrome`',
    here: '`null`',
    why: 'there is no browser whose window it could be',
    scenarios: {
      'apps/content/navigation': [
        'navigation: window.open of a blank page: about:blank',
        'navigation: window.open of a blank page: no address',
        'navigation: window.open of a blank page: data:',
      ],
    },
  },
  {
    what: '`requestPointerLock()` of an app with the permission, without a click or a key',
    chrome: 'granted',
    here: '`NotAllowedError`',
    why: 'Electron refuses it before the program is asked',
    scenarios: { 'apps/content/restrictions': ['the pointer is locked without a gesture'] },
  },
  {
    what: '`SharedArrayBuffer` in an app',
    chrome: 'there',
    here: "absent, unless the program has `app.commandLine.appendSwitch('enable-features', 'SharedArrayBuffer')`",
    why: 'Electron has it for all pages or for none: guests show pages of the web, which it gives a fine clock',
    scenarios: { 'apps/content/workers': ['workers: memory that is shared'] },
  },
  {
    what: '`navigator.storage.persist()` in an app',
    chrome: 'false; the state of `persistent-storage` is `prompt`',
    here: 'true, and `granted`',
    why: 'what `chrome.storage` keeps is to stay when the disk is full, and lies there, too',
    scenarios: { 'apps/content/restrictions': ['storage that is to persist'] },
  },
  {
    what: 'an event of `chrome`, in a window or a frame that is no more, that nobody has read before',
    chrome: "throws `Failed to read the 'onStartup' property from 'Object': Extension context invalidated.`",
    here: 'is there, and comes to nothing',
    why: 'the events are made with the page, which costs less than watching who reads them',
    scenarios: { 'apps/app-window/kept': ['kept: what of a namespace has not been read'] },
  },
]
