const start = { left: 100, top: 100, width: 300, height: 200 }

const names = ['onBoundsChanged', 'onFullscreened', 'onMaximized', 'onMinimized', 'onRestored', 'onClosed']

/** A step that changes nothing that could be waited for. */
const stays = (act) => Object.assign(act, { stays: true })

/** What is done to a window, one after the other, with its bounds at once and later, and the events in between. */
async function change(t, options, steps) {
  const w = await t.open('window.html', options)
  await t.sleep(calm)
  const events = []
  for (const name of names) w[name].addListener((...args) => events.push(`${name} ${args.length}`))
  const look = () => JSON.stringify([showBounds(w), showStates(w)])
  for (const [name, act] of Object.entries(steps)) {
    const before = look()
    const answer = t.raw(() => act(w))
    const atOnce = showBounds(w)
    if (act.stays) await t.sleep(calm)
    else await t.until(() => look() !== before)
    // Bounds and limits may come one after the other.
    await t.sleep(calm)
    t.log(name, answer, atOnce, events.splice(0), showBounds(w), showStates(w))
  }
  await t.close(w)
}

const scenarioOf = (name, steps, options = { innerBounds: start }) =>
  scenario(`change: ${name}`, (t) => change(t, options, steps), { ms: 20_000 })

scenarioOf('one side', {
  'inner width': (w) => void (w.innerBounds.width = 350),
  'outer height': (w) => void (w.outerBounds.height = 250),
  'inner left': (w) => void (w.innerBounds.left = 120),
  'the same': stays((w) => void (w.innerBounds.left = 120)),
  'no width': (w) => void (w.innerBounds.width = 0),
  'a negative width': stays((w) => void (w.innerBounds.width = -10)),
  null: stays((w) => void (w.innerBounds.width = null)),
  undefined: stays((w) => void (w.innerBounds.width = undefined)),
})

scenarioOf('all at once', {
  setSize: (w) => w.innerBounds.setSize(400, 300),
  setPosition: (w) => w.outerBounds.setPosition(50, 60),
  setBounds: (w) => w.setBounds({ left: 70, top: 80, width: 310, height: 210 }),
  'setBounds, nothing': stays((w) => w.setBounds({})),
  'setSize, width alone': (w) => w.innerBounds.setSize(333),
  'setSize, nothing': stays((w) => w.innerBounds.setSize()),
  moveTo: (w) => w.moveTo(20, 30),
  resizeTo: (w) => w.resizeTo(280, 180),
  resizeBy: (w) => w.contentWindow.resizeBy(10, 10),
})

scenarioOf('limits', {
  setMinimumSize: (w) => w.innerBounds.setMinimumSize(320, 220),
  'a size below': stays((w) => w.innerBounds.setSize(100, 100)),
  setMaximumSize: (w) => w.innerBounds.setMaximumSize(500, 400),
  'a size above': (w) => w.innerBounds.setSize(900, 900),
  'a maximum below the minimum': (w) => w.innerBounds.setMaximumSize(100, 100),
  'minWidth null': (w) => void (w.innerBounds.minWidth = null),
  'minHeight 0': (w) => void (w.innerBounds.minHeight = 0),
  'maxWidth null': (w) => void (w.outerBounds.maxWidth = null),
  'setMaximumSize, null': (w) => w.innerBounds.setMaximumSize(null, null),
  'setMinimumSize, height alone': (w) => w.innerBounds.setMinimumSize(undefined, 100),
  'setMinimumSize, nothing': stays((w) => w.innerBounds.setMinimumSize()),
  'minWidth -3': stays((w) => void (w.innerBounds.minWidth = -3)),
})

scenarioOf(
  'not resizable',
  {
    setSize: (w) => w.innerBounds.setSize(150, 140),
    setMinimumSize: (w) => w.innerBounds.setMinimumSize(170, 150),
  },
  { innerBounds: start, resizable: false },
)

scenarioOf('what cannot be', {
  'a text': stays((w) => void (w.innerBounds.width = 'a')),
  'a fraction': stays((w) => void (w.innerBounds.width = 1.5)),
  'setPosition, a text': stays((w) => w.innerBounds.setPosition('x', 1)),
  'setBounds, none': stays((w) => w.setBounds()),
  'setBounds, null': stays((w) => w.setBounds(null)),
  'setBounds, a text': stays((w) => w.setBounds({ left: 'x' })),
  'setBounds, unknown': stays((w) => w.setBounds({ zzz: 1 })),
  'setBounds, a limit': stays((w) => w.setBounds({ minWidth: 400 })),
  'show, a text': stays((w) => w.show('x')),
  'focus, a number': stays((w) => w.focus(1)),
  'setAlwaysOnTop, nothing': stays((w) => w.setAlwaysOnTop()),
  'setVisibleOnAllWorkspaces, nothing': stays((w) => w.setVisibleOnAllWorkspaces()),
  'setIcon, nothing': stays((w) => w.setIcon()),
  'setMinimumSize, a text': stays((w) => w.innerBounds.setMinimumSize('x')),
})

