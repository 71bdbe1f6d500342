// The one thing about an accepted client in which we go beyond Chrome.

scenario('getInfo of an accepted client has its own address too', async (t) => {
  const { server, client } = await t.accept()
  t.log('server', server.info)
  t.log('client', await t.info('tcp', client))
  t.log('getSockets', await t.cb('tcp', 'getSockets'))
})
