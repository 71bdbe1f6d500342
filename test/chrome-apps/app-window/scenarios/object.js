const listPrototype = (value) =>
  Object.entries(Object.getOwnPropertyDescriptors(value)).map(([key, descriptor]) => {
    const flags = Object.values(descriptor).filter((flag) => typeof flag === 'boolean')
    return [key, nameKind(descriptor), flags.map(Number).join('')]
  })

/** @param {PropertyDescriptor} descriptor */
function nameKind(descriptor) {
  if (descriptor.get) return `get${descriptor.set === undefined ? '' : ' set'}`
  return typeof descriptor.value?.addListener === 'function' ? 'event' : typeof descriptor.value
}

/** @param {object} prototype */
const nameMethods = (prototype) =>
  Object.values(Object.getOwnPropertyDescriptors(prototype)).map((descriptor) =>
    Object.values(descriptor)
      .filter((value) => typeof value === 'function')
      .map(({ name }) => name),
  )

scenario('AppWindow: own keys and prototype', async (t) => {
  const created = await t.open('window.html', { id: 'keys' })
  t.log('keys', Object.keys(created), Object.getOwnPropertyNames(created))
  t.log('json', JSON.stringify(created))
  t.log('class', created.constructor.name, Object.prototype.toString.call(created))
  const prototype = Object.getPrototypeOf(created)
  t.log('enumerated', Object.keys(prototype))
  t.log('prototype', listPrototype(prototype))
  t.log('names', nameMethods(prototype))
  const all = []
  for (const key in created) all.push(key) // eslint-disable-line guard-for-in
  t.log('for in', all)
})

scenario('AppWindow: bounds', async (t) => {
  const { innerBounds, outerBounds } = await t.open('window.html', { id: 'bounds' })
  t.log(
    'keys',
    Object.keys(innerBounds),
    Object.getOwnPropertyNames(innerBounds),
    JSON.stringify(outerBounds),
  )
  t.log(
    'class',
    innerBounds.constructor.name,
    Object.getPrototypeOf(innerBounds) === Object.getPrototypeOf(outerBounds),
  )
  const prototype = Object.getPrototypeOf(innerBounds)
  t.log('prototype', listPrototype(prototype))
  t.log('names', nameMethods(prototype))
})

scenario('AppWindow: events', async (t) => {
  const created = await t.open('window.html', { id: 'events' })
  for (const key of ['onClosed', 'onBoundsChanged', 'onMinimized']) {
    t.log(key, Object.keys(created[key]), Object.keys(Object.getPrototypeOf(created[key])))
    t.log(
      'addListener',
      t.raw(() => created[key].addListener()),
      t.raw(() => created[key].addListener(1)),
    )
    t.log('hasListeners', created[key].hasListeners())
  }
  t.log('same', created.onClosed === created.onClosed, created.onClosed === chrome.app.window.onClosed)
})

scenario('AppWindow: what can be written', async (t) => {
  const created = await t.open('window.html', { id: 'written' })
  for (const key of ['id', 'contentWindow', 'innerBounds', 'onClosed', 'close', 'hasFrameColor']) {
    const before = created[key]
    const answer = t.raw(() => {
      'use strict'
      created[key] = 5
    })
    t.log(key, answer, created[key] === before, created[key] === 5)
    if (created[key] === 5) delete created[key]
  }
})

scenario('AppWindow: realm', async (t) => {
  const created = await t.open('window.html', { id: 'realm' })
  const { contentWindow } = created
  t.log('instanceof Object', created instanceof Object, created instanceof contentWindow.Object)
  t.log(
    'getBounds',
    created.getBounds() instanceof Object,
    created.getBounds() instanceof contentWindow.Object,
  )
  t.log('AppWindow', typeof AppWindow, typeof contentWindow.AppWindow)
  t.log(
    'getBounds anew',
    created.getBounds() === created.getBounds(),
    created.innerBounds === created.innerBounds,
  )
})

scenario('AppWindow: methods on another this', async (t) => {
  const created = await t.open('window.html', { id: 'this' })
  const { getBounds, isMaximized, close } = created
  t.log(
    'getBounds',
    t.raw(() => getBounds()),
  )
  t.log(
    'isMaximized',
    t.raw(() => isMaximized()),
  )
  t.log(
    'close',
    t.raw(() => close.name),
  )
  const { innerBounds } = created
  t.log(
    'setSize',
    t.raw(() => Reflect.apply(innerBounds.setSize, {}, [1, 2])),
  )
  t.log(
    'setMinimumSize',
    t.raw(() => Reflect.apply(innerBounds.setMinimumSize, {}, [1, 2])),
  )
  t.log(
    'width',
    t.raw(() => Reflect.get(Object.getPrototypeOf(innerBounds), 'width', {})),
  )
})

scenario('AppWindow: how many arguments its methods name', async (t) => {
  const created = await t.open('window.html', { id: 'lengths' })
  const prototype = Object.getPrototypeOf(created)
  for (const key of Object.keys(prototype).toSorted())
    if (typeof prototype[key] === 'function') t.log(key, prototype[key].length)
})

scenario('AppWindow: what its class makes', async (t) => {
  const created = await t.open('window.html', {
    id: 'made',
    innerBounds: { left: 50, top: 60, width: 300, height: 200 },
  })
  const { constructor } = created
  t.log(
    'called',
    t.raw(() => created.innerBounds.constructor()),
  )
  const made = new constructor()
  t.log('own', Object.getOwnPropertyNames(made), made instanceof constructor, made === created)
  t.log(
    'of the window',
    made.id,
    made.contentWindow === created.contentWindow,
    made.onClosed === created.onClosed,
  )
  t.log('bounds', made.innerBounds.width, made.innerBounds === created.innerBounds)
  const closed = t.on(created.onClosed)
  made.close()
  await closed.wait(1)
})
