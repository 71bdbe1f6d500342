// Numbers that are no ports.

scenario('ports that are not ports', async (t) => {
  for (const port of [-1, 65536, 70000, -70000]) {
    const id = await t.create('tcpServer')
    t.log(`port ${port}`, await t.cb('tcpServer', 'listen', id, '127.0.0.8', port))
    t.log('listening', 'localPort' in (await t.info('tcpServer', id)))
    await t.cb('tcpServer', 'close', id)
  }
})
