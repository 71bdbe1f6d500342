const sortKeys = (value) => Object.keys(value).toSorted()

scenario('keys of chrome.socket', (t) => {
  t.log(
    'keys',
    sortKeys(chrome.socket).map((key) => {
      const found = chrome.socket[key]
      return typeof found === 'function' ? `function ${key} ${found.name} ${found.length}` : [key, found]
    }),
  )
  t.log('others', 'sockets' in chrome, 'storage' in chrome, 'system' in chrome)
})

scenario('a window has the same keys, and the same sockets', async (t) => {
  const { contentWindow } = await t.open('window.html')
  t.log('keys', sortKeys(contentWindow.chrome.socket).join() === sortKeys(chrome.socket).join())
  const id = await create(t, 'tcp')
  t.log('getInfo', await t.of(contentWindow).cb('socket.getInfo', id))
})

scenario('what create and getInfo give', async (t) => {
  for (const type of ['tcp', 'udp']) {
    const { args, lastError } = await t.cb('socket.create', type, {})
    const [{ socketId }] = args
    t.log('create', sortKeys(args[0]), typeof socketId, lastError)
    t.log('getInfo', await t.cb('socket.getInfo', socketId))
    t.log('destroy', t.invoke('socket.destroy', socketId))
    t.log('getInfo', await t.cb('socket.getInfo', socketId))
  }
})

scenario('ids are counted upwards and not used again', async (t) => {
  const first = await create(t, 'tcp')
  chrome.socket.destroy(first)
  const second = await create(t, 'udp')
  const third = await create(t, 'tcp')
  t.log('ids', second - first, third - second)
})

scenario('promises of create, getInfo, getNetworkList', async (t) => {
  const { resolved } = await t.ask('socket.create', 'tcp')
  t.log('create', sortKeys(resolved))
  t.log('getInfo', await t.ask('socket.getInfo', resolved.socketId))
  t.log('getInfo of none', await t.ask('socket.getInfo', unknownId))
  const { resolved: list } = await t.ask('socket.getNetworkList')
  t.log('getNetworkList', Array.isArray(list))
  chrome.socket.destroy(resolved.socketId)
})

scenario('getNetworkList is what system.network would give', async (t) => {
  const { args, lastError } = await t.cb('socket.getNetworkList')
  const [list] = args
  t.log('lastError', lastError)
  t.log(
    'loopback',
    list.filter(({ address }) => address === '127.0.0.1' || address === '::1'),
  )
  t.log(
    'kinds',
    list.every(
      (item) =>
        sortKeys(item).join() === 'address,name,prefixLength' &&
        typeof item.name === 'string' &&
        typeof item.address === 'string' &&
        Number.isInteger(item.prefixLength),
    ),
  )
})
