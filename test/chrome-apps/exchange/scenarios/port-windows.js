scenario('a window connects to another one', async (t) => {
  const [one, two] = await globalThis.openTwo(t)
  await t.run(two, 'hears ports')
  await t.run(one, 'connects', 'line')
  await t.logged('one', 'answer')
  one.contentWindow.port.disconnect()
  await t.logged('two', 'port.onDisconnect')
})

scenario('a window that is closed takes its ports along', async (t) => {
  const [one, two] = await globalThis.openTwo(t)
  await t.run(two, 'hears ports')
  await t.run(one, 'connects', 'line')
  await t.logged('one', 'answer')
  await t.close(one)
  await t.logged('two', 'port.onDisconnect')
})

scenario('the window at the other end is closed', async (t) => {
  const [one, two] = await globalThis.openTwo(t)
  await t.run(two, 'hears ports')
  await t.run(one, 'connects', 'line')
  await t.logged('one', 'answer')
  await t.close(two)
  await t.logged('one', 'disconnected')
})

scenario('a port is handed from page to page', async (t) => {
  const [one, two] = await globalThis.openTwo(t)
  await t.run(two, 'hears ports')
  await t.run(one, 'connects', 'line')
  await t.logged('one', 'answer')
  const { port } = one.contentWindow
  t.log(
    'post',
    t.raw(() => port.postMessage('by the background page')),
  )
  await t.logged('two', 'port.onMessage', 2)
  await t.logged('one', 'answer', 2)
})
