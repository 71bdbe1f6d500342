/**
 * jiti silent-network.ts ATTACK SETTINGS: runs an attack where DNS hears questions and answers those for `answered.test`
 * alone; prints its result. To be run in a network of its own.
 */
import dgram from 'node:dgram'
import { once } from 'node:events'
import { attacks } from './attacks/index.ts'
import type { Settings } from './run-attack.ts'
import { Siege } from './run-attack.ts'

/** RFC 1035: bytes of the header, of a question behind its name, and what stands behind that name for IPv4. */
const headerLength = 12
const typeLength = 4
const ipv4 = 1

/** The name is of this machine, and has no address but that of IPv4. */
function answer(question: Buffer): Buffer {
  const end = question.indexOf(0, headerLength) + 1 + typeLength
  const has = question.readUInt16BE(end - typeLength) === ipv4
  const header = Buffer.from(question.subarray(0, headerLength))
  header.writeUInt16BE(0x8180, 2)
  for (const [at, count] of [1, has ? 1 : 0, 0, 0].entries()) header.writeUInt16BE(count, 4 + 2 * at)
  // The name of the question, IPv4, of the internet, for no time, four bytes.
  const record = Buffer.from([0xc0, headerLength, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 127, 0, 0, 1])
  return Buffer.concat([header, question.subarray(headerLength, end), ...(has ? [record] : [])])
}

const [name, settings = ''] = process.argv.slice(2)
const attack = attacks.find((one) => one.name === name)
if (attack === undefined) throw new Error(`there is no attack "${name}"`)
const server = dgram.createSocket('udp4').bind(53, '127.0.0.1')
server.on('message', (question, { address, port }) => {
  if (question.includes('\u0008answered\u0004test')) server.send(answer(question), port, address)
})
await once(server, 'listening')
const siege = new Siege(JSON.parse(settings) as Settings)
const result = await siege.run(attack)
await siege.end()
process.stdout.write(JSON.stringify(result))
process.exit()
