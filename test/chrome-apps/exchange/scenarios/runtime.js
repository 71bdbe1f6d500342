scenario('what the background page hears at its start', async (t) => {
  await t.until(() => globalThis.heard.some(([name]) => name === 'onLaunched'))
  await t.until(() => globalThis.heard.some(([name]) => name === 'onInstalled'))
  for (const [name, ...args] of globalThis.heard.toSorted(([a], [b]) => (a < b ? -1 : 1)))
    t.log(name, ...args)
  t.log('keys', Object.keys(globalThis.heard.find(([name]) => name === 'onLaunched')[1]))
  const names = globalThis.heard.map(([name]) => name)
  t.log('launched after load', names.indexOf('load') < names.indexOf('onLaunched'))
})

scenario('runtime.getManifest', (t) => {
  const manifest = chrome.runtime.getManifest()
  // The list of scripts grows with the scenarios.
  t.log('scripts', manifest.app.background.scripts.includes('conformance.js'))
  manifest.app.background.scripts = []
  t.log('manifest', manifest)
  t.log('a fresh one each time', chrome.runtime.getManifest() === chrome.runtime.getManifest())
  t.log('not changed', chrome.runtime.getManifest().app.background.scripts.length > 0)
})

scenario('runtime.getURL', (t) => {
  const paths = [
    '',
    '/',
    'a.html',
    '/a.html',
    '//a',
    '../a',
    'a/../b',
    './a',
    'a b',
    'ä',
    '%20',
    '%',
    '?q',
    '#h',
    'a?b#c',
    'http://x/',
    'https:',
    'data:text/plain,x',
    'a\\b',
    '\\',
    ' a ',
    'a\nb',
    'a\tb',
    '/../../x',
    'a//b',
    '\u{1F600}',
    '"<>`{}|^',
    '[x]',
    '@',
    ':',
    'a:b',
    'javascript:1',
  ]
  for (const path of paths) t.log('getURL', path, t.invoke('runtime.getURL', path))
})

scenario('runtime.id and URL of the page', (t) => {
  t.log('id', chrome.runtime.id)
  t.log('location', location.href, location.origin, location.host, location.pathname)
  t.log('origin', self.origin, isSecureContext, crossOriginIsolated)
  t.log('base', document.baseURI, document.URL, document.domain)
})

scenario('runtime.getPlatformInfo', async (t) => {
  t.log('callback', await t.cb('runtime.getPlatformInfo'))
  t.log('promise', await t.ask('runtime.getPlatformInfo'))
})

scenario('runtime.getBackgroundPage', async (t) => {
  const main = await t.open('window.html')
  const own = await t.cb('runtime.getBackgroundPage')
  t.log('here', own.args.length, own.args[0] === window)
  const there = await t.of(main.contentWindow).cb('runtime.getBackgroundPage')
  t.log('there', there.args[0] === window, there.lastError)
  t.log('promise', (await chrome.runtime.getBackgroundPage()) === window)
})

scenario('lastError is there in the callback of a failed call alone', async (t) => {
  t.log('before', 'lastError' in chrome.runtime)
  await new Promise((resolve) => {
    chrome.storage.local.set({ a: new ArrayBuffer(1) }, async (...args) => {
      t.log('in', args, chrome.runtime.lastError, Object.keys(chrome.runtime.lastError))
      await Promise.resolve()
      t.log('in a microtask', chrome.runtime.lastError)
      setTimeout(() => {
        t.log('in the next task', chrome.runtime.lastError, 'lastError' in chrome.runtime)
        resolve()
      })
    })
  })
})

scenario('lastError stands on the runtime of the frame that made the call', async (t) => {
  const { contentWindow } = await t.open('window.html')
  await new Promise((resolve) => {
    contentWindow.chrome.storage.local.set({ a: new ArrayBuffer(1) }, () => {
      t.log('here', chrome.runtime.lastError)
      t.log('there', contentWindow.chrome.runtime.lastError?.message)
      resolve()
    })
  })
})

scenario('an error that nobody reads', async (t) => {
  await new Promise((resolve) => {
    chrome.storage.local.set({ a: new ArrayBuffer(1) }, resolve)
  })
  await t.sleep(20)
  t.log('over')
})

scenario('a callback that throws', async (t) => {
  chrome.storage.local.get('a', () => {
    throw new Error('boom')
  })
  t.log('the next call', await t.cb('storage.local.get', 'a'))
})

scenario('a rejection that nobody handles', async (t) => {
  const unhandled = new Promise((resolve) => {
    window.addEventListener('unhandledrejection', resolve, { once: true })
  })
  void chrome.storage.local.set({ a: new ArrayBuffer(1) })
  const { reason } = await unhandled
  t.log('reason', reason)
})

scenario('runtime.setUninstallURL', async (t) => {
  const site = 'https://example.test/'
  const urls = [
    '',
    site,
    'HTTP://EXAMPLE.test',
    'https:',
    'https://',
    'http://[x',
    'https://a b/',
    'zzz',
    'ftp://x/',
    'about:blank',
    ' https://x/ ',
    '\u0001ht\ntps://x/',
    'http:x',
  ]
  for (const url of urls) t.log('set', url, await t.cb('runtime.setUninstallURL', url))
  for (const length of [1023, 1024, 2000])
    t.log('set', length, await t.cb('runtime.setUninstallURL', site.padEnd(length, 'x')))
  t.log('of two units', await t.cb('runtime.setUninstallURL', site.padEnd(1023, '\u{1F600}')))
  t.log('promise', await t.ask('runtime.setUninstallURL', site))
  await t.cb('runtime.setUninstallURL', '')
})

scenario('runtime.setUninstallURL: wrong arguments', (t) =>
  t.tryArguments('runtime.setUninstallURL', { url: '' }),
)

scenario('runtime.requestUpdateCheck, restart and the page of options', async (t) => {
  for (const args of [[1], [{}], [() => {}, 1]])
    t.log('requestUpdateCheck', args, t.invoke('runtime.requestUpdateCheck', ...args))
  t.log('requestUpdateCheck', await t.cb('runtime.requestUpdateCheck'))
  t.log('promise', await t.ask('runtime.requestUpdateCheck'))
  t.log('again', await t.cb('runtime.requestUpdateCheck'))
  t.log('restart', t.invoke('runtime.restart'))
  t.log('restartAfterDelay', await t.cb('runtime.restartAfterDelay', 5))
  t.log('openOptionsPage', await t.cb('runtime.openOptionsPage'))
  t.log('getPackageDirectoryEntry', (await t.cb('runtime.getPackageDirectoryEntry')).args.length)
})

scenario('keys of chrome.runtime', (t) => {
  t.log('keys', Object.keys(chrome.runtime))
  t.log('app.runtime', Object.keys(chrome.app.runtime), Object.keys(chrome.permissions))
})

scenario('what every page of the browser has', (t) => {
  for (const key of ['loadTimes', 'csi'])
    t.log(key, chrome[key].name, chrome[key].length, Object.getOwnPropertyNames(chrome[key]))
})

scenario('keys of chrome', async (t) => {
  const { contentWindow } = await t.open('window.html')
  for (const page of [window, contentWindow])
    t.log(
      'keys',
      Object.keys(page.chrome).filter((key) => key !== 'dom'),
    )
})
