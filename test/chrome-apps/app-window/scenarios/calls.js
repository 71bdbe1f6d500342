const simple = [
  'focus',
  'fullscreen',
  'minimize',
  'maximize',
  'restore',
  'drawAttention',
  'clearAttention',
  'close',
  'hide',
]

scenario('calls: surplus arguments', async (t) => {
  const created = await t.open('window.html', { id: 'surplus' })
  for (const method of simple)
    t.log(
      method,
      t.raw(() => created[method](1)),
    )
  t.log(
    'show',
    t.raw(() => created.show(1)),
    t.raw(() => created.show(true, 1)),
  )
  t.log(
    'getBounds',
    t.raw(() => created.getBounds(1)),
  )
  t.log(
    'isMaximized',
    t.raw(() => created.isMaximized(1)),
  )
})

const wrong = {
  setBounds: [
    [],
    [1],
    [null],
    [undefined],
    ['x'],
    [{ bogus: 1 }],
    [{ left: 1.5 }],
    [{ left: 'x' }],
    [{ left: null }],
    [{}],
    [{ minWidth: 1 }],
    [{ left: 1 }, 1],
  ],
  setAlwaysOnTop: [[], [1], ['x'], [null], [true, 1]],
  setIcon: [[], [1], [null], ['icon.png', 1]],
  setVisibleOnAllWorkspaces: [[], [1], [null], [true, 1]],
  setActivateOnPointer: [[], [1], [null], [true]],
  moveTo: [[]],
  resizeTo: [[]],
}

for (const [method, trials] of Object.entries(wrong))
  scenario(`calls: wrong arguments of ${method}`, async (t) => {
    const created = await t.open('window.html', { id: `wrong-${method}` })
    for (const args of trials)
      t.log(
        method,
        args,
        t.raw(() => created[method](...args)),
      )
    await t.sleep(30)
  })

const wrongBounds = {
  setPosition: [[], [1], ['a', 'b'], [1.5, 2], [null, null], [1, 2, 3]],
  setSize: [[], [1], ['a', 'b'], [1.5, 2], [null, null]],
  setMinimumSize: [[], [1], ['a', 'b'], [1.5, 2]],
  setMaximumSize: [[], [1], ['a', 'b'], [1.5, 2]],
}

for (const [method, trials] of Object.entries(wrongBounds))
  scenario(`calls: wrong arguments of innerBounds.${method}`, async (t) => {
    const { innerBounds } = await t.open('window.html', { id: `wrong-${method}` })
    for (const args of trials)
      t.log(
        method,
        args,
        t.raw(() => innerBounds[method](...args)),
      )
  })

scenario('calls: wrong values of bounds', async (t) => {
  const { innerBounds, outerBounds } = await t.open('window.html', { id: 'values' })
  for (const key of ['left', 'width', 'minWidth', 'maxHeight'])
    for (const value of ['x', 1.5, {}, NaN, true, '5'])
      t.log(
        key,
        value,
        t.raw(() => {
          innerBounds[key] = value
        }),
      )
  t.log(
    'outer',
    t.raw(() => {
      outerBounds.top = 'x'
    }),
  )
})

scenario('calls: what they give back', async (t) => {
  const created = await t.open('window.html', { id: 'returned' })
  for (const method of ['drawAttention', 'clearAttention', 'focus', 'hide', 'show', 'restore'])
    t.log(
      method,
      t.raw(() => created[method]()),
    )
  t.log(
    'setBounds',
    t.raw(() => created.setBounds({ width: 300 })),
  )
  t.log(
    'setIcon',
    t.raw(() => created.setIcon('icon.png')),
  )
  t.log(
    'moveTo',
    t.raw(() => created.moveTo(1, 2)),
  )
  t.log(
    'close',
    t.raw(() => created.close()),
  )
})

scenario('calls: with a callback', async (t) => {
  const created = await t.open('window.html', { id: 'callback' })
  for (const method of ['focus', 'drawAttention', 'close'])
    t.log(
      method,
      t.raw(() => created[method](() => t.log('called back'))),
    )
  await t.sleep(50)
})

scenario('calls: always on top without permission', async (t) => {
  const created = await t.open('window.html', { id: 'top' })
  t.log(
    'setAlwaysOnTop',
    t.raw(() => created.setAlwaysOnTop(true)),
  )
  await t.sleep(50)
  t.log('isAlwaysOnTop', created.isAlwaysOnTop())
})

scenario('setIcon: what is no address', async (t) => {
  const created = await t.open('window.html', { id: 'icons' })
  for (const url of ['', '#', '//', 'http://', 'http://[', 'https:///', 'http:'])
    t.log(
      url,
      t.raw(() => created.setIcon(url)),
    )
  await t.sleep(50)
})

scenario('setIcon: an address elsewhere', async (t) => {
  const created = await t.open('window.html', { id: 'elsewhere' })
  created.setIcon('http://127.0.0.1:1/icon.png')
  await t.sleep(100)
})

scenario('calls: options without their permissions', async (t) => {
  const refused = [
    { alwaysOnTop: true },
    { frame: 'none', alphaEnabled: true },
    { frame: 'none', alphaEnabled: false },
    { alphaEnabled: true },
    { alwaysOnTop: true, ime: true },
    { alwaysOnTop: true, frame: { color: 'red' } },
    { alwaysOnTop: true, frame: 'none', alphaEnabled: true },
    { alwaysOnTop: true, showInShelf: true },
    { alwaysOnTop: true, icon: '' },
  ]
  for (const options of refused)
    t.log(JSON.stringify(options), await t.cb('app.window.create', 'window.html', options))
  const w = await t.open('window.html', { alwaysOnTop: false })
  t.log('isAlwaysOnTop', w.isAlwaysOnTop())
})