scenarioOf('other things', {
  'always on top': (w) => w.setAlwaysOnTop(true),
  'no more': (w) => w.setAlwaysOnTop(false),
  'on all workspaces': stays((w) => w.setVisibleOnAllWorkspaces(true)),
  'an icon that is not there': stays((w) => w.setIcon('nope.png')),
  drawAttention: stays((w) => w.drawAttention()),
  clearAttention: stays((w) => w.clearAttention()),
  setActivateOnPointer: stays((w) => w.setActivateOnPointer(true)),
  hide: stays((w) => w.hide()),
  'a size while hidden': (w) => w.innerBounds.setSize(222, 111),
  'show without focus': stays((w) => w.show(false)),
  show: stays((w) => w.show()),
  focus: stays((w) => w.focus()),
  maximize: stays((w) => w.maximize()),
  minimize: stays((w) => w.minimize()),
  restore: stays((w) => w.restore()),
})

scenario('change: hiding a window that nobody has seen', async (t) => {
  const w = await t.open('window.html', { hidden: true, innerBounds: start })
  const look = () => w.contentWindow.document.visibilityState
  w.hide()
  await t.sleep(calm)
  t.log('before', look())
  w.show()
  await t.sleep(calm)
  await t.until(() => look() === 'visible')
  w.hide()
  await t.until(() => look() === 'hidden')
  t.log('once it has been seen', look())
})

// What it does to the bounds depends on the window manager, of which there is none here.
scenario('change: the whole screen', async (t) => {
  const w = await t.open('window.html', { id: 'whole screen', innerBounds: start })
  const events = []
  for (const name of ['onFullscreened', 'onRestored']) w[name].addListener(() => events.push(name))
  w.fullscreen()
  t.log('at once', w.isFullscreen())
  await t.until(() => events.length === 1)
  t.log('later', w.isFullscreen(), events)
})

scenario('change: the whole screen, of a window that is hidden', async (t) => {
  const w = await t.open('window.html', { id: 'hidden screen', innerBounds: start })
  const events = []
  for (const name of ['onFullscreened', 'onRestored', 'onMaximized'])
    w[name].addListener(() => events.push(name))
  const look = () => [w.isFullscreen(), w.contentWindow.document.visibilityState]
  w.hide()
  await t.until(() => look()[1] === 'hidden')
  w.fullscreen()
  t.log('at once', look())
  await t.until(() => events.length === 1)
  await t.sleep(calm)
  t.log('hidden', look(), events.splice(0))
  w.show()
  await t.until(() => look()[1] === 'visible')
  await t.sleep(calm)
  t.log('shown', look(), events)
})

scenario('change: restoring a window that is hidden', async (t) => {
  const w = await t.open('window.html', { id: 'hidden restored', innerBounds: start })
  const look = () => w.contentWindow.document.visibilityState
  w.hide()
  await t.until(() => look() === 'hidden')
  w.restore()
  await t.until(() => look() === 'visible')
  await t.sleep(calm)
  t.log('restored', look(), w.isMaximized(), w.isFullscreen())
})

scenario('change: a shape', async (t) => {
  const region = (rects) => ({ rects })
  const whole = { left: 0, top: 0, width: 50, height: 50 }
  const w = await t.open('window.html', { frame: 'none' })
  for (const given of [
    {},
    region([whole]),
    region(null),
    region([]),
    region([{ left: 0 }]),
    region(5),
    { zzz: 1 },
  ])
    t.log(
      JSON.stringify(given),
      t.raw(() => w.setShape(given)),
    )
  t.log(
    'nothing',
    t.raw(() => w.setShape()),
  )
  const framed = await t.open('window.html', { id: 'framed' })
  t.log(
    'with a frame',
    t.raw(() => framed.setShape({})),
  )
  await t.sleep(calm)
})

scenario('change: properties of an AppWindow', async (t) => {
  const w = await t.open('window.html', { id: 'properties', innerBounds: start })
  const prototype = Object.getPrototypeOf(w)
  t.log('keys', Object.keys(w), Object.keys(prototype))
  t.log('keys of bounds', Object.keys(w.innerBounds), Object.keys(Object.getPrototypeOf(w.innerBounds)))
  t.log('JSON', JSON.stringify(w))
  t.log('names', w.constructor.name, String(w), String(w.innerBounds))
  t.log('realm', w instanceof Object, w instanceof w.contentWindow.Object)
  for (const name of ['id', 'hasFrameColor', 'activeFrameColor', 'inactiveFrameColor']) {
    t.log(
      name,
      w[name],
      t.raw(() => void (w[name] = 5)),
      w[name],
    )
  }
  t.log('alphaEnabled', w.alphaEnabled())
})

scenario('change: an element fills the screen without a click', async (t) => {
  const { contentWindow: page } = await t.open('window.html', {})
  const refused = await page.document.documentElement.requestFullscreen().catch((error) => error)
  t.log('refused', refused instanceof page.TypeError, refused.message)
})
