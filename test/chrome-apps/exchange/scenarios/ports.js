/** The other end of the next port that this page opens, in a window. */
async function connectTo(t, contentWindow, ...args) {
  const connected = t.of(contentWindow).on('runtime.onConnect')
  const port = chrome.runtime.connect(...args)
  await connected.wait(1)
  return { port, other: connected[0]?.[0] }
}

scenario('a port: its shape at both ends', async (t) => {
  const { contentWindow } = await t.open('window.html', { id: 'one' })
  const { port, other } = await connectTo(t, contentWindow, { name: 'named' })
  for (const [label, end] of [
    ['here', port],
    ['there', other],
  ]) {
    t.log(label, Object.keys(end), Object.keys(Object.getPrototypeOf(end)))
    t.log('name', end.name)
    t.log('sender', end.sender)
    t.log('kinds', typeof end.postMessage, typeof end.disconnect, Object.keys(end.onMessage).toSorted())
    t.log('class', Object.prototype.toString.call(end))
  }
  port.disconnect()
})

scenario('a port: forms of connect', async (t) => {
  const { contentWindow } = await t.open('window.html', { id: 'one' })
  const connected = t.of(contentWindow).on('runtime.onConnect')
  const { id } = chrome.runtime
  const forms = [
    [],
    [id],
    [{ name: 'x' }],
    [id, { name: 'y' }],
    [null, { name: 'z' }],
    [{}],
    [id, {}],
    [{ includeTlsChannelId: true }],
    [undefined],
    [null],
  ]
  for (const form of forms) {
    const before = connected.length
    const { returned, threw } = t.invoke('runtime.connect', ...form)
    await connected.wait(before + 1, 500)
    t.log('connect', form, threw ?? returned.name, connected[before]?.[0].name)
    returned?.disconnect()
  }
})

scenario('a port: messages both ways', async (t) => {
  const { contentWindow } = await t.open('window.html', { id: 'one' })
  const { port, other } = await connectTo(t, contentWindow)
  const here = t.on(port.onMessage)
  const there = t.on(other.onMessage)
  port.postMessage({ a: 1 })
  port.postMessage('b')
  await there.wait(2)
  other.postMessage([1])
  await here.wait(1)
  t.log(
    'there',
    there.map(([message, end]) => [message, end === other]),
  )
  t.log(
    'here',
    here.map(([message, end]) => [message, end === port]),
  )
  t.log('arguments', here[0].length, there[0].length)
  port.disconnect()
})

scenario('a port: what is said before anybody has heard of it waits', async (t) => {
  const { contentWindow } = await t.open('window.html', { id: 'one' })
  const heard = []
  contentWindow.chrome.runtime.onConnect.addListener((end) =>
    end.onMessage.addListener((message) => heard.push(message)),
  )
  const port = chrome.runtime.connect()
  for (let number = 1; number <= 5; number += 1) port.postMessage(number)
  await t.until(() => heard.length === 5)
  t.log('heard', heard)
  port.disconnect()
})

scenario('a port: a message that comes while nobody listens is lost', async (t) => {
  const { contentWindow } = await t.open('window.html', { id: 'one' })
  const { port, other } = await connectTo(t, contentWindow)
  port.postMessage('lost')
  await t.sleep(30)
  const there = t.on(other.onMessage)
  port.postMessage('heard')
  await there.wait(1)
  await t.sleep(10)
  t.log(
    'there',
    there.map(([message]) => message),
  )
  port.disconnect()
})

for (const closer of ['here', 'there'])
  scenario(`a port: disconnect ${closer}`, async (t) => {
    const { contentWindow } = await t.open('window.html', { id: 'one' })
    const { port, other } = await connectTo(t, contentWindow)
    const ends = { here: port, there: other }
    const heard = []
    for (const [label, end] of Object.entries(ends))
      end.onDisconnect.addListener((...args) =>
        heard.push([
          label,
          args.length,
          args[0] === end,
          chrome.runtime.lastError,
          contentWindow.chrome.runtime.lastError,
        ]),
      )
    t.log(
      'disconnect',
      t.raw(() => ends[closer].disconnect()),
    )
    await t.until(() => heard.length === 1)
    await t.sleep(50)
    t.log('heard', heard)
    t.log(
      'again',
      t.raw(() => ends[closer].disconnect()),
    )
    t.log(
      'postMessage here',
      t.raw(() => port.postMessage(1)),
    )
    t.log(
      'postMessage there',
      t.raw(() => other.postMessage(1)),
    )
    t.log('name', port.name, other.name)
  })

scenario('a port: who disconnects hears no more of what is on its way', async (t) => {
  const { contentWindow } = await t.open('window.html', { id: 'one' })
  const { port, other } = await connectTo(t, contentWindow)
  const heard = []
  other.onMessage.addListener((message) => {
    heard.push(message)
    if (message === 2) other.disconnect()
  })
  other.onDisconnect.addListener(() => heard.push('the end there'))
  port.onMessage.addListener((message) => {
    heard.push(message)
    port.disconnect()
  })
  port.onDisconnect.addListener(() => heard.push('the end here'))
  for (const message of [1, 2, 3]) port.postMessage(message)
  await t.until(() => heard.length === 3)
  await t.sleep(50)
  t.log('heard', heard)
})

