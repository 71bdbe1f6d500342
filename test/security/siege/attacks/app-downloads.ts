import type { Attack } from '../attack.ts'

interface Given {
  readonly downloads: number
  readonly rounds: number
}

/** The app is the server of what it downloads: it ends, does not end, or comes when whoever asked for it has gone. */
async function download({ downloads, rounds }: Given): Promise<Record<string, number>> {
  const { count, pause, readTally, serve, settle, waitFor } = window.siege
  const { tcp, tcpServer } = window.chrome.sockets
  const names = ['../stray', '..\\stray', '%2e%2e%2fstray', '..', '.', '', '/stray', 'CON', 'nul.txt', 'a\tb']
  const odd = [...names, 'x'.repeat(100_000), `${'y.'.repeat(50_000)}exe`, '💩'.repeat(10_000), 'same']
  const say = (socketId: number, text: string): Promise<unknown> =>
    new Promise((resolve) => tcp.send(socketId, new TextEncoder().encode(text).buffer, resolve))
  const never = 'x'.repeat(10_000)
  const answer = async (socketId: number, path: string): Promise<void> => {
    const [, kind = '', number = ''] = path.split('/')
    if (kind === 'page') {
      const body = `<script>
        let i = 0
        setInterval(() => {
          for (const kind of ['whole', 'endless', 'late', 'empty']) {
            const link = document.createElement('a')
            link.download = kind
            link.href = '/' + kind + '/' + i++
            link.click()
            const frame = document.createElement('iframe')
            frame.src = '/' + kind + '/' + i++
            document.documentElement.append(frame)
          }
        }, 10)
      </script>`
      const head = `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: ${body.length}\r\n\r\n`
      return void (await say(socketId, head + body))
    }
    const name = encodeURIComponent(odd[Number(number) % odd.length] ?? '')
    const length = kind === 'whole' ? 'content-length: 4\r\n' : ''
    const head = `HTTP/1.1 200 OK\r\ncontent-disposition: attachment; filename*=UTF-8''${name}\r\n${length}\r\n`
    if (kind === 'late') await pause(300)
    await say(socketId, kind === 'whole' ? `${head}data` : head)
    for (let i = kind === 'endless' ? 0 : 20; i < 20; i += 1) {
      await say(socketId, never)
      await pause(50)
    }
  }
  tcpServer.onAccept.addListener(({ clientSocketId }) => void tcp.setPaused(clientSocketId, false))
  tcp.onReceive.addListener(({ data, socketId }) => {
    const [, path = ''] = new TextDecoder().decode(data).split(' ')
    count(`asked for ${path.split('/')[1]}`)
    answer(socketId, path).catch(() => count('not taken'))
  })
  const show = (round: number, port: number): Element => {
    const view = document.createElement('webview')
    let asked = 0
    view.addEventListener('permissionrequest', (event) => {
      count('permissionrequest')
      event.preventDefault()
      asked += 1
      const request: unknown = Reflect.get(event, 'request')
      if (asked % 3 !== 0) Reflect.apply(Reflect.get(Object(request), 'allow'), request, [])
    })
    view.setAttribute('src', `http://127.0.0.1:${port}/page/${round}`)
    document.documentElement.append(view)
    return view
  }
  for (let round = 0; round < rounds; round += 1) {
    // Downloads that do not end take all connections that Chromium has to a port.
    const { port } = await serve('tcpServer')
    const views = Array.from({ length: 4 }, () => show(round, port))
    await waitFor('permissionrequest', readTally()['permissionrequest'] ?? 0, 10_000)
    await pause(1000)
    for (const view of views) view.remove()
  }
  const url = URL.createObjectURL(new Blob(['data']))
  for (let i = 0; i < downloads; i += 1) {
    const link = document.createElement('a')
    link.download = odd[i % odd.length] ?? ''
    link.href = url
    link.click()
    if (i % 10 === 0) await pause(5)
  }
  await pause(1000)
  await settle()
  return readTally()
}

export const appDownloads: Attack = {
  name: 'app-downloads',
  what: 'a Chrome App, and the guests that it shows and takes away, begin downloads without end, which do not end or come too late, with names of 100,000 characters, of devices, and that lead elsewhere',
  before: 'main showed its error box and never went on',
  chromeApp: true,
  run: async ({ listDownloads, open, reduce }) => {
    const page = await open({ chromeApp: true })
    const tally = await page.run(download, { downloads: reduce(5000), rounds: Math.max(1, reduce(6)) })
    const { saved, strays } = await listDownloads()
    if (strays.length > 0) throw new Error(`downloaded to ${strays.join(', ')}`)
    return saved.length === 0 ? tally : { ...tally, saved: saved.length }
  },
  answered: ['permissionrequest', 'saved'],
}
