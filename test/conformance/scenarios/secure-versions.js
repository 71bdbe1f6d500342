/**
 * Secures a connection to a server that speaks some versions of TLS: the answer, and the version both came to.
 * @param {import('../runtime/scenario.ts').Scenario} t
 * @param {{ minVersion?: string, maxVersion?: string }} served
 * @param {object | null | undefined} options
 */
async function negotiate(t, served, options) {
  const server = await t.peer.tlsListen(served)
  const client = await t.create('tcp')
  await t.cb('tcp', 'setPaused', client, true)
  await t.cb('tcp', 'connect', client, 'localhost', server.port)
  const answer = await t.cb('tcp', 'secure', client, options)
  const isSecure = answer.args?.[0] === 0
  const { protocols } = await t.peer.tlsAccepted({ id: server.id, n: isSecure ? 1 : 0 })
  return { answer, protocols }
}

const only12 = { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' }
const only13 = { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3' }
const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' }

const limits = [
  undefined,
  {},
  { min: 'tls1.2' },
  { min: 'tls1.3' },
  { max: 'tls1.2' },
  { max: 'tls1.3' },
  { min: 'tls1.2', max: 'tls1.2' },
  { min: 'tls1.3', max: 'tls1.3' },
]

scenario('version limits with a server that speaks TLS 1.2 and 1.3', async (t) => {
  for (const tlsVersion of limits)
    t.log(`limits ${JSON.stringify(tlsVersion)}`, await negotiate(t, {}, { tlsVersion }))
})

scenario('version limits with a server that speaks TLS 1.2 only', async (t) => {
  for (const tlsVersion of limits)
    t.log(`limits ${JSON.stringify(tlsVersion)}`, await negotiate(t, only12, { tlsVersion }))
})

scenario('version limits with a server that speaks TLS 1.3 only', async (t) => {
  for (const tlsVersion of limits)
    t.log(`limits ${JSON.stringify(tlsVersion)}`, await negotiate(t, only13, { tlsVersion }))
})

scenario('a server that speaks only what is older than TLS 1.2', async (t) => {
  t.log('no limits', await negotiate(t, old, {}))
  t.log('from tls1', await negotiate(t, old, { tlsVersion: { min: 'tls1', max: 'tls1.1' } }))
})

scenario('a lower limit below TLS 1.2 counts as TLS 1.2', async (t) => {
  for (const min of ['tls1', 'tls1.1'])
    t.log(min, await negotiate(t, {}, { tlsVersion: { min, max: 'tls1.2' } }))
})

scenario('an upper limit below TLS 1.2 does not count', async (t) => {
  for (const max of ['tls1', 'tls1.1']) t.log(max, await negotiate(t, {}, { tlsVersion: { max } }))
})

scenario('limits that are no versions do not count', async (t) => {
  for (const text of ['', 'ssl3', 'TLS1.2', 'tls1.4', 'tls1.2 '])
    t.log(`"${text}"`, await negotiate(t, {}, { tlsVersion: { min: text, max: text } }))
})

scenario('a lower limit above the upper one', async (t) => {
  t.log('answer', await negotiate(t, {}, { tlsVersion: { min: 'tls1.3', max: 'tls1.2' } }))
})

scenario('secure takes options that are null, empty or left out', async (t) => {
  for (const options of [null, undefined, {}, { tlsVersion: null }, { tlsVersion: { min: null } }])
    t.log(`options ${JSON.stringify(options)}`, await negotiate(t, {}, options))
  const server = await t.peer.tlsListen()
  const client = await t.create('tcp')
  await t.cb('tcp', 'setPaused', client, true)
  await t.cb('tcp', 'connect', client, 'localhost', server.port)
  t.log('left out', await t.cb('tcp', 'secure', client))
})

scenario('secure refuses options of another shape', async (t) => {
  const wrong = [
    1,
    'tls1.2',
    true,
    [],
    { bogus: 1 },
    { tlsVersion: 'tls1.2' },
    { tlsVersion: { min: 1 } },
    { tlsVersion: { max: true } },
    { tlsVersion: { mid: 'tls1.2' } },
  ]
  for (const options of wrong)
    t.log(`options ${JSON.stringify(options)}`, await t.cb('tcp', 'secure', t.unknownId, options))
  t.log('no callback', t.invoke('tcp', 'secure', t.unknownId, {}))
})
