/**
 * jiti silent-network.ts ATTACK SETTINGS: runs an attack where DNS hears questions and answers none; prints its result.
 * To be run in a network of its own.
 */
import dgram from 'node:dgram'
import { once } from 'node:events'
import { attacks } from './attacks/index.ts'
import type { Settings } from './run-attack.ts'
import { Siege } from './run-attack.ts'

const [name, settings = ''] = process.argv.slice(2)
const attack = attacks.find((one) => one.name === name)
if (attack === undefined) throw new Error(`there is no attack "${name}"`)
const server = dgram.createSocket('udp4').bind(53, '127.0.0.1')
await once(server, 'listening')
const siege = new Siege(JSON.parse(settings) as Settings)
const result = await siege.run(attack)
await siege.end()
process.stdout.write(JSON.stringify(result))
process.exit()
