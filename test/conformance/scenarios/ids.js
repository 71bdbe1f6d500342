// Ids that nobody has, and ids of another API.

const methods = {
  tcpServer: {
    update: [{}],
    setPaused: [true],
    listen: ['127.0.0.1', 0],
    disconnect: [],
    close: [],
    getInfo: [],
  },
  tcp: {
    update: [{}],
    setPaused: [true],
    setKeepAlive: [true, 1],
    setNoDelay: [true],
    connect: ['127.0.0.1', 1],
    disconnect: [],
    secure: [{}],
    send: [new ArrayBuffer(1)],
    close: [],
    getInfo: [],
  },
  udp: {
    update: [{}],
    setPaused: [true],
    bind: ['127.0.0.1', 0],
    send: [new ArrayBuffer(1), '127.0.0.1', 1],
    close: [],
    getInfo: [],
    joinGroup: ['224.0.0.251'],
    leaveGroup: ['224.0.0.251'],
    setMulticastTimeToLive: [1],
    setMulticastLoopbackMode: [true],
    getJoinedGroups: [],
    setBroadcast: [true],
  },
}

const namespaces = /** @type {const} */ (['tcpServer', 'tcp', 'udp'])

for (const namespace of namespaces)
  scenario(`${namespace}: an unknown id, every method`, async (t) => {
    for (const [method, args] of Object.entries(methods[namespace]))
      t.log(method, await t.cb(namespace, method, t.unknownId, ...args))
  })

for (const namespace of namespaces)
  scenario(`${namespace}: ids at the edges`, async (t) => {
    for (const id of [0, -1, -0, 2 ** 31 - 1, -(2 ** 31)])
      t.log(`getInfo ${id}`, await t.cb(namespace, 'getInfo', id))
  })

for (const namespace of namespaces)
  for (const other of namespaces.filter((candidate) => candidate !== namespace))
    scenario(`${namespace}: the id of a ${other} socket is unknown to every method`, async (t) => {
      const id = await t.create(other, { name: 'untouched' })
      for (const [method, args] of Object.entries(methods[namespace]))
        t.log(method, await t.cb(namespace, method, id, ...args))
      t.log('untouched', await t.info(other, id))
    })

for (const namespace of namespaces)
  scenario(`${namespace}: promises of an unknown id`, async (t) => {
    for (const [method, args] of Object.entries(methods[namespace]))
      t.log(method, await t.ask(namespace, method, t.unknownId, ...args))
  })

scenario('the id of an accepted client is one of tcp alone', async (t) => {
  const { client, server } = await t.accept()
  t.log('tcp.getInfo', Object.keys((await t.cb('tcp', 'getInfo', client)).args[0]).includes('peerAddress'))
  t.log('tcpServer.getInfo', await t.cb('tcpServer', 'getInfo', client))
  t.log('tcpServer.close', await t.cb('tcpServer', 'close', client))
  t.log('tcp.close of the server', await t.cb('tcp', 'close', server.id))
  t.log('still connected', (await t.info('tcp', client)).connected)
})
