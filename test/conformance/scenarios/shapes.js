// The objects themselves: keys, properties, functions.

const apiNames = /** @type {const} */ (['tcp', 'tcpServer', 'udp'])

/** @param {any} object @param {string} key */
function describeProperty(object, key) {
  const property = Object.getOwnPropertyDescriptor(object, key)
  const { writable, enumerable, configurable } = property ?? {}
  return [typeof property?.value, typeof property?.get, writable, enumerable, configurable]
}

/** @param {any} object */
const lookOf = (object) => ({
  text: Object.prototype.toString.call(object),
  frozen: Object.isFrozen(object),
  sealed: Object.isSealed(object),
  extensible: Object.isExtensible(object),
  plain: Object.getPrototypeOf(object) === Object.prototype,
})

scenario('chrome.sockets', (t) => {
  t.log('keys', Reflect.ownKeys(chrome.sockets))
  for (const name of apiNames) t.log(name, describeProperty(chrome.sockets, name))
  t.log('look', lookOf(chrome.sockets))
  t.log('chrome.sockets', describeProperty(chrome, 'sockets'))
  t.log('same object every time', chrome.sockets === chrome.sockets)
})

for (const name of apiNames)
  scenario(`chrome.sockets.${name}`, (t) => {
    const api = /** @type {any} */ (chrome.sockets)[name]
    t.log('keys', Object.getOwnPropertyNames(api).toSorted(), Object.getOwnPropertySymbols(api))
    for (const key of Object.keys(api).toSorted()) t.log(key, describeProperty(api, key))
    t.log('look', lookOf(api))
    t.log('same object every time', api === /** @type {any} */ (chrome.sockets)[name])
  })

scenario('methods: name, length, same object every time', (t) => {
  for (const name of apiNames) {
    const api = /** @type {any} */ (chrome.sockets)[name]
    for (const key of Object.keys(api).toSorted())
      if (typeof api[key] === 'function')
        t.log(`${name}.${key}`, api[key].name, api[key].length, api[key] === api[key])
  }
})

scenario('methods are functions without a prototype that cannot be constructed', (t) => {
  const { create } = /** @type {any} */ (chrome.sockets.tcpServer)
  t.log('own keys', Reflect.ownKeys(create))
  t.log('prototype', 'prototype' in create)
  t.log('is a Function', Object.getPrototypeOf(create) === Function.prototype)
  t.log('name', Object.getOwnPropertyDescriptor(create, 'name'))
  t.log('length', Object.getOwnPropertyDescriptor(create, 'length'))
})

scenario('new with a method', async (t) => {
  const { getSockets } = /** @type {any} */ (chrome.sockets.tcpServer)
  const made = t.raw(() => new getSockets())
  t.log('threw', made.threw)
})

scenario('methods need no this', async (t) => {
  const { create, close } = chrome.sockets.tcpServer
  const { socketId } = await create({})
  t.log('bound to nothing', await t.promise(() => close(socketId)))
  t.log('called on something else', await t.promise(() => close.call({}, t.unknownId)))
})

scenario('a method can be replaced and put back', async (t) => {
  const { tcpServer } = /** @type {any} */ (chrome.sockets)
  const { getSockets } = tcpServer
  tcpServer.getSockets = () => 'mine'
  t.log('replaced', tcpServer.getSockets())
  tcpServer.getSockets = getSockets
  t.log('put back', await t.ask('tcpServer', 'getSockets'))
})

scenario('DnsQueryType', (t) => {
  for (const name of /** @type {const} */ (['tcp', 'udp'])) {
    const { DnsQueryType } = /** @type {any} */ (chrome.sockets)[name]
    t.log(name, DnsQueryType)
    t.log('keys', Reflect.ownKeys(DnsQueryType))
    t.log('ANY', describeProperty(DnsQueryType, 'ANY'))
    t.log('look', lookOf(DnsQueryType))
  }
  const { tcp, udp } = /** @type {any} */ (chrome.sockets)
  t.log('the same', tcp.DnsQueryType === udp.DnsQueryType)
})

scenario('an event object', (t) => {
  const event = /** @type {any} */ (chrome.sockets.tcpServer.onAccept)
  const prototype = Object.getPrototypeOf(event)
  t.log('text', String(event))
  t.log('own keys', Reflect.ownKeys(event))
  t.log('keys by for', (() => { const keys = []; for (const key in event) keys.push(key); return keys })()) // prettier-ignore
  t.log('look', lookOf(event))
  t.log('prototype keys', Reflect.ownKeys(prototype).map(String))
  for (const key of ['addListener', 'removeListener', 'hasListener', 'hasListeners', 'dispatch'])
    t.log(key, describeProperty(prototype, key), event[key]?.name, event[key]?.length)
  t.log('shared', prototype === Object.getPrototypeOf(chrome.sockets.tcp.onReceive))
  t.log('same object every time', event === chrome.sockets.tcpServer.onAccept)
})

scenario('payloads are plain objects', async (t) => {
  const seen = t.on('tcpServer.onAccept')
  await t.accept()
  const [[event]] = seen
  t.log('look', lookOf(event))
  for (const key of Object.keys(event)) t.log(key, describeProperty(event, key))
})

scenario('results are plain objects', async (t) => {
  const id = await t.create('tcpServer', { name: 'n' })
  const info = await t.info('tcpServer', id)
  t.log('look', lookOf(info))
  for (const key of Object.keys(info)) t.log(key, describeProperty(info, key))
  const { args } = await t.cb('tcpServer', 'getSockets')
  t.log('array', Array.isArray(args[0]), Object.getPrototypeOf(args[0]) === Array.prototype)
})
