/** What becomes of each host: the code of a connect to a server of 127.0.0.1, then that of a datagram.
 * @param {import('../runtime/scenario.ts').Scenario} t
 * @param {readonly string[]} hosts
 */
async function tryHosts(t, hosts) {
  const { port } = await t.peer.listen()
  const udp = await t.create('udp')
  await t.cb('udp', 'bind', udp, '0.0.0.0', 0)
  for (const host of hosts) {
    const tcp = await t.create('tcp')
    const connected = await t.cb('tcp', 'connect', tcp, host, port)
    const sent = await t.cb('udp', 'send', udp, t.text('x'), host, port, 'ipv4')
    const label =
      host.length < 100 ? JSON.stringify(host) : `${JSON.stringify(host.slice(0, 8))} ... ${host.length}`
    t.log(label, connected.args?.[0], sent.args?.[0].resultCode)
    await t.cb('tcp', 'close', tcp)
  }
}

/** A name of that many characters below localhost. */
function nameOf(/** @type {number} */ length) {
  const rest = length - 'localhost'.length
  return `${rest % 2 === 0 ? '' : 'aa.'}${'a.'.repeat(Math.floor(rest / 2) - (rest % 2))}localhost`
}

scenario(
  'characters in a name',
  async (t) => {
    const characters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))
    await tryHosts(
      t,
      characters.map((character) => `a${character}b.localhost`),
    )
  },
  { ms: 60_000 },
)

scenario(
  'characters around a name and an address',
  async (t) => {
    const hosts = [
      '\0',
      '\t',
      '\n',
      '\r',
      ' ',
      '!',
      '*',
      '.',
      '/',
      ':',
      '@',
      '[',
      '\\',
      '^',
      '\u00a0',
    ].flatMap((c) => [
      `${c}localhost`,
      `localhost${c}`,
      `local${c}host`.replace('local.host', 'a..localhost'),
      `${c}127.0.0.1`,
      `127.0.0.1${c}`,
    ])
    await tryHosts(t, hosts)
  },
  { ms: 60_000 },
)

scenario('names in other spellings', (t) =>
  tryHosts(t, [
    'A.LOCALHOST',
    '-a.localhost',
    '_a.localhost',
    'a-.localhost',
    '*.localhost',
    'ä.localhost',
    'a\u00adb.localhost',
    'a\u200db.localhost',
    'a\ud800b.localhost',
    'xn--a.localhost',
    'localhost\u3002',
    'loc%61lhost',
    '1.localhost',
    'localhost.1',
    '\uff11\uff12\uff17.0.0.1',
    '%31%32%37.0.0.1',
    '127.0.0.256',
    '08.0.0.1',
  ]),
)

scenario('the length of a name', (t) =>
  tryHosts(t, [
    ...[64, 253, 254, 255, 256, 1024, 131_072].map(nameOf),
    ...[253, 254].map((length) => `${nameOf(length)}.`),
    ...[63, 64, 100_000].map((length) => `${'a'.repeat(length)}.localhost`),
    '一'.repeat(10) + '.localhost',
    Array.from({ length: 131_072 }, (_, i) => String.fromCharCode(0x4e00 + (i % 20_000))).join(''),
    'A'.repeat(131_072),
  ]),
)

scenario('an address of more than 255 characters', async (t) => {
  const zeros = '0'.repeat(245)
  await tryHosts(t, [`${zeros.slice(1)}17700000001`, `${zeros}17700000001`])
  const [server, udp, member] = [await t.create('tcpServer'), await t.create('udp'), await t.create('udp')]
  t.log('listen', await t.cb('tcpServer', 'listen', server, `${zeros}17700000001`, 0))
  t.log('bind', await t.cb('udp', 'bind', udp, `${zeros}17700000001`, 0))
  await t.cb('udp', 'bind', member, '0.0.0.0', 0)
  t.log('joinGroup', await t.cb('udp', 'joinGroup', member, `${zeros}35541062421`))
})

scenario('a name of more than 255 characters that is shorter in canonical form', (t) =>
  tryHosts(t, [`${'%61'.repeat(60)}.localhost`, `${'%61'.repeat(60)}.${'%61'.repeat(30)}.localhost`]),
)

scenario('hosts that are not addresses, at any length', async (t) => {
  for (const length of [255, 256, 131_072]) {
    const [server, udp, member] = [await t.create('tcpServer'), await t.create('udp'), await t.create('udp')]
    const text = 'A'.repeat(length)
    t.log(`listen ${length}`, await t.cb('tcpServer', 'listen', server, text, 0))
    t.log(`bind ${length}`, await t.cb('udp', 'bind', udp, text, 0))
    await t.cb('udp', 'bind', member, '0.0.0.0', 0)
    t.log(`joinGroup ${length}`, await t.cb('udp', 'joinGroup', member, text))
    t.log(`leaveGroup ${length}`, await t.cb('udp', 'leaveGroup', member, text))
  }
})

scenario('the name of a socket of 4096 characters', async (t) => {
  const id = await t.create('tcp', { name: 'n'.repeat(4096) })
  t.log('getInfo', (await t.info('tcp', id)).name?.length)
})

scenario('the name of a socket of more than 4096 characters', async (t) => {
  const id = await t.create('tcp')
  const created = await t.cb('tcp', 'create', { name: 'n'.repeat(4097) })
  t.log('create', created.lastError ?? 'no error')
  t.log('update', await t.cb('tcp', 'update', id, { name: 'n'.repeat(4097) }))
})
