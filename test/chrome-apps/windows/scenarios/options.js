const listArguments = (url, options) => [url, ...(options === undefined ? [] : [options])]

const refused = [
  ['http://example.com/'],
  ['data:text/html,x'],
  ['about:blank'],
  ['javascript:1'],
  ['//example.com/window.html'],
  ['window.html', { id: 'x'.repeat(257) }],
  ['window.html', { frame: { type: 'none', color: '#fff' } }],
  ['window.html', { frame: { color: 'red' } }],
  ['window.html', { frame: { color: '#12345' } }],
  ['window.html', { frame: { inactiveColor: '#fff' } }],
  ['window.html', { frame: { color: '#fff', inactiveColor: 'x' } }],
  ['window.html', { ime: false }],
  ['window.html', { ime: true }],
  ['window.html', { alphaEnabled: true }],
  ['window.html', { alphaEnabled: false }],
  ['window.html', { showInShelf: true }],
  ...['left', 'top', 'width', 'height', 'minWidth', 'minHeight', 'maxWidth', 'maxHeight'].map((side) => [
    'window.html',
    { innerBounds: { [side]: 1 }, outerBounds: { [side]: 1 } },
  ]),
  ['window.html', { innerBounds: { width: 1, left: 1 }, outerBounds: { width: 1, left: 1 } }],
  // Several faults at once: which is told?
  ['http://example.com/', { id: 'x'.repeat(257) }],
  ['window.html', { innerBounds: { left: 1 }, outerBounds: { left: 1 }, frame: { color: 'red' } }],
  ['window.html', { frame: { color: 'red' }, ime: true, showInShelf: true }],
]

scenario(
  'options: what is refused',
  async (t) => {
    for (const [url, options] of refused) {
      const label = JSON.stringify([url, options]).replace(/x{257}/, 'x 257 times')
      t.log(label, await t.cb('app.window.create', ...listArguments(url, options)))
    }
    t.log('own address', await t.cb('app.window.create', chrome.runtime.getURL('window.html')))
    t.log('windows', chrome.app.window.getAll().length)
  },
  { ms: 20_000 },
)

scenario(
  'options: addresses',
  async (t) => {
    for (const url of ['window.html', '/window.html', '../window.html', 'window.html?q#h']) {
      const w = await t.open(url, {})
      t.log(
        url,
        w.contentWindow.location.pathname + w.contentWindow.location.search + w.contentWindow.location.hash,
      )
      await t.close(w)
    }
  },
  { ms: 30_000 },
)

scenario('options: an address in which a dot is written otherwise', async (t) => {
  const w = await t.open('window%2ehtml', {})
  t.log('address', w.contentWindow.location.pathname.replace(/%2e/i, '.'))
})

scenario('options: colours that say how opaque they are', async (t) => {
  for (const color of ['#1234', '#11223344', '#fff0', '#ABCDEF00']) {
    const w = await t.open('window.html', { frame: { color, inactiveColor: color } })
    t.log(color, w.hasFrameColor, w.activeFrameColor.toString(16), w.inactiveFrameColor.toString(16))
    await t.close(w)
  }
  for (const color of ['#', '#12', '#1234567', '#123456789', ' #1234', 'rgb(1,2,3)'])
    t.log(color, await t.cb('app.window.create', 'window.html', { frame: { color } }))
})

scenario('options: what throws', async (t) => {
  const wrong = [
    [],
    [5],
    ['window.html', 5],
    ['window.html', {}, 5],
    ['window.html', { zzz: 1 }],
    ['window.html', { id: 5 }],
    ['window.html', { state: 'x' }],
    ['window.html', { type: 'x' }],
    ['window.html', { frame: 5 }],
    ['window.html', { frame: { zzz: 1 } }],
    ['window.html', { frame: { color: 5 } }],
    ['window.html', { icon: 5 }],
    ['window.html', { width: 1.5 }],
    ['window.html', { width: '1' }],
    ['window.html', { innerBounds: { zzz: 1 } }],
    ['window.html', { innerBounds: { width: 'x' } }],
    ['window.html', { bounds: { minWidth: 1 } }],
    ['window.html', { hidden: 1 }],
    ['window.html', { lockScreenAction: 'new_note' }],
  ]
  for (const args of wrong) t.log(JSON.stringify(args), t.invoke('app.window.create', ...args))
  for (const name of ['get', 'getAll', 'current', 'canSetVisibleOnAllWorkspaces'])
    t.log(name, t.invoke(`app.window.${name}`, 5))
  t.log('get', t.invoke('app.window.get'))
})

