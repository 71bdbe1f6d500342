/** Everything that is heard, in one order. */
function hear(t) {
  const heard = []
  const note =
    (label) =>
    (...args) =>
      heard.push([label, ...args])
  const all = note('storage.onChanged')
  const local = note('storage.local.onChanged')
  chrome.storage.onChanged.addListener(all)
  chrome.storage.local.onChanged.addListener(local)
  t.cleanup.push(() => {
    chrome.storage.onChanged.removeListener(all)
    chrome.storage.local.onChanged.removeListener(local)
  })
  const act = async (method, ...args) => {
    await new Promise((resolve) => {
      chrome.storage.local[method](...args, (...answer) => {
        heard.push([method, ...answer])
        resolve()
      })
    })
    await t.sleep(10)
    for (const line of heard.splice(0)) t.log(...line)
  }
  return act
}

scenario('onChanged: before the callback, the area first', async (t) => {
  const act = hear(t)
  await act('set', { a: 1 })
  await act('set', { a: 2 })
  await act('remove', 'a')
})

scenario('onChanged: several keys', async (t) => {
  const act = hear(t)
  await act('set', { z: 1, a: { b: [1] }, 9: 'nine', 10: 'ten' })
  await act('set', { z: 1, a: { b: [2] }, new: null })
  await act('remove', ['z', 'none', '9'])
  await act('clear')
})

scenario('onChanged: nothing has changed', async (t) => {
  const act = hear(t)
  await act('set', { a: { x: 1, y: [1, 2] } })
  await act('set', { a: { y: [1, 2], x: 1 } })
  await act('set', { a: { x: 1, y: [1, 2] } })
  await act('set', { b: undefined })
  await act('remove', 'none')
  await act('remove', [])
  await act('clear')
  await act('clear')
})

scenario('onChanged: values that are stored as others', async (t) => {
  const act = hear(t)
  await act('set', { date: new Date(0), nan: NaN, list: [undefined], zero: -0 })
  await act('set', { date: {}, list: [null], zero: 0 })
})

scenario('onChanged: a set that fails', async (t) => {
  const act = hear(t)
  await act('set', { a: 1, b: new ArrayBuffer(1) })
})

scenario('onChanged: many sets at once', async (t) => {
  const heard = []
  const listener = (changes) => heard.push(['changed', changes])
  chrome.storage.onChanged.addListener(listener)
  t.cleanup.push(() => chrome.storage.onChanged.removeListener(listener))
  for (let value = 1; value <= 5; value += 1)
    chrome.storage.local.set({ value }, () => heard.push(['set', value]))
  await t.until(() => heard.length === 10)
  t.log(
    'changes',
    heard.filter(([label]) => label === 'changed'),
  )
  t.log(
    'sets',
    heard.filter(([label]) => label === 'set'),
  )
})

scenario('onChanged: a listener that throws, and one that is removed', async (t) => {
  const heard = []
  const thrower = () => {
    throw new Error('boom')
  }
  const second = () => heard.push('second')
  const remover = () => {
    heard.push('remover')
    chrome.storage.onChanged.removeListener(second)
  }
  for (const listener of [thrower, remover, second]) chrome.storage.onChanged.addListener(listener)
  await t.cb('storage.local.set', { a: 1 })
  await t.sleep(10)
  t.log('first', heard.splice(0))
  await t.cb('storage.local.set', { a: 2 })
  await t.sleep(10)
  t.log('then', heard)
  for (const listener of [thrower, remover]) chrome.storage.onChanged.removeListener(listener)
})

scenario('onChanged: set in a listener', async (t) => {
  const heard = []
  const listener = (changes) => {
    heard.push(changes)
    if (heard.length < 3) chrome.storage.local.set({ [`more${heard.length}`]: heard.length })
  }
  chrome.storage.onChanged.addListener(listener)
  await t.cb('storage.local.set', { a: 1 })
  await t.until(() => heard.length === 3)
  t.log('heard', heard)
  chrome.storage.onChanged.removeListener(listener)
})

scenario('onChanged: promises come after it', async (t) => {
  const heard = []
  const listener = () => heard.push('changed')
  chrome.storage.onChanged.addListener(listener)
  await chrome.storage.local.set({ a: 1 })
  heard.push('resolved')
  await t.sleep(10)
  t.log('heard', heard)
  chrome.storage.onChanged.removeListener(listener)
})

scenario('onChanged: each listener gets the same objects', async (t) => {
  const heard = []
  const first = (changes) => heard.push(changes)
  const second = (changes) => heard.push(changes)
  chrome.storage.onChanged.addListener(first)
  chrome.storage.onChanged.addListener(second)
  await t.cb('storage.local.set', { a: { b: 1 } })
  await t.until(() => heard.length === 2)
  t.log('same', heard[0] === heard[1], heard[0].a === heard[1].a)
  chrome.storage.onChanged.removeListener(first)
  chrome.storage.onChanged.removeListener(second)
})

scenario('onChanged: sync has events of its own', async (t) => {
  const heard = []
  for (const path of ['storage.onChanged', 'storage.local.onChanged', 'storage.sync.onChanged']) {
    const listener = (...args) => heard.push([path, ...args])
    t.find(path).addListener(listener)
    t.cleanup.push(() => t.find(path).removeListener(listener))
  }
  t.log('set', await t.cb('storage.sync.set', { q: 1 }), heard.splice(0))
  t.log('clear', await t.cb('storage.sync.clear'), heard.splice(0))
})
