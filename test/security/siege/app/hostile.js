// @ts-check
// What attacks need again and again.
const tally = new Map()

const count = (/** @type {string} */ answer) => tally.set(answer, (tally.get(answer) ?? 0) + 1)

/** As what a call that succeeded is answered. */
const doneItem = 3

const hosted = /** @type {Partial<HostedChrome> | undefined} */ (/** @type {unknown} */ (window.chrome))

window.siege = {
  /** How often calls were answered with what. */
  count,
  readTally: () => Object.fromEntries(tally),
  /** Calls a method and resolves to what its callback is given; the answer counts. */
  call: (method, ...args) =>
    new Promise((resolve) => {
      const [namespace, name] = method.split('.')
      const owner = Reflect.get(window.chrome.sockets, String(namespace))
      Reflect.get(owner, String(name))(...args, (/** @type {unknown[]} */ ...given) => {
        const error = window.chrome.runtime.lastError?.message
        count(error ?? 'ok')
        resolve(given[0])
      })
    }),
  create: async (api, properties = {}) => {
    const made = await window.siege.call(`${api}.create`, properties)
    return Number(Reflect.get(Object(made), 'socketId') ?? 0)
  },
  serve: async (api) => {
    const id = await window.siege.create(api)
    await window.siege.call(api === 'udp' ? 'udp.bind' : 'tcpServer.listen', id, '127.0.0.1', 0)
    const { localPort = 0 } = await window.chrome.sockets[api].getInfo(id)
    return { id, port: localPort }
  },
  /** Answers requests of HTTP, by their paths, which count; returns the port. */
  servePages: async (pages) => {
    const { tcp, tcpServer } = window.chrome.sockets
    tcpServer.onAccept.addListener(({ clientSocketId }) => void tcp.setPaused(clientSocketId, false))
    tcp.onReceive.addListener(({ data, socketId }) => {
      const path = new TextDecoder().decode(data).split(' ')[1] ?? ''
      count(path)
      const [type, body] = pages[path] ?? ['text/plain', '']
      const head = `HTTP/1.1 200 OK\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\n\r\n`
      tcp.send(socketId, new TextEncoder().encode(head + body).buffer, () => {})
    })
    return (await window.siege.serve('tcpServer')).port
  },
  openWindow: async () => {
    const opened = window.open('app://hostile/')
    if (opened === null) throw new Error('no window')
    for (;;) {
      await window.siege.pause(10)
      if ('siege' in opened) return opened
    }
  },
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  /** Waits until nothing has been answered for a while. */
  settle: async (limit = 5000) => {
    const end = performance.now() + limit
    let since = performance.now()
    let before = -1
    while (performance.now() < end && performance.now() - since < 150) {
      let answers = 0
      for (const times of tally.values()) answers += times
      if (answers !== before) since = performance.now()
      before = answers
      await window.siege.pause(10)
    }
  },
  /** Waits until it has been answered so, once more than before. */
  waitFor: async (answer, before = 0, limit = 2000) => {
    const end = performance.now() + limit
    while (performance.now() < end && (tally.get(answer) ?? 0) <= before) await window.siege.pause(10)
  },
  /** Does nothing else for so long. */
  block: (milliseconds) => {
    const end = performance.now() + milliseconds
    while (performance.now() < end);
  },
  /** The port of a renderer that was taken over, to speak by; answers count. */
  openPort: () =>
    new Promise((resolve) => {
      const take = (/** @type {MessageEvent} */ { data, ports }) => {
        const [calls, answers] = ports
        if (data !== 'ports' || calls === undefined || answers === undefined) return
        window.removeEventListener('message', take)
        answers.addEventListener('message', ({ data: [acknowledge, ...items] }) => {
          for (const item of items) {
            window.siege.hear(item)
            count(item.error ?? (item.kind === 'end' ? 'end' : 'ok'))
            if (item[0] === doneItem) count('done')
          }
          if (acknowledge && window.siege.acknowledges) calls.postMessage([1, undefined])
        })
        answers.addEventListener('close', () => count('closed'))
        answers.start()
        resolve(calls)
      }
      window.addEventListener('message', take)
      window.compromised.handPortsOver()
    }),
  acknowledges: true,
  hear: () => {},
  given: new Promise((resolve) =>
    hosted?.app?.runtime.onLaunched.addListener(({ items = [] }) => resolve(items[0]?.entry)),
  ),
  findElectrons: (view) => {
    const { get } = WeakMap.prototype
    let found = {}
    /** @this {WeakMap<object, unknown>} @param {object} key */
    const overhear = function (key) {
      const value = get.call(this, key)
      if (Object.hasOwn(Object(value), 'hooks')) found = Object(value)
      return value
    }
    Reflect.set(WeakMap.prototype, 'get', overhear)
    // Electron's own code looks at its own then.
    view.setAttribute('name', '')
    Reflect.set(WeakMap.prototype, 'get', get)
    return {
      guestId: Number(Reflect.get(found, 'guestInstanceId')),
      internal: Reflect.get(window, 'electronsInternal'),
    }
  },
}

// The background page of a whole Chrome App that has begun to reload itself.
hosted?.storage?.local.get(undefined, (stored) => {
  if ('reloads' in stored) hosted.runtime?.reload()
})