const shown = {
  'is shown in a state': [
    { alwaysOnTop: true },
    { visibleOnAllWorkspaces: true },
    { hidden: true },
    { hidden: true, state: 'fullscreen' },
    { focused: false },
    { state: 'maximized' },
    { state: 'minimized' },
    { state: 'normal' },
  ],
  'is of a kind': [
    { type: 'shell' },
    { type: 'panel' },
    { icon: 'nope.png' },
    { frame: 'whatever' },
    { frame: { color: '#f00', activeColor: '#0f0', inactiveColor: '#0000ff' } },
    { id: '' },
    { id: null, width: null, frame: null },
    null,
  ],
}

for (const [name, options] of Object.entries(shown))
  scenario(
    `options: a new window ${name}`,
    async (t) => {
      for (const given of options) {
        const w = await t.open('window.html', given)
        // Time for what must not come.
        if (given?.state !== undefined) await t.sleep(calm)
        const { hasFrameColor, activeFrameColor, inactiveFrameColor, id } = w
        // A page may be told twice on a machine that is busy: what counts is what it is told in the end.
        await t.until(() => w.contentWindow.document.visibilityState === 'visible')
        const colors = hasFrameColor ? [activeFrameColor, inactiveFrameColor] : []
        t.log(JSON.stringify(given), showStates(w), 'visible', colors, id)
        await t.close(w)
      }
    },
    { ms: 30_000 },
  )

scenario('options: a promise', async (t) => {
  const promise = chrome.app.window.create('window.html')
  t.log('class', Object.prototype.toString.call(promise))
  const w = await promise
  t.log('state', w.contentWindow.document.readyState, w.contentWindow.chrome.app.window.current() === w)
})

scenario('options: the namespace', async (t) => {
  const { State, WindowType, canSetVisibleOnAllWorkspaces } = chrome.app.window
  t.log('keys', Object.keys(chrome.app.window))
  t.log('enums', State, WindowType)
  t.log('all workspaces', canSetVisibleOnAllWorkspaces())
  t.log('current', chrome.app.window.current())
  t.log('unknown', chrome.app.window.get('unknown'))
})

// The last one: Chromium keeps the windows, which nobody can close.
scenario('options: what cannot be loaded', async (t) => {
  for (const url of ['', 'missing.html', 'no folder/ä.html'])
    t.log(url, await t.cbWithin(30_000, 'app.window.create', url))
  t.log('windows', chrome.app.window.getAll().length)
})

scenario('options: addresses with backslashes', async (t) => {
  const addresses = [
    '\\window.html',
    'no\\..\\window.html',
    'window.html?a\\b',
    'window.html#a\\b',
    '\\\\window.html',
    '/\\window.html',
    '\\/window.html',
    'chrome-extension:\\\\window.html',
  ]
  for (const address of addresses) {
    const { args, lastError } = await t.cb('app.window.create', address)
    const [w] = args
    t.log(address, w?.contentWindow.location.href, lastError)
    if (w) await t.close(w)
  }
})

scenario('options: an id is as long as its bytes', async (t) => {
  const ids = [
    'x'.repeat(256),
    'ä'.repeat(128),
    'ä'.repeat(129),
    '\u{1F600}'.repeat(64),
    '\u{1F600}'.repeat(65),
  ]
  for (const id of [...ids, `${'x'.repeat(254)}\ud800`]) {
    const { args, lastError } = await t.cb('app.window.create', 'window.html', { id })
    const [w] = args
    t.log(id.length, w?.id === id, lastError)
    if (w) await t.close(w)
  }
})

const icons = [
  ['', ' ', '#', '?', '/', '..', '\\', '\n', ':', '//', '//x/y.png', '//['],
  ['http:', 'http://', 'http://[', 'https:///', 'http://x:99999/', 'http://%zz/'],
  ['icon.png', '%', '../../x', 'a:b', 'zz:', 'data:', 'blob:x', 'about:blank', 'http://x/y', 'file:///x'],
]

for (const [index, some] of icons.entries())
  scenario(`options: icons, ${index + 1}`, async (t) => {
    for (const icon of some) {
      const { args, lastError } = await t.cb('app.window.create', 'window.html', { icon })
      const [w] = args
      t.log(icon, w !== undefined, lastError)
      if (w) await t.close(w)
    }
    // Of several faults that of the icon is told last.
    const others = [{ frame: { color: 'red' } }, { ime: true }, { showInShelf: true }]
    for (const other of others)
      t.log((await t.cb('app.window.create', 'window.html', { icon: some[0], ...other })).lastError)
  })

scenario('options: an address with a colon', async (t) => {
  const addresses = [
    ':',
    '::',
    ':/',
    '://x',
    ':window.html',
    '1:',
    '1:window.html',
    '/:x',
    'ä:b',
    'a b:c',
    '[:]',
  ]
  const inside = [
    'window.html?:',
    'window.html?to=http://example.com/',
    'window.html#a:b',
    '#:',
    'window.html:',
  ]
  for (const address of [...addresses, ...inside]) t.log(address, await t.cb('app.window.create', address))
})
