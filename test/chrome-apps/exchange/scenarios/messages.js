/** Makes one page answer in its own way. */
function answerBy(t, page, listener) {
  const { onMessage } = page.chrome.runtime
  onMessage.addListener(listener)
  t.cleanup.push(() => onMessage.removeListener(listener))
}

const answers = {
  'at once': (_message, _sender, sendResponse) => sendResponse('answer'),
  'with nothing': (_message, _sender, sendResponse) => sendResponse(),
  'with undefined': (_message, _sender, sendResponse) => sendResponse(undefined),
  'with null': (_message, _sender, sendResponse) => sendResponse(null),
  twice: (_message, _sender, sendResponse) => {
    sendResponse(1)
    sendResponse(2)
  },
  'with two arguments': (_message, _sender, sendResponse) => sendResponse(1, 2),
  'later, with true': (_message, _sender, sendResponse) => {
    setTimeout(() => sendResponse('late'), 10)
    return true
  },
  'later, with 1': (_message, _sender, sendResponse) => {
    setTimeout(() => sendResponse('late'), 10)
    return 1
  },
  'later, without': (_message, _sender, sendResponse) => {
    setTimeout(() => sendResponse('late'), 10)
  },
  'at once, and true': (_message, _sender, sendResponse) => {
    sendResponse('first')
    return true
  },
  'not at all': () => {},
  false: () => false,
  'by a promise': () => Promise.resolve('promised'),
  'by a promise of undefined': () => Promise.resolve(undefined),
  'by a promise that is rejected': () => Promise.reject(new Error('boom')),
  'by an async function that answers': async (_message, _sender, sendResponse) => {
    await Promise.resolve()
    sendResponse('async')
  },
  'by throwing': () => {
    throw new Error('boom')
  },
  'with a Date': (_message, _sender, sendResponse) =>
    sendResponse({ date: new Date(0), none: undefined, nan: NaN }),
  'with a function': (_message, _sender, sendResponse) => sendResponse(() => {}),
}

for (const [how, listener] of Object.entries(answers))
  scenario(`a window answers ${how}`, async (t) => {
    const { contentWindow } = await t.open('window.html', { id: 'one' })
    answerBy(t, contentWindow, listener)
    t.log('callback', await t.cb('runtime.sendMessage', 'ask'))
    t.log('promise', await t.ask('runtime.sendMessage', 'ask'))
  })

scenario('nobody listens', async (t) => {
  t.log('callback', await t.cb('runtime.sendMessage', 'ask'))
  t.log('promise', await t.ask('runtime.sendMessage', 'ask'))
  await t.open('window.html', { id: 'one' })
  t.log('a window that does not listen', await t.cb('runtime.sendMessage', 'ask'))
})

scenario('the sender does not hear itself', async (t) => {
  const heard = t.on('runtime.onMessage')
  t.log('callback', await t.cb('runtime.sendMessage', 'ask'))
  t.log('heard', heard.length)
})

scenario('true, and then the window goes', async (t) => {
  const one = await t.open('window.html', { id: 'one' })
  answerBy(t, one.contentWindow, () => {
    setTimeout(() => one.close(), 10)
    return true
  })
  t.log('callback', await t.cb('runtime.sendMessage', 'ask'))
  t.cleanup.length = 0
})

scenario('two listeners in one page', async (t) => {
  const { contentWindow } = await t.open('window.html', { id: 'one' })
  const order = []
  answerBy(t, contentWindow, (_message, _sender, sendResponse) => {
    order.push('first')
    sendResponse('first')
  })
  answerBy(t, contentWindow, (_message, _sender, sendResponse) => {
    order.push('second')
    sendResponse('second')
  })
  t.log('callback', await t.cb('runtime.sendMessage', 'ask'))
  t.log('order', order)
})

scenario('one listener throws, another answers', async (t) => {
  const { contentWindow } = await t.open('window.html', { id: 'one' })
  answerBy(t, contentWindow, answers['by throwing'])
  answerBy(t, contentWindow, answers['at once'])
  t.log('callback', await t.cb('runtime.sendMessage', 'ask'))
})

