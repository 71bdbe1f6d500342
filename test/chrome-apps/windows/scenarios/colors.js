const coloredPlace = { left: 40, top: 60, width: 300, height: 200 }

const coloredCases = {
  'no bounds': {},
  inner: { innerBounds: { ...coloredPlace, minWidth: 100, minHeight: 50, maxWidth: 500, maxHeight: 400 } },
  outer: { outerBounds: { ...coloredPlace, minWidth: 100, minHeight: 50, maxWidth: 500, maxHeight: 400 } },
  both: { outerBounds: { left: 40, top: 60, width: 300 }, innerBounds: { height: 200 } },
  'an old form': { bounds: coloredPlace },
  'a minimum': { innerBounds: { ...coloredPlace, minHeight: 250 } },
}

/** The page learns of its size in its own time. */
const showsInner = ({ contentWindow: page, innerBounds: { height, left, top, width } }) =>
  page.innerWidth === width && page.innerHeight === height && page.screenX === left && page.screenY <= top

const coloredFrame = { color: '#336699', inactiveColor: '#ccc' }

scenario(
  'colors: bounds of a window with a coloured frame',
  async (t) => {
    for (const [name, options] of Object.entries(coloredCases)) {
      const w = await t.open('window.html', { ...options, frame: coloredFrame })
      await t.until(() => showsInner(w))
      const { innerHeight, innerWidth, outerHeight, outerWidth, screenX, screenY } = w.contentWindow
      const page = { innerWidth, innerHeight, outerWidth, outerHeight, screenX, screenY }
      t.log(name, showBounds(w), w.getBounds(), page)
      await t.close(w)
    }
  },
  { ms: 30_000 },
)

scenario('colors: a window with a coloured frame changes', async (t) => {
  const w = await t.open('window.html', { innerBounds: coloredPlace, frame: coloredFrame })
  const page = w.contentWindow
  await t.until(() => showsInner(w))
  w.innerBounds.height = 240
  await t.until(() => page.innerHeight === 240 && w.innerBounds.height === 240)
  t.log('inner', showBounds(w))
  w.outerBounds.height = 300
  await t.until(() => page.innerHeight === 275 && w.outerBounds.height === 300)
  t.log('outer', showBounds(w), page.innerHeight)
  w.innerBounds.setMinimumSize(100, 350)
  await t.until(() => page.innerHeight === 350 && w.innerBounds.height === 350)
  t.log('minimum', showBounds(w))
  await t.close(w)
})
