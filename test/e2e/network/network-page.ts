import type { Page } from 'playwright-core'
import type { RunningApp } from '../../support/electron/launch.ts'
import { TcpPeer } from '../../support/sockets/tcp-peer.ts'
import { until } from '../../support/until.ts'

export interface Client {
  readonly peer: TcpPeer
  readonly id: number
}

/** A page that records its events, and what it is asked to do. */
export class NetworkPage {
  readonly page: Page

  private constructor(page: Page) {
    this.page = page
  }

  static async start(running: RunningApp): Promise<NetworkPage> {
    const page = await running.open()
    await page.evaluate(() => window.record())
    return new NetworkPage(page)
  }

  /** A server that listens, or a UDP socket that is bound. */
  open(what: 'serve' | 'bind', address: string): Promise<{ socketId: number; port: number }> {
    return this.page.evaluate(([method, host]) => window[method]({}, host), [what, address] as const)
  }

  /** The first thing that the callback is given: a result code, or whatever else the method answers. */
  async call(method: string, ...args: unknown[]): Promise<unknown> {
    const answer = await this.page.evaluate(([name, given]) => window.call(name, ...given), [
      method,
      args,
    ] as const)
    return answer.args[0]
  }

  create(api: 'tcp' | 'tcpServer' | 'udp'): Promise<number> {
    return this.page.evaluate(async (name) => (await chrome.sockets[name].create()).socketId, api)
  }

  readLog(kind: string): Promise<unknown[][]> {
    return this.page.evaluate((wanted) => window.log.filter(([found]) => found === wanted), kind)
  }

  async knowsInterface(address: string): Promise<boolean> {
    const interfaces = await this.page.evaluate(() => chrome.system.network.getNetworkInterfaces())
    return interfaces.some((entry) => entry.address === address)
  }

  /** A client that has come to a server of the page. */
  async accept(port: number, address: string): Promise<Client> {
    const { length } = await this.readLog('accept')
    const peer = await TcpPeer.connect(port, address)
    await until('accepted', async () => (await this.readLog('accept')).length > length)
    const id = Number((await this.readLog('accept')).at(-1)?.[2])
    await this.page.evaluate((socketId) => chrome.sockets.tcp.setPaused(socketId, false), id)
    return { peer, id }
  }

  async hears({ peer, id }: Client, text: string): Promise<void> {
    peer.write(text)
    await until(text, async () =>
      (await this.readLog('receive')).some(([, from, data]) => from === id && data === text),
    )
  }

  /** Closes all sockets and returns how many are left. */
  closeAll(): Promise<number> {
    return this.page.evaluate(async () => {
      const { tcp, tcpServer, udp } = chrome.sockets
      for (const api of [tcp, tcpServer, udp]) {
        for (const { socketId } of await api.getSockets()) await api.close(socketId)
      }
      const left = await Promise.all([tcp.getSockets(), tcpServer.getSockets(), udp.getSockets()])
      return left.flat().length
    })
  }
}