scenario('three windows: the first answer wins', async (t) => {
  const windows = await globalThis.openThree(t)
  for (const [index, { contentWindow }] of windows.entries())
    answerBy(t, contentWindow, (_message, _sender, sendResponse) => {
      setTimeout(() => sendResponse(index), 30 * (3 - index))
      return true
    })
  t.log('callback', await t.cb('runtime.sendMessage', 'ask'))
})

scenario('one window says nothing, another one answers later', async (t) => {
  const [one, two] = await globalThis.openThree(t)
  answerBy(t, one.contentWindow, () => {})
  answerBy(t, two.contentWindow, answers['later, with true'])
  t.log('callback', await t.cb('runtime.sendMessage', 'ask'))
})

scenario('forms of sendMessage', async (t) => {
  const { contentWindow } = await t.open('window.html', { id: 'one' })
  answerBy(t, contentWindow, (message, _sender, sendResponse) => sendResponse({ message }))
  const { id } = chrome.runtime
  const forms = [
    ['text'],
    [{ a: 1 }],
    [null],
    [undefined],
    [5],
    [id, 'to its id'],
    [null, 'to null'],
    [undefined, 'to undefined'],
    [id, 'with options', {}],
    [id, 'with options', { includeTlsChannelId: false }],
    [{ a: 1 }, {}],
    [{ a: 1 }, null],
    ['text', undefined],
    ['text', null],
    [id, { a: 1 }, null],
    [id],
    [[1, 2]],
    [''],
    ['', 'x'],
    [{ a: 1 }, { includeTlsChannelId: true }],
  ]
  for (const form of forms) t.log('sendMessage', form, await t.cb('runtime.sendMessage', ...form))
})

scenario('a message to another app', async (t) => {
  const other = 'abcdefghijklmnopabcdefghijklmnop'
  await t.open('window.html', { id: 'one' })
  t.log('callback', await t.cb('runtime.sendMessage', other, 'ask'))
  t.log('promise', await t.ask('runtime.sendMessage', other, 'ask'))
})

scenario('events for messages of others are there, and silent', async (t) => {
  const external = t.on('runtime.onMessageExternal')
  const connected = t.on('runtime.onConnectExternal')
  const { contentWindow } = await t.open('window.html', { id: 'one' })
  await t.of(contentWindow).cb('runtime.sendMessage', 'ask')
  t.log('heard', external.length, connected.length)
})

scenario('the sender, as the receiver sees it', async (t) => {
  const { contentWindow } = await t.open('window.html?x=1#hash', { id: 'one' })
  const heard = t.on('runtime.onMessage')
  void t.of(contentWindow).cb('runtime.sendMessage', 'ask')
  await heard.wait(1)
  t.log('arguments', heard[0])
  t.log('this is a copy of its own', heard[0][1] instanceof Object)
})

scenario('a message is a copy, and of the page that gets it', async (t) => {
  const one = await t.open('window.html', { id: 'one' })
  const page = one.contentWindow
  const heard = t.of(page).on('runtime.onMessage')
  const sent = { list: [1] }
  await t.cb('runtime.sendMessage', sent)
  t.log('copy', heard[0][0] === sent, heard[0][0] instanceof Object, heard[0][0] instanceof page.Object)
})

scenario('a message without callback that fails', async (t) => {
  t.log('returned', t.invoke('runtime.sendMessage', 'ask'))
  await t.sleep(20)
})

scenario("the sender's address is that with which its document began", async (t) => {
  const heard = t.on('runtime.onMessage')
  const { contentWindow } = await t.open('window.html?query#first', { id: 'one' })
  await t.sleep(20)
  contentWindow.chrome.runtime.sendMessage('first')
  contentWindow.location.hash = 'second'
  await t.until(() => contentWindow.location.hash === '#second')
  contentWindow.chrome.runtime.sendMessage('second')
  await heard.wait(2)
  for (const [message, { url }] of heard) t.log(message, url)
})

scenario('a message to an id in capitals', async (t) => {
  const { contentWindow } = await t.open('window.html', { id: 'one' })
  contentWindow.chrome.runtime.onMessage.addListener(() => {})
  const id = chrome.runtime.id.toUpperCase()
  t.log('sendMessage', await t.cb('runtime.sendMessage', id, 'hello', {}))
  const gone = t.on(chrome.runtime.connect(id).onDisconnect)
  await gone.wait(1)
  t.log('connect', gone.length)
})
