scenario('a window sends, the background page and two windows hear', async (t) => {
  const [one, two, three] = await globalThis.openThree(t)
  const heard = t.on('runtime.onMessage')
  await t.run(two, 'hears messages')
  await t.run(three, 'hears messages')
  await t.run(one, 'hears messages')
  await t.run(one, 'sends', { hello: ['world'] })
  await t.logged('two', 'onMessage')
  await t.logged('three', 'onMessage')
  t.log('heard', heard.length, heard[0]?.slice(0, 2))
})

scenario('a window answers another window', async (t) => {
  const [one, two] = await globalThis.openThree(t)
  await t.run(two, 'hears messages', 'at once')
  await t.run(one, 'sends', 'ask')
})

scenario('a window answers another window later', async (t) => {
  const [one, two] = await globalThis.openThree(t)
  await t.run(two, 'hears messages', 'later')
  await t.run(one, 'sends', 'ask')
})

scenario('a message in the callback of create comes before the page listens', async (t) => {
  const { args } = await t.cb('app.window.create', 'window.html', { id: 'early' })
  t.log('sendMessage', await t.cb('runtime.sendMessage', 'early'))
  t.log('created', args[0].id)
})

scenario('messages come in the order in which they were sent', async (t) => {
  const [one] = await globalThis.openThree(t)
  const heard = t.of(one.contentWindow).on('runtime.onMessage')
  for (let number = 1; number <= 20; number += 1) void t.cb('runtime.sendMessage', number)
  await heard.wait(20)
  t.log(
    'order',
    heard.map(([message]) => message),
  )
})

scenario('a page listens to itself by another page', async (t) => {
  const [one] = await globalThis.openThree(t)
  const { runtime } = one.contentWindow.chrome
  const heard = t.on('runtime.onMessage')
  t.log(
    'sent by the other',
    await new Promise((resolve) => {
      runtime.sendMessage('by its chrome', () => resolve(runtime.lastError?.message))
    }),
  )
  t.log('heard', heard.length, heard[0]?.[1])
})
