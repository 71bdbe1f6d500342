// What socket apps look at before they begin: chrome.runtime, chrome.system.network.

/** @returns {any} */
const wholeChrome = () => chrome

scenario('chrome.runtime.id is a text', (t) => {
  t.log('type', typeof wholeChrome().runtime.id)
  t.log('an id', /^[a-p]{32}$/.test(wholeChrome().runtime.id))
})

scenario('chrome.runtime.getManifest gives the manifest', (t) => {
  t.log('manifest', wholeChrome().runtime.getManifest())
})

scenario('every call of getManifest gives an object of its own', (t) => {
  const first = wholeChrome().runtime.getManifest()
  first.name = 'changed'
  first.sockets.added = true
  const second = wholeChrome().runtime.getManifest()
  t.log('second', second.name, Object.keys(second.sockets))
  t.log(
    'arguments',
    t.raw(() => typeof wholeChrome().runtime.getManifest(1)),
  )
})

scenario('chrome.system.network.getNetworkInterfaces: the shape', async (t) => {
  const list = await new Promise((resolve) => {
    wholeChrome().system.network.getNetworkInterfaces((/** @type {unknown[]} */ ...args) => {
      t.log('arguments', args.length)
      resolve(args[0])
    })
  })
  t.log('array', Array.isArray(list))
  t.log('some', list.length > 0)
  const shapes = list.map((/** @type {object} */ item) =>
    JSON.stringify(Object.entries(item).map(([key, value]) => [key, typeof value])),
  )
  t.log('shapes', [...new Set(shapes)])
})

scenario('chrome.system.network.getNetworkInterfaces: no loopback, both families', async (t) => {
  const list = await wholeChrome().system.network.getNetworkInterfaces()
  t.log('loopback', list.some((/** @type {any} */ { address }) => ['127.0.0.1', '::1'].includes(address))) // prettier-ignore
  const addresses = list.map((/** @type {any} */ { address }) => address.toLowerCase())
  t.log(
    'lower case',
    JSON.stringify(addresses) === JSON.stringify(list.map((/** @type {any} */ i) => i.address)),
  )
  t.log('zones', addresses.some((/** @type {string} */ address) => address.includes('%'))) // prettier-ignore
})

scenario('chrome.system.network.getNetworkInterfaces: arguments', async (t) => {
  const { getNetworkInterfaces } = wholeChrome().system.network
  t.log(
    '1',
    t.raw(() => getNetworkInterfaces(1)),
  )
  t.log('two callbacks', t.raw(() => getNetworkInterfaces(() => {}, () => {}))) // prettier-ignore
  const { resolved, ...rest } = await t.promise(() => getNetworkInterfaces())
  t.log('nothing', Array.isArray(resolved), rest)
  t.log('null', Array.isArray((await t.promise(() => getNetworkInterfaces(null))).resolved))
})
