/** What Linux takes by default until it gives up, and a little more: so long it may last where it cannot be shortened. */
const patience = 160_000

scenario(
  'connect to a server that does not answer times out',
  async (t) => {
    /** @param {string} host */
    const attempt = async (host) => {
      const { port } = await t.peer.listenFull({ host })
      const client = await t.create('tcp', { name: host })
      return { client, answer: t.cbWithin(patience, 'tcp', 'connect', client, host, port) }
    }
    const four = await attempt('127.0.0.1')
    const six = await attempt('::1')
    t.log('127.0.0.1', await four.answer)
    t.log('::1', await six.answer)
    t.log('info', await t.info('tcp', four.client))
    const { port } = await t.peer.listen()
    t.log('connect elsewhere', await t.cb('tcp', 'connect', four.client, '127.0.0.1', port))
  },
  { ms: patience + 10_000 },
)
