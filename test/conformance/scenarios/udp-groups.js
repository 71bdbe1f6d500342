const group = '237.132.100.17'

/** @param {import('../runtime/scenario.ts').Scenario} t */
async function bindForGroups(t, address = '0.0.0.0') {
  const socket = await t.create('udp')
  await t.cb('udp', 'bind', socket, address, 0)
  return { socket, port: (await t.info('udp', socket)).localPort }
}

scenario('groups need a bound socket', async (t) => {
  const socket = await t.create('udp')
  t.log('joinGroup', await t.cb('udp', 'joinGroup', socket, group))
  t.log('joinGroup of no group', await t.cb('udp', 'joinGroup', socket, '1.2.3.4'))
  t.log('joinGroup of no address', await t.cb('udp', 'joinGroup', socket, 'localhost'))
  t.log('leaveGroup', await t.cb('udp', 'leaveGroup', socket, group))
  t.log('getJoinedGroups', await t.cb('udp', 'getJoinedGroups', socket))
})

scenario('groups are joined, listed and left', async (t) => {
  const { socket } = await bindForGroups(t)
  t.log('none', await t.cb('udp', 'getJoinedGroups', socket))
  t.log('joinGroup', await t.cb('udp', 'joinGroup', socket, group))
  t.log('joinGroup of another', await t.cb('udp', 'joinGroup', socket, '224.132.100.1'))
  t.log('joined', await t.cb('udp', 'getJoinedGroups', socket))
  t.log('leaveGroup', await t.cb('udp', 'leaveGroup', socket, group))
  t.log('left', await t.cb('udp', 'getJoinedGroups', socket))
  t.log('joinGroup again', await t.cb('udp', 'joinGroup', socket, group))
  t.log('joined again', await t.cb('udp', 'getJoinedGroups', socket))
})

scenario('a group is joined once', async (t) => {
  const { socket } = await bindForGroups(t)
  t.log('joinGroup', await t.cb('udp', 'joinGroup', socket, group))
  t.log('again', await t.cb('udp', 'joinGroup', socket, group))
  t.log('in another spelling', await t.cb('udp', 'joinGroup', socket, '237.132.25617'))
  t.log('joined', await t.cb('udp', 'getJoinedGroups', socket))
})

scenario('a group that was not joined cannot be left', async (t) => {
  const { socket } = await bindForGroups(t)
  t.log('leaveGroup', await t.cb('udp', 'leaveGroup', socket, group))
  t.log('leaveGroup of no address', await t.cb('udp', 'leaveGroup', socket, 'localhost'))
  await t.cb('udp', 'joinGroup', socket, group)
  t.log('leaveGroup of the joined', await t.cb('udp', 'leaveGroup', socket, group))
  t.log('leaveGroup twice', await t.cb('udp', 'leaveGroup', socket, group))
})

scenario('joinGroup takes addresses of groups only', async (t) => {
  const { socket } = await bindForGroups(t)
  for (const address of ['', 'localhost', 'example.invalid', '[ff02::1]', '1.2.3.4', '127.0.0.1', '0.0.0.0'])
    t.log(`"${address}"`, await t.cb('udp', 'joinGroup', socket, address))
  t.log('joined', await t.cb('udp', 'getJoinedGroups', socket))
})

scenario('a socket joins groups of its own family only', async (t) => {
  const four = await bindForGroups(t)
  t.log('IPv6 group', await t.cb('udp', 'joinGroup', four.socket, 'ff02::1234'))
  const six = await bindForGroups(t, '::')
  t.log('IPv4 group', await t.cb('udp', 'joinGroup', six.socket, group))
})

scenario('the addresses of groups are listed in their usual spelling', async (t) => {
  const four = await bindForGroups(t)
  t.log('joinGroup', await t.cb('udp', 'joinGroup', four.socket, '0xED.132.100.17'))
  t.log('joined', await t.cb('udp', 'getJoinedGroups', four.socket))
  t.log('leaveGroup', await t.cb('udp', 'leaveGroup', four.socket, group))
  const six = await bindForGroups(t, '::')
  t.log('IPv6 joinGroup', await t.cb('udp', 'joinGroup', six.socket, 'FF02:0:0::1234'))
  t.log('IPv6 joined', await t.cb('udp', 'getJoinedGroups', six.socket))
})

