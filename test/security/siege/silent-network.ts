/**
 * jiti silent-network.ts ATTACK SETTINGS: runs an attack where DNS hears questions and answers none; prints its result.
 * To be run in a network of its own.
 */
import dgram from 'node:dgram'
import { once } from 'node:events'
import { attacks } from './attacks/index.ts'
import type { Settings } from './run-attack.ts'
import { runAttack } from './run-attack.ts'

const [name, settings = ''] = process.argv.slice(2)
const attack = attacks.find((one) => one.name === name)
if (attack === undefined) throw new Error(`there is no attack "${name}"`)
const server = dgram.createSocket('udp4').bind(53, '127.0.0.1')
await once(server, 'listening')
const result = await runAttack(attack, JSON.parse(settings) as Settings)
process.stdout.write(JSON.stringify(result))
process.exit()
