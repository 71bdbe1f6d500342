import { app, session } from 'electron'
import { getPreloadPath, installChromeSockets, listSockets } from 'electron-chrome-sockets'

/** @type {{ install?: boolean, late?: boolean, options?: Record<string, unknown>, partition?: string }} */
const { install = true, late = false, options = {}, partition } = JSON.parse(process.env.TEST_CONFIG ?? '{}')

const manifest = { sockets: { tcpServer: { listen: '*' }, tcp: { connect: '*' } } }

const start = () => {
  const sessions = partition === undefined ? {} : { sessions: [session.fromPartition(partition)] }
  return installChromeSockets({ manifest, ...sessions, ...options })
}

Object.assign(globalThis, { test: { getPreloadPath, installChromeSockets, listSockets, manifest, start } })
app.on('window-all-closed', () => {})
if (install) {
  if (late || partition !== undefined)
    void app.whenReady().then(() => Object.assign(globalThis, { handle: start() }))
  else Object.assign(globalThis, { handle: start() })
}
