/** What the servers have in common. */
const { tcp, tcpServer } = chrome.sockets

/** Listens on a free port, and hears of its own clients alone. */
class Server {
  clients = new Set()
  /** What has come is dealt with in its order. */
  work = Promise.resolve()

  constructor({ accepted = () => {}, received, left = () => {} }) {
    this.listeners = [
      [tcpServer.onAccept, (info) => info.socketId === this.id && this.take(info.clientSocketId, accepted)],
      [tcp.onReceive, ({ socketId, data }) => this.later(socketId, () => received(socketId, data))],
      [tcp.onReceiveError, (info) => this.later(info.socketId, () => this.lose(info, left))],
    ]
  }

  async start(properties = {}) {
    const { socketId } = await tcpServer.create(properties)
    this.id = socketId
    for (const [event, listener] of this.listeners) event.addListener(listener)
    const result = await new Promise((resolve) => tcpServer.listen(socketId, '127.0.0.1', 0, resolve))
    const { localPort } = await tcpServer.getInfo(socketId)
    this.port = localPort
    return result
  }

  take(client, accepted) {
    this.clients.add(client)
    accepted(client)
    tcp.setPaused(client, false)
  }

  later(client, act) {
    if (this.clients.has(client)) this.work = this.work.then(act)
  }

  lose({ socketId, resultCode }, left) {
    this.clients.delete(socketId)
    tcp.close(socketId)
    left(socketId, resultCode)
  }

  async dismiss(client) {
    this.clients.delete(client)
    await tcp.disconnect(client)
    await tcp.close(client)
  }

  async stop() {
    if (this.id === undefined) return
    const { id } = this
    this.id = undefined
    for (const client of this.clients) await this.dismiss(client)
    for (const [event, listener] of this.listeners) event.removeListener(listener)
    await tcpServer.disconnect(id)
    await tcpServer.close(id)
  }
}

/** Starts and stops a server by the window's buttons. */
function useButtons(server) {
  globalThis.server = server
  document.querySelector('#start').onclick = async () => show(`listen ${await server.start()}`)
  document.querySelector('#stop').onclick = async () => {
    await server.stop()
    show('stopped')
  }
}

const send = (client, data) => new Promise((resolve) => tcp.send(client, data, resolve))

Object.assign(globalThis, { Server, send, useButtons })