scenario('a datagram to a group comes to its members', async (t) => {
  const { socket, port } = await bindForGroups(t)
  const received = t.on('udp.onReceive')
  await t.cb('udp', 'joinGroup', socket, group)
  t.log('send', await t.cb('udp', 'send', socket, t.text('to all'), group, port))
  await received.wait(1)
  t.log(
    'received',
    received.map(([{ socketId, data }]) => ({ socketId, data })),
  )
  await t.cb('udp', 'leaveGroup', socket, group)
  await t.cb('udp', 'send', socket, t.text('to nobody'), group, port)
  await t.sleep(120)
  t.log('after leaving', received.length)
})

scenario('a socket without loopback does not hear itself', async (t) => {
  const socket = await t.create('udp')
  const received = t.on('udp.onReceive')
  t.log('setMulticastLoopbackMode', await t.cb('udp', 'setMulticastLoopbackMode', socket, false))
  await t.cb('udp', 'bind', socket, '0.0.0.0', 0)
  const { localPort: port } = await t.info('udp', socket)
  await t.cb('udp', 'joinGroup', socket, group)
  t.log('send', await t.cb('udp', 'send', socket, t.text('to others'), group, port))
  await t.sleep(120)
  t.log('received', received.length)
})

scenario('the multicast options are set before bind', async (t) => {
  const socket = await t.create('udp')
  for (const ttl of [-1, 0, 1, 255, 256, 2_147_483_647])
    t.log(`setMulticastTimeToLive ${ttl}`, await t.cb('udp', 'setMulticastTimeToLive', socket, ttl))
  for (const enabled of [true, false])
    t.log(
      `setMulticastLoopbackMode ${enabled}`,
      await t.cb('udp', 'setMulticastLoopbackMode', socket, enabled),
    )
  t.log('bind', await t.cb('udp', 'bind', socket, '0.0.0.0', 0))
})

scenario('the multicast options are not set after bind', async (t) => {
  const { socket } = await bindForGroups(t)
  t.log('setMulticastTimeToLive', await t.cb('udp', 'setMulticastTimeToLive', socket, 5))
  t.log('setMulticastTimeToLive -1', await t.cb('udp', 'setMulticastTimeToLive', socket, -1))
  t.log('setMulticastTimeToLive 256', await t.cb('udp', 'setMulticastTimeToLive', socket, 256))
  t.log('setMulticastLoopbackMode', await t.cb('udp', 'setMulticastLoopbackMode', socket, true))
})

scenario('the multicast options after a bind that was given no address', async (t) => {
  const socket = await t.create('udp')
  t.log('bind', await t.cb('udp', 'bind', socket, 'localhost', 0))
  t.log('setMulticastTimeToLive', await t.cb('udp', 'setMulticastTimeToLive', socket, 5))
  t.log('setMulticastLoopbackMode', await t.cb('udp', 'setMulticastLoopbackMode', socket, true))
})

scenario('the multicast options after a bind to a port in use', async (t) => {
  const { port } = await bindForGroups(t, '127.0.0.1')
  const socket = await t.create('udp')
  t.log('bind', await t.cb('udp', 'bind', socket, '127.0.0.1', port))
  t.log('setMulticastTimeToLive', await t.cb('udp', 'setMulticastTimeToLive', socket, 5))
  t.log('setMulticastLoopbackMode', await t.cb('udp', 'setMulticastLoopbackMode', socket, true))
})

scenario('setBroadcast needs a bound socket', async (t) => {
  const socket = await t.create('udp')
  for (const enabled of [true, false])
    t.log(String(enabled), await t.cb('udp', 'setBroadcast', socket, enabled))
})

scenario('a socket may broadcast after setBroadcast', async (t) => {
  const { socket } = await bindForGroups(t)
  const inbox = await bindForGroups(t)
  const send = () => t.cb('udp', 'send', socket, t.text('to all'), '127.255.255.255', inbox.port)
  const received = t.on('udp.onReceive')
  t.log('before', await send())
  t.log('setBroadcast', await t.cb('udp', 'setBroadcast', socket, true))
  t.log('allowed', await send())
  await received.wait(1)
  t.log(
    'received',
    received.map(([{ data }]) => t.str(data)),
  )
  t.log('setBroadcast off', await t.cb('udp', 'setBroadcast', socket, false))
  t.log('afterwards', await send())
})
