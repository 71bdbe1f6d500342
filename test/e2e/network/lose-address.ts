/**
 * jiti lose-address.ts LOSE REGAIN ADDRESS GROUP STRANGER: a page uses an address, and a group by its interface, while a shell
 * command takes it away and another one brings it back; prints what the page was told. Without commands the address stays.
 */
import { execFileSync } from 'node:child_process'
import { collectRejections } from '../../support/electron/app-state.ts'
import { launchApp } from '../../support/electron/launch.ts'
import { until } from '../../support/until.ts'
import { NetworkPage } from './network-page.ts'
import { keepSending, sendMuch } from './page-sends.ts'

const [lose = '', regain = '', address = '', group = '', stranger = ''] = process.argv.slice(2)
const [loopback, anywhere] = address.includes(':') ? ['::1', '::'] : ['127.0.0.1', '0.0.0.0']
const udpPermissions = { bind: '*', send: '*', multicastMembership: '' }
const sockets = { tcpServer: { listen: '*' }, tcp: { connect: '*' }, udp: udpPermissions }

const runShell = (command: string): unknown =>
  execFileSync('sh', ['-c', command], { stdio: ['ignore', 'ignore', 'inherit'] })

const running = await launchApp({ options: { manifest: { permissions: ['system.network'], sockets } } })
const readRejections = await collectRejections(running)
const page = await NetworkPage.start(running)

const server = await page.open('serve', address)
const localServer = await page.open('serve', loopback)
const udp = await page.open('bind', address)
const localUdp = await page.open('bind', loopback)
const joined = await page.call('udp.joinGroup', udp.socketId, group)
const talker = await page.accept(server.port, address)
const reluctant = await page.accept(server.port, address)
const local = await page.accept(localServer.port, loopback)

reluctant.peer.socket.pause()
const readMuch = await sendMuch(page.page, reluctant.id)
const sends = {
  tcp: await keepSending(page.page, ['tcp.send', talker.id]),
  udp: await keepSending(page.page, ['udp.send', udp.socketId, address, udp.port]),
  group: await keepSending(page.page, ['udp.send', udp.socketId, group, udp.port]),
  local: await keepSending(page.page, ['udp.send', localUdp.socketId, loopback, localUdp.port]),
}
for (const [name, readCodes] of Object.entries(sends)) {
  await until(`${name} is under way`, async () => (await readCodes())[0] === 0)
}
const before = {
  joined,
  isListed: await page.knowsInterface(address),
  stranger: await page.call('tcp.connect', await page.create('tcp'), stranger, 9),
}

runShell(lose)

const during = {
  isListed: await page.knowsInterface(address),
  listen: await page.call('tcpServer.listen', await page.create('tcpServer'), address, 0),
  bind: await page.call('udp.bind', await page.create('udp'), address, 0),
  connect: await page.call('tcp.connect', await page.create('tcp'), address, server.port),
  leave: await page.call('udp.leaveGroup', udp.socketId, group),
  groups: await page.call('udp.getJoinedGroups', udp.socketId),
}
if (lose === '') reluctant.peer.socket.resume()
else {
  await until('both connections end', async () => (await page.readLog('error')).length === 2)
  await until('it is known', async () => (await sends.tcp()).at(-1) === -15)
  for (const readCodes of [sends.udp, sends.group]) {
    await until('datagrams fail', async () => (await readCodes()).at(-1) !== 0)
  }
}
await until('the big send is answered', async () => typeof (await readMuch()) === 'number')
await page.hears(local, 'a connection that was there')
await page.hears(await page.accept(localServer.port, loopback), 'a connection that is new')
const told = {
  errors: await page.readLog('error'),
  much: await readMuch(),
  tcp: await sends.tcp(),
  udp: await sends.udp(),
  group: await sends.group(),
  local: await sends.local(),
}

runShell(regain)

await page.hears(await page.accept(server.port, address), 'back again')
await until('datagrams are sent again', async () => (await sends.udp()).at(-1) === 0)

runShell(lose)

const left = await page.closeAll()
const free = {
  tcp: await page.call('tcpServer.listen', await page.create('tcpServer'), anywhere, server.port),
  udp: await page.call('udp.bind', await page.create('udp'), anywhere, udp.port),
}
const clients = [talker.id, reluctant.id]
const rejections = await readRejections()
await running.close()
process.stdout.write(JSON.stringify({ before, during, told, left, free, clients, rejections }))
process.exit()
