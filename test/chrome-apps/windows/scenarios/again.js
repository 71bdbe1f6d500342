const remembered = {
  moved: { innerBounds: { left: 30, top: 40, width: 300, height: 200 } },
  limited: { innerBounds: { left: 40, top: 40, width: 300, height: 200, minWidth: 420 } },
  hidden: { hidden: true, innerBounds: { left: 60, top: 40, width: 300, height: 200 } },
  frameless: { frame: 'none', innerBounds: { left: 70, top: 40, width: 300, height: 200 } },
  outside: { outerBounds: { left: -50, top: -20, width: 333, height: 222 } },
  far: { innerBounds: { left: 2000, top: 40, width: 300, height: 200 } },
  standard: {},
}

const isThere = (w) => showBounds(w).join() === '111,222,456,345'

part('open', async (t) => {
  for (const [id, options] of Object.entries(remembered)) {
    const w = await t.open('window.html', { ...options, id: `again ${id}` })
    t.log(id, showBounds(w))
  }
})

part('move', async (t) => {
  const get = (id) => chrome.app.window.get(`again ${id}`)
  get('moved').outerBounds.setPosition(111, 222)
  get('moved').innerBounds.setSize(456, 345)
  get('hidden').innerBounds.setSize(222, 111)
  get('standard').innerBounds.setPosition(3000, 3000)
  await t.until(() => isThere(get('moved')))
  await t.sleep(calm)
  for (const id of Object.keys(remembered)) t.log(id, showBounds(get(id)))
  // Chrome writes it down a second after the last change.
  await t.sleep(1500)
})

scenario('again: in the same run', async (t) => {
  const first = await t.open('window.html', { id: 'same run', innerBounds: start })
  first.innerBounds.setSize(456, 345)
  first.outerBounds.setPosition(111, 222)
  await t.until(() => isThere(first))
  await t.close(first)
  const second = await t.open('window.html', {
    id: 'same run',
    innerBounds: { left: 1, top: 2, width: 100, height: 100 },
  })
  t.log('as it was', showBounds(second))
  await t.close(second)
  const limits = { minWidth: 600, maxHeight: 100 }
  const third = await t.open('window.html', { id: 'same run', innerBounds: { left: 1, top: 2, ...limits } })
  t.log('within its limits', showBounds(third))
  await t.close(third)
  const fourth = await t.open('window.html', { id: 'same run', state: 'fullscreen' })
  await t.sleep(calm)
  t.log('the state, too', showBounds(fourth), showStates(fourth))
})

scenario('again: it has filled the screen', async (t) => {
  const first = await t.open('window.html', { id: 'has filled', innerBounds: start })
  first.fullscreen()
  await t.until(() => first.isFullscreen())
  await t.sleep(calm)
  await t.close(first)
  const second = await t.open('window.html', { id: 'has filled', state: 'maximized' })
  await t.sleep(calm)
  t.log('it does so again', showStates(second))
  second.restore()
  await t.sleep(calm)
  t.log('as it was before', showBounds(second))
})
