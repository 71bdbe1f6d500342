const sortKeys = (value) => Object.keys(value).toSorted()

/** Own keys of an object with their kinds, by their names. */
const describe = (value) =>
  Object.fromEntries(
    sortKeys(value).map((key) => {
      const found = value[key]
      if (typeof found === 'function') return [key, `function ${found.name} ${found.length}`]
      if (typeof found !== 'object' || found === null) return [key, found]
      if (typeof found.addListener === 'function') return [key, `event ${sortKeys(found).join()}`]
      return [key, 'object']
    }),
  )

scenario('keys of chrome.storage', (t) => {
  t.log('storage', describe(chrome.storage))
  t.log('AccessLevel', { ...chrome.storage.AccessLevel })
  const { local } = chrome.storage
  t.log('local', describe(local))
  t.log('prototype', describe(Object.getPrototypeOf(local)))
  t.log('class', Object.prototype.toString.call(local))
})

scenario('a window has the same keys as the background page', async (t) => {
  const { contentWindow } = await t.open('window.html')
  const list = (place, path, depth = 0) =>
    depth > 3 || typeof place !== 'object' || place === null
      ? [path]
      : [path, ...Object.keys(place).flatMap((key) => list(place[key], `${path}.${key}`, depth + 1))]
  const [own, other] = [chrome, contentWindow.chrome].map((place) => list(place, 'chrome'))
  t.log(
    'only here',
    own.filter((path) => !other.includes(path)),
  )
  t.log(
    'only there',
    other.filter((path) => !own.includes(path)),
  )
  t.log('same object', contentWindow.chrome === chrome, contentWindow.chrome.runtime === chrome.runtime)
})

scenario('an event of an app is like one of sockets', (t) => {
  const { onLaunched } = chrome.app.runtime
  t.log('keys', sortKeys(onLaunched), Object.keys(Object.getPrototypeOf(onLaunched)))
  t.log('class', Object.prototype.toString.call(onLaunched))
  const listener = () => {}
  t.log('before', onLaunched.hasListener(listener))
  onLaunched.addListener(listener)
  onLaunched.addListener(listener)
  t.log('after', onLaunched.hasListener(listener), onLaunched.hasListeners())
  onLaunched.removeListener(listener)
  t.log('removed', onLaunched.hasListener(listener))
})

scenario('namespaces are written over, or not', (t) => {
  const { storage, runtime } = chrome
  const { value: found, ...flags } = Object.getOwnPropertyDescriptor(chrome, 'storage')
  t.log('descriptor of storage', found === storage, flags)
  t.log('descriptor of runtime.id', Object.getOwnPropertyDescriptor(runtime, 'id'))
  const { value, ...rest } = Object.getOwnPropertyDescriptor(runtime, 'getURL')
  t.log('descriptor of getURL', typeof value, rest)
  t.log('same each time', chrome.storage === storage, chrome.storage.local === storage.local)
})

const errorOf = (act) => {
  try {
    return ['returned', act()]
  } catch ({ name, message }) {
    return ['threw', name, message]
  }
}

scenario('events share their methods, and are of a class that a page can do nothing with', (t) => {
  const { onConnect, onMessage, onStartup } = chrome.runtime
  const { local, sync } = chrome.storage
  t.log('same', onMessage.addListener === onConnect.addListener, local.get === sync.get)
  const listener = () => {}
  onConnect.addListener.call(onStartup, listener)
  t.log('added to the other', onStartup.hasListener(listener), onConnect.hasListener(listener))
  onConnect.removeListener.call(onStartup, listener)
  t.log('removed from the other', onStartup.hasListener(listener))
  for (const [name, self] of Object.entries({
    inherited: Object.create(onMessage),
    proxy: new Proxy(onMessage, {}),
    area: local,
    nothing: undefined,
  }))
    t.log(
      name,
      errorOf(() => onMessage.hasListener.call(self, listener)),
    )
  for (const object of [onMessage, local]) {
    const { constructor } = object
    t.log(
      'class',
      constructor.name,
      constructor.length,
      constructor.prototype === Object.getPrototypeOf(object),
    )
    t.log(
      'own',
      Object.getOwnPropertyNames(constructor),
      Object.getOwnPropertyDescriptor(constructor, 'prototype'),
    )
    t.log(
      'called',
      errorOf(() => constructor()),
    )
    t.log(
      'made',
      errorOf(() => new constructor()),
    )
  }
})

scenario('lastError as a property', async (t) => {
  await new Promise((resolve) => {
    chrome.storage.local.set({ a: new ArrayBuffer(1) }, () => {
      t.log('keys', Object.keys(chrome.runtime).includes('lastError'))
      t.log('descriptor', Object.keys(Object.getOwnPropertyDescriptor(chrome.runtime, 'lastError')))
      t.log('text', chrome.runtime.lastError.message)
      resolve()
    })
  })
})
