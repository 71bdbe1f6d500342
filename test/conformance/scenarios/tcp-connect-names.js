/**
 * Connects a new socket: the answer, and the addresses of both ends.
 * @param {import('../runtime/scenario.ts').Scenario} t
 * @param {string} label
 * @param {unknown[]} target
 */
async function logConnect(t, label, ...target) {
  const client = await t.create('tcp')
  const answer = await t.cb('tcp', 'connect', client, ...target)
  const { localAddress, peerAddress } = await t.info('tcp', client)
  t.log(label, [answer, localAddress, peerAddress])
  await t.cb('tcp', 'close', client)
}

scenario('connect to a port where nobody listens is refused', async (t) => {
  const { port } = await t.peer.freePort()
  await logConnect(t, '127.0.0.1', '127.0.0.1', port)
  await logConnect(t, '::1', '::1', port)
  await logConnect(t, 'localhost', 'localhost', port)
})

scenario('connect to port 0 is refused', async (t) => {
  await logConnect(t, '127.0.0.1', '127.0.0.1', 0)
})

// Broadcast and multicast, which the kernel itself refuses to connect to: nothing leaves the machine.
scenario('connect to an address that cannot be reached', async (t) => {
  const addresses = ['127.255.255.255', '255.255.255.255', '224.0.0.1', 'ff01::1', '::ffff:127.255.255.255']
  for (const address of addresses) await logConnect(t, address, address, 9)
})

scenario('connect to a link-local address without its zone', async (t) => {
  await logConnect(t, 'fe80::1', 'fe80::1', 9)
})

scenario('connect after an address that cannot be reached', async (t) => {
  const { port } = await t.peer.listen()
  const client = await t.create('tcp')
  t.log('unreachable', await t.cb('tcp', 'connect', client, '127.255.255.255', port))
  t.log('info', await t.info('tcp', client))
  t.log('connected', await t.cb('tcp', 'connect', client, '127.0.0.1', port))
})

scenario('connect to ports outside of the range', async (t) => {
  const { port } = await t.peer.listen()
  for (const offset of [65_536, -65_536]) {
    const client = await t.create('tcp')
    t.log(String(offset), await t.cb('tcp', 'connect', client, '127.0.0.1', port + offset))
    t.log('connected', (await t.info('tcp', client)).connected)
  }
})

scenario('connect to a name that does not resolve', async (t) => {
  const client = await t.create('tcp')
  t.log('connect', await t.cb('tcp', 'connect', client, 'no-such-host.invalid', 80))
  t.log('info', await t.info('tcp', client))
  for (const type of ['any', 'ipv4', 'ipv6']) await logConnect(t, type, 'no-such-host.invalid', 80, type)
})

scenario('connect to localhost finds a server on 127.0.0.1', async (t) => {
  const { port } = await t.peer.listen({ host: '127.0.0.1' })
  await logConnect(t, 'no type', 'localhost', port)
  for (const type of ['any', 'ipv4', 'ipv6']) await logConnect(t, type, 'localhost', port, type)
})

scenario('connect to localhost finds a server on ::1', async (t) => {
  const { port } = await t.peer.listen({ host: '::1' })
  await logConnect(t, 'no type', 'localhost', port)
  for (const type of ['any', 'ipv4', 'ipv6']) await logConnect(t, type, 'localhost', port, type)
})

scenario('connect to localhost tries ::1 first', async (t) => {
  const { port } = await t.peer.listen({ host: '::' })
  await logConnect(t, 'no type', 'localhost', port)
})

scenario('an address is no name of the other family', async (t) => {
  const four = await t.peer.listen({ host: '127.0.0.1' })
  const six = await t.peer.listen({ host: '::1' })
  for (const type of ['any', 'ipv4', 'ipv6']) {
    await logConnect(t, `127.0.0.1 ${type}`, '127.0.0.1', four.port, type)
    await logConnect(t, `::1 ${type}`, '::1', six.port, type)
  }
})

scenario('connect understands all spellings of an IPv4 address', async (t) => {
  const { port } = await t.peer.listen()
  const spellings = ['127.1', '127.0.1', '0x7f000001', '0x7F.1', '2130706433', '0177.0.0.1', '127.0.0.1.']
  for (const spelling of spellings) await logConnect(t, spelling, spelling, port)
})

scenario('connect refuses what looks like an IPv4 address and is none', async (t) => {
  const { port } = await t.peer.listen()
  for (const spelling of ['300.1.1.1', '127.0.0.256', '127.0.0.1.1', '4294967296', '127.0.0.08'])
    await logConnect(t, spelling, spelling, port)
})

scenario('connect understands the spellings of an IPv6 address', async (t) => {
  const { port } = await t.peer.listen({ host: '::1' })
  for (const spelling of ['::1', '0:0:0:0:0:0:0:1', '0000::0001'])
    await logConnect(t, spelling, spelling, port)
})

scenario('connect takes an IPv6 address without brackets and without zone only', async (t) => {
  const { port } = await t.peer.listen({ host: '::1' })
  for (const spelling of ['[::1]', '::1%lo', '::1%1', '[::1', ':::1'])
    await logConnect(t, spelling, spelling, port)
})

scenario('connect to an IPv4 address that is mapped into IPv6', async (t) => {
  const { port } = await t.peer.listen()
  await logConnect(t, 'dotted', '::ffff:127.0.0.1', port)
  await logConnect(t, 'hexadecimal', '::FFFF:7F00:1', port)
})

scenario('connect to the unspecified address reaches this machine', async (t) => {
  const four = await t.peer.listen()
  const six = await t.peer.listen({ host: '::1' })
  await logConnect(t, '0.0.0.0', '0.0.0.0', four.port)
  await logConnect(t, '::', '::', six.port)
})

scenario('connect takes names in any case, with a dot at the end, and below localhost', async (t) => {
  const { port } = await t.peer.listen()
  const names = ['LOCALHOST', 'LocalHost', 'localhost.', 'app.localhost', 'a_b.localhost', 'App.LocalHost.']
  for (const name of names) await logConnect(t, name, name, port)
})

scenario('connect decodes a name like the host of a URL', async (t) => {
  const { port } = await t.peer.listen()
  await logConnect(t, 'escaped letter', '%6cocalhost', port)
  await logConnect(t, 'full-width letters', 'ｌｏｃａｌｈｏｓｔ', port)
})

scenario('connect does not resolve what is not a name', async (t) => {
  const { port } = await t.peer.listen()
  const texts = [
    ['empty', ''],
    ['space before', ' 127.0.0.1'],
    ['space inside', 'local host'],
    ['port', '127.0.0.1:80'],
    ['name and port', 'localhost:80'],
    ['URL', 'http://localhost'],
    ['user', 'user@localhost'],
    ['path', 'localhost/'],
    ['star', '*'],
    ['dot', '.'],
    ['two dots', 'localhost..'],
    ['zero byte', 'local\0host'],
    ['long label', `${'a'.repeat(64)}.invalid`],
    ['long name', 'a.'.repeat(150)],
    ['very long name', 'a'.repeat(100_000)],
  ]
  for (const [label, text] of texts) await logConnect(t, String(label), text, port)
})
