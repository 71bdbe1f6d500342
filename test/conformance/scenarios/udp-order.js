/**
 * Sends a datagram to each of these hosts, all in one turn, again and again: how often they came in which order.
 * @param {import('../runtime/scenario.ts').Scenario} t
 * @param {readonly string[]} hosts
 */
async function countOrders(t, hosts, rounds = 20) {
  const socket = await t.create('udp')
  await t.cb('udp', 'bind', socket, '127.0.0.1', 0)
  const { id, port } = await t.peer.udpBind()
  /** @type {Record<string, number>} */
  const orders = {}
  for (let i = 0; i < rounds; i += 1) {
    await Promise.all(
      hosts.map((host, at) => t.cb('udp', 'send', socket, t.text('abc'.charAt(at)), host, port, 'ipv4')),
    )
    const { datagrams } = await t.peer.udpRead({ id, n: hosts.length })
    const order = datagrams.map((/** @type {{ text: string }} */ { text }) => text).join('')
    orders[order] = (orders[order] ?? 0) + 1
  }
  return orders
}

/** A name that is not found within a moment holds nobody up, and on a busy machine that may happen to any. */
function findUsual(/** @type {Record<string, number>} */ orders) {
  return Object.keys(orders).find((order) => (orders[order] ?? 0) > 10) ?? orders
}

scenario('datagrams of one turn to a name that is looked up stay in order', async (t) => {
  t.log('the name alone', await countOrders(t, ['two.test', 'two.test', 'two.test'], 100))
  t.log('an address last', findUsual(await countOrders(t, ['two.test', 'two.test', '127.0.0.1'])))
  t.log('an address between', findUsual(await countOrders(t, ['two.test', '127.0.0.1', 'two.test'])))
  t.log('localhost between', findUsual(await countOrders(t, ['two.test', 'localhost', 'two.test'])))
})
