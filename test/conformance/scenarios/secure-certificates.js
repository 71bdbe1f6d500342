/**
 * A connection to a TLS server, ready for secure.
 * @param {import('../runtime/scenario.ts').Scenario} t
 * @param {string} certificate
 * @param {string} host
 */
async function presentCertificate(t, certificate, host = 'localhost') {
  const server = await t.peer.tlsListen({ certificate })
  const client = await t.create('tcp')
  await t.cb('tcp', 'setPaused', client, true)
  await t.cb('tcp', 'connect', client, host, server.port)
  return { client, server }
}

/**
 * Secures a new connection: the answer, and what is left of the socket.
 * @param {import('../runtime/scenario.ts').Scenario} t
 * @param {string} certificate
 * @param {string} host
 */
async function logSecure(t, certificate, host = 'localhost') {
  const errors = t.on('tcp.onReceiveError')
  const { client } = await presentCertificate(t, certificate, host)
  t.log(`${certificate} at ${host}`, await t.cb('tcp', 'secure', client))
  const { args, lastError } = await t.cb('tcp', 'getInfo', client)
  t.log('connected', lastError ?? args[0].connected)
  await t.sleep(50)
  t.log('errors', errors.length)
}

scenario('secure with a good certificate', async (t) => {
  const { client, server } = await presentCertificate(t, 'good')
  t.log('secure', await t.cb('tcp', 'secure', client))
  t.log('info', await t.info('tcp', client))
  t.log('server', (await t.peer.tlsAccepted({ id: server.id })).protocols)
})

scenario('secure with a good certificate by address', async (t) => {
  await logSecure(t, 'good', '127.0.0.1')
})

scenario('secure looks for the name that connect was given', async (t) => {
  await logSecure(t, 'nameOnly', 'localhost')
  await logSecure(t, 'nameOnly', '127.0.0.1')
})

scenario('secure looks for the address that connect was given', async (t) => {
  await logSecure(t, 'addressOnly', '127.0.0.1')
  await logSecure(t, 'addressOnly', 'localhost')
})

scenario('secure knows other spellings of a name', async (t) => {
  await logSecure(t, 'nameOnly', 'LocalHost')
  await logSecure(t, 'nameOnly', 'localhost.')
})

scenario('secure knows other spellings of an address', async (t) => {
  await logSecure(t, 'addressOnly', '127.1')
  await logSecure(t, 'addressOnly', '0x7f000001')
})

scenario('a certificate for another name is refused', async (t) => {
  await logSecure(t, 'wrongName')
})

scenario('an expired certificate is refused', async (t) => {
  await logSecure(t, 'expired')
})

scenario('a certificate that is not valid yet is refused', async (t) => {
  await logSecure(t, 'notYetValid')
})

scenario('an expired certificate for another name is refused for its name', async (t) => {
  await logSecure(t, 'expiredAndWrongName')
})

scenario('a self-signed certificate is refused', async (t) => {
  await logSecure(t, 'selfSigned')
})

scenario('a certificate of an unknown authority is refused', async (t) => {
  await logSecure(t, 'unknownAuthority')
})

scenario('an unknown authority comes before everything else that is wrong', async (t) => {
  await logSecure(t, 'unknownAuthorityWrongName')
  await logSecure(t, 'unknownAuthorityExpired')
  await logSecure(t, 'unknownAuthorityNotYetValid')
  await logSecure(t, 'unknownAuthorityExpiredWrongName')
  await logSecure(t, 'withUnknownAuthorityExpired')
  await logSecure(t, 'selfSignedExpired')
})

scenario('a certificate that only says it is of the known authority', async (t) => {
  await logSecure(t, 'forged')
  await logSecure(t, 'forgedExpired')
  await logSecure(t, 'forgedWrongName')
})

scenario('an authority that a known one answers for', async (t) => {
  await logSecure(t, 'byIntermediate')
  await logSecure(t, 'byIntermediateExpired')
  await logSecure(t, 'withAuthority')
  await logSecure(t, 'withAuthorityExpired')
})

scenario('an authority that a known one answers for, and whose certificate is not sent', async (t) => {
  await logSecure(t, 'byUnsentIntermediate')
  await logSecure(t, 'byUnsentIntermediateExpired')
})

scenario('an authority that a known one answered for once', async (t) => {
  await logSecure(t, 'byExpiredIntermediate')
  await logSecure(t, 'byExpiredIntermediateWrongName')
})

scenario('the server of a refused certificate sees no handshake', async (t) => {
  const { client, server } = await presentCertificate(t, 'selfSigned')
  t.log('secure', await t.cb('tcp', 'secure', client))
  t.log('handshakes', (await t.peer.tlsAccepted({ id: server.id, ms: 100 })).ids.length)
  t.log('close', await t.cb('tcp', 'close', client))
})

scenario('a new socket can be secured after a refused certificate', async (t) => {
  await logSecure(t, 'selfSigned')
  await logSecure(t, 'good')
})
