// What listen takes as an address, and how getInfo shows it.

/**
 * @param {import('../runtime/scenario.ts').Scenario} t
 * @param {readonly string[]} addresses
 */
async function listenOn(t, addresses) {
  for (const address of addresses) {
    const id = await t.create('tcpServer')
    const answer = await t.cb('tcpServer', 'listen', id, address, 0)
    t.log(JSON.stringify(address), answer, (await t.info('tcpServer', id)).localAddress)
    await t.cb('tcpServer', 'close', id)
  }
}

scenario('IPv4', (t) => listenOn(t, ['127.0.0.1', '127.0.0.2', '127.255.255.254', '0.0.0.0']))

scenario('IPv4, spellings of URLs', (t) =>
  listenOn(t, [
    '127.1',
    '127.0.1',
    '0x7f.1',
    '0x7f000001',
    '2130706433',
    '017700000001',
    '0177.0.0.1',
    '0',
    '0x0',
  ]),
)

scenario('IPv4, almost', (t) =>
  listenOn(t, [
    '127.0.0.1.',
    '127.0.0',
    '256.1.1.1',
    '127.0.0.256',
    '1.2.3.4.5',
    '4294967296',
    '127..1',
    '.127.1',
  ]),
)

scenario('IPv4 with something around it', (t) =>
  listenOn(t, [
    ' 127.0.0.1',
    '127.0.0.1 ',
    '127.0.0.1:80',
    '127.0.0.1/8',
    '[127.0.0.1]',
    '127.0.0.1%lo',
    '+127.0.0.1',
  ]),
)

scenario('IPv4 in other digits', (t) =>
  listenOn(t, [
    '0x7F.0.0.1',
    '0X7f.0.0.1',
    '08.0.0.1',
    '127.0.0.0x1',
    '127.0x',
    '１２７.0.0.1',
    '127。0。0。1',
    '%31',
  ]),
)

scenario('addresses of other machines', (t) => listenOn(t, ['10.255.255.1', '8.8.8.8', '2001:db8::1']))

scenario('broadcast and multicast', (t) => listenOn(t, ['255.255.255.255', '224.0.0.1', 'ff02::1']))

scenario('IPv6', (t) =>
  listenOn(t, ['::1', '::', '0:0:0:0:0:0:0:1', '0000:0000:0000:0000:0000:0000:0000:0001', '0::0']),
)

scenario('IPv6 with IPv4 inside', (t) =>
  listenOn(t, [
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::FFFF:127.0.0.1',
    '::127.0.0.1',
    '::ffff:0.0.0.0',
    '::0.0.0.1',
  ]),
)

scenario('IPv6, almost', (t) =>
  listenOn(t, [
    ':',
    ':::',
    '::1::',
    '1::2::3',
    '::g',
    '0:0:0:0:0:0:0:0:1',
    '::00001',
    '::ffff:127.1',
    '::ffff:256.0.0.1',
  ]),
)

scenario('IPv6 with something around it', (t) =>
  listenOn(t, ['[::1]', '[::1]:80', ' ::1', '::1 ', '::1/128', '::1%lo', '::1%1', 'fe80::1%lo', '::1%']),
)

scenario('names and nothing', (t) =>
  listenOn(t, [
    '',
    ' ',
    '*',
    'localhost',
    'LOCALHOST',
    'example.com',
    'no-such-host.invalid',
    'a\0b',
    '-',
    '/',
  ]),
)

scenario('a server on :: takes clients of both families', async (t) => {
  const server = await t.server({}, '::')
  t.log('getInfo', server.info)
  const seen = t.record('tcpServer.onAccept')
  for (const [index, host] of ['127.0.0.1', '::1'].entries()) {
    t.log(host, await t.peer.connect({ port: server.port, host }))
    await seen.wait(index + 1)
  }
  t.log('seen', seen)
  const { args } = await t.cb('tcp', 'getSockets')
  t.log('peers', args[0].map((/** @type {any} */ info) => info.peerAddress).toSorted())
})

scenario('a server on 127.0.0.1 is not at ::1 or 127.0.0.2', async (t) => {
  const { port } = await t.server()
  for (const host of ['127.0.0.1', '127.0.0.2', '::1'])
    t.log(host, (await t.peer.connect({ port, host })).error ?? 'connected')
})

scenario('a server on 0.0.0.0 is at 127.0.0.1 and 127.0.0.2, not at ::1', async (t) => {
  const { port } = await t.server({}, '0.0.0.0')
  for (const host of ['127.0.0.1', '127.0.0.2', '::1'])
    t.log(host, (await t.peer.connect({ port, host })).error ?? 'connected')
})

scenario('a server on ::1 is not at 127.0.0.1', async (t) => {
  const { port } = await t.server({}, '::1')
  for (const host of ['127.0.0.1', '::1'])
    t.log(host, (await t.peer.connect({ port, host })).error ?? 'connected')
})