scenario('a port: both disconnect at once', async (t) => {
  const { contentWindow } = await t.open('window.html', { id: 'one' })
  const { port, other } = await connectTo(t, contentWindow)
  const heard = []
  port.onMessage.addListener(() => heard.push('a message'))
  port.onDisconnect.addListener(() => heard.push('the end here'))
  other.postMessage(1)
  other.disconnect()
  port.disconnect()
  await t.sleep(50)
  t.log('heard', heard)
})

scenario('a port: nobody listens', async (t) => {
  const port = chrome.runtime.connect()
  const heard = []
  port.onDisconnect.addListener((...args) =>
    heard.push([args.length, args[0] === port, chrome.runtime.lastError?.message]),
  )
  t.log(
    'postMessage',
    t.raw(() => port.postMessage(1)),
  )
  await t.until(() => heard.length === 1)
  t.log('heard', heard)
  t.log(
    'afterwards',
    t.raw(() => port.postMessage(1)),
  )
})

scenario('a port: nobody listens, and nobody reads the error', async (t) => {
  const port = chrome.runtime.connect()
  await new Promise((resolve) => {
    port.onDisconnect.addListener(resolve)
  })
  await t.sleep(20)
  t.log('over')
})

scenario('a port: the page that listens connects to others, not to itself', async (t) => {
  const connected = t.on('runtime.onConnect')
  const port = chrome.runtime.connect()
  const heard = t.on(port.onDisconnect)
  await heard.wait(1)
  t.log('connected', connected.length)
})

scenario('a port: several pages listen', async (t) => {
  const windows = await Promise.all(['one', 'two'].map((id) => t.open('window.html', { id })))
  const ends = []
  for (const { contentWindow, id } of windows)
    contentWindow.chrome.runtime.onConnect.addListener((end) => {
      ends.push([id, end])
      end.onMessage.addListener((message) => end.postMessage(`${id} has heard ${message}`))
    })
  const port = chrome.runtime.connect({ name: 'all' })
  const here = t.on(port.onMessage)
  const gone = t.on(port.onDisconnect)
  port.postMessage('hello')
  await here.wait(2)
  t.log('here', here.map(([message]) => message).toSorted())
  ends.find(([id]) => id === 'one')[1].disconnect()
  await t.sleep(30)
  t.log('one has gone', gone.length)
  t.log(
    'postMessage',
    t.raw(() => port.postMessage('still there')),
  )
  await t.sleep(30)
  t.log('here', here.map(([message]) => message).toSorted())
  t.log(
    'the other one',
    t.raw(() => ends.find(([id]) => id === 'two')[1].postMessage('two')),
  )
})

scenario('a port: its methods are its own', async (t) => {
  const { contentWindow } = await t.open('window.html', { id: 'one' })
  contentWindow.chrome.runtime.onConnect.addListener(() => {})
  const [port, second] = [chrome.runtime.connect(), chrome.runtime.connect()]
  const { disconnect, postMessage } = port
  for (const self of [undefined, {}, second, port])
    t.log(
      'called',
      t.raw(() => postMessage.call(self, 1)),
      t.raw(() => disconnect.call(self)),
    )
  second.disconnect()
})

scenario('a port: a listener that throws', async (t) => {
  const { contentWindow } = await t.open('window.html', { id: 'one' })
  const { port, other } = await connectTo(t, contentWindow)
  const heard = []
  other.onMessage.addListener(() => {
    throw new Error('boom')
  })
  other.onMessage.addListener((message) => heard.push(message))
  port.postMessage(1)
  await t.until(() => heard.length === 1)
  t.log('heard', heard)
  port.disconnect()
})

scenario('a port: wrong arguments', async (t) => {
  const { contentWindow } = await t.open('window.html', { id: 'one' })
  const { port } = await connectTo(t, contentWindow)
  for (const args of [[], [undefined], [() => {}], [1, 2], [1n]])
    t.log(
      'postMessage',
      args,
      t.raw(() => port.postMessage(...args)),
    )
  t.log(
    'addListener',
    t.raw(() => port.onMessage.addListener()),
  )
  t.log(
    'disconnect',
    t.raw(() => port.disconnect(1)),
  )
})

scenario('a port: nobody in onConnect keeps it', async (t) => {
  const { contentWindow } = await t.open('window.html', { id: 'one' })
  contentWindow.chrome.runtime.onConnect.addListener(() => {})
  const port = chrome.runtime.connect()
  const gone = t.on(port.onDisconnect)
  await t.sleep(100)
  t.log('gone', gone.length)
  port.disconnect()
})

scenario('a port to another app', async (t) => {
  const port = chrome.runtime.connect('abcdefghijklmnopabcdefghijklmnop')
  await new Promise((resolve) => {
    port.onDisconnect.addListener(() => {
      t.log('lastError', chrome.runtime.lastError?.message)
      resolve()
    })
  })
})
