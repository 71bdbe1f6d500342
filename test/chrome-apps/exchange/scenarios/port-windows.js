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

scenario('the ports of a window that closes have ended before it hides', async (t) => {
  const { contentWindow: page } = await t.open('window.html', { id: 'hides' })
  const heard = []
  chrome.runtime.onConnect.addListener(function hear(port) {
    chrome.runtime.onConnect.removeListener(hear)
    port.onMessage.addListener((message) => heard.push(message))
    port.onDisconnect.addListener(() => heard.push('disconnected'))
  })
  const port = page.chrome.runtime.connect({ name: 'of the window' })
  port.postMessage('before')
  await t.until(() => heard.length === 1)
  page.addEventListener('pagehide', () => {
    heard.push('pagehide')
    heard.push(t.raw(() => port.postMessage('in pagehide')))
    heard.push(t.raw(() => typeof page.chrome.runtime.connect({ name: 'in pagehide' })))
    page.chrome.runtime.sendMessage('in pagehide')
  })
  chrome.runtime.onConnect.addListener((other) => heard.push(['onConnect', other.name]))
  chrome.runtime.onMessage.addListener((message) => heard.push(['onMessage', message]))
  await t.close(chrome.app.window.get('hides'))
  // What was said before this would be heard before it.
  const { contentWindow: other } = await t.open('window.html', { id: 'later' })
  other.chrome.runtime.sendMessage('later')
  await t.until(() => heard.flat().includes('later'))
  t.log('heard', ...heard)
})

scenario('of a window that closes, ports end and messages fail in their order', async (t) => {
  const { contentWindow: page } = await t.open('window.html', { id: 'in order' })
  page.chrome.runtime.onMessage.addListener(() => true)
  page.chrome.runtime.onConnect.addListener(() => {})
  const heard = []
  const send = (message) =>
    chrome.runtime.sendMessage(message, (...args) =>
      heard.push([message, args, chrome.runtime.lastError?.message]),
    )
  const connect = (name) => {
    const port = chrome.runtime.connect({ name })
    port.onDisconnect.addListener(() => heard.push([name, chrome.runtime.lastError?.message]))
  }
  send('first')
  for (const name of ['second', 'third']) connect(name)
  for (const message of ['fourth', 'fifth']) send(message)
  connect('sixth')
  await t.sleep(100)
  await t.close(chrome.app.window.get('in order'))
  await t.until(() => heard.length === 6)
  t.log('heard', ...heard)
  t.log('left', chrome.runtime.lastError)
})

scenario('a port whose page has gone', async (t) => {
  const connected = t.on('runtime.onConnect')
  const one = await t.open('window.html', { id: 'one' })
  const port = one.contentWindow.chrome.runtime.connect({ name: 'kept' })
  await connected.wait(1)
  await t.close(one)
  await t.sleep(50)
  t.log('name', port.name)
  for (const key of ['postMessage', 'disconnect'])
    t.log(
      key,
      t.raw(() => port[key](1)),
    )
})

scenario('a port: several pages listen, and both end it', async (t) => {
  const windows = await Promise.all(['one', 'two'].map((id) => t.open('window.html', { id })))
  const ends = []
  for (const { contentWindow } of windows)
    contentWindow.chrome.runtime.onConnect.addListener((end) => ends.push(end))
  const port = chrome.runtime.connect()
  const here = t.on(port.onMessage)
  const gone = t.on(port.onDisconnect)
  await t.until(() => ends.length === 2)
  const there = ends.map((end) => t.on(end.onDisconnect))
  for (const end of ends) {
    end.postMessage('the last word')
    end.disconnect()
  }
  await gone.wait(1)
  await t.sleep(50)
  t.log('here', here.length, gone.length)
  t.log(
    'there',
    there.map((heard) => heard.length),
  )
})
