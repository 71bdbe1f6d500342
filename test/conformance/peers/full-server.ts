import { once } from 'node:events'
import net from 'node:net'
import { Worker } from 'node:worker_threads'

/** Linux keeps one connection more than the backlog. */
const backlog = 1

/** A thread that listens and then stands still, so that nothing is ever accepted. */
const script = `
  const net = require('node:net')
  const { parentPort, workerData } = require('node:worker_threads')
  const server = net.createServer()
  server.listen({ port: 0, host: workerData.host, backlog: ${backlog} }, () => {
    parentPort.postMessage(server.address().port)
    Atomics.wait(workerData.isOver, 0, 0)
    server.close()
  })
`

/** Servers that answer nobody: whoever connects to them waits. */
export function createFullServerPeers() {
  const ends: (() => void)[] = []
  return {
    /** Listens on a free port and has its queue filled: `{port}`. */
    async listenFull({ host = '127.0.0.1' }: { host?: string } = {}): Promise<object> {
      const isOver = new Int32Array(new SharedArrayBuffer(4))
      const worker = new Worker(script, { eval: true, workerData: { host, isOver } })
      ends.push(() => {
        Atomics.store(isOver, 0, 1)
        Atomics.notify(isOver, 0)
      })
      const [port] = (await once(worker, 'message')) as [number]
      for (let i = 0; i <= backlog; i += 1) {
        const filler = net.connect(port, host)
        filler.on('error', () => {})
        ends.push(() => filler.destroy())
        await once(filler, 'connect')
      }
      return { port }
    },
    closeAll(): void {
      for (const end of ends) end()
    },
  }
}
