const group = '237.132.100.17'

scenario('join, list and leave a group', async (t) => {
  const { id } = await bind(t, '0.0.0.0')
  t.log('joined', await t.cb('socket.getJoinedGroups', id))
  t.log('joinGroup', await t.cb('socket.joinGroup', id, group))
  t.log('joined', await t.cb('socket.getJoinedGroups', id))
  t.log('again', await t.cb('socket.joinGroup', id, group))
  t.log('leaveGroup', await t.cb('socket.leaveGroup', id, group))
  t.log('leaveGroup', await t.cb('socket.leaveGroup', id, group))
  t.log('joined', await t.cb('socket.getJoinedGroups', id))
})

scenario('what is no group', async (t) => {
  const { id } = await bind(t, '0.0.0.0')
  for (const address of ['', 'localhost', '127.0.0.1', 'ff02::1'])
    t.log(`"${address}"`, await t.cb('socket.joinGroup', id, address))
})

scenario('groups of sockets that are not bound, and of TCP', async (t) => {
  const id = await create(t, 'udp')
  t.log('joinGroup', await t.cb('socket.joinGroup', id, group))
  const other = await create(t, 'tcp')
  t.log('joinGroup', await t.cb('socket.joinGroup', other, group))
  t.log('leaveGroup', await t.cb('socket.leaveGroup', other, group))
  t.log('getJoinedGroups', await t.cb('socket.getJoinedGroups', other))
  t.log('time to live', await t.cb('socket.setMulticastTimeToLive', other, 1))
  t.log('loopback', await t.cb('socket.setMulticastLoopbackMode', other, true))
})

scenario('time to live and loopback', async (t) => {
  const id = await create(t, 'udp')
  for (const ttl of [0, 255, -1, 256])
    t.log(String(ttl), await t.cb('socket.setMulticastTimeToLive', id, ttl))
  t.log('loopback', await t.cb('socket.setMulticastLoopbackMode', id, false))
  await t.cb('socket.bind', id, '0.0.0.0', 0)
  t.log('bound', await t.cb('socket.setMulticastTimeToLive', id, 3))
  t.log('bound', await t.cb('socket.setMulticastLoopbackMode', id, true))
})
