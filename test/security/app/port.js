// @ts-check
// What a page does with ports to the main process: those that it looks for, and one that was forged for it.

/** @param {unknown} value */
const isPort = (value) => value instanceof MessagePort

/** What a page reads of the event under way. */
const lookAtEvent = () => {
  const event = window.event
  if (event === undefined) return []
  const { target, currentTarget, srcElement } = event
  const { ports, source } = /** @type {MessageEvent} */ (event)
  return [target, currentTarget, srcElement, source, ...(ports ?? []), ...event.composedPath()].filter(isPort)
}

/**
 * The getters know more than the event tells.
 * @param {typeof globalThis} realm
 * @returns {MessagePort[]}
 */
const askGetters = (realm) => {
  const event = window.event
  if (event === undefined) return []
  const found = [realm.Event.prototype, realm.MessageEvent.prototype].flatMap((prototype) =>
    Object.values(Object.getOwnPropertyDescriptors(prototype)).flatMap(({ get }) => {
      try {
        return [get?.call(event)].flat()
      } catch {
        return []
      }
    }),
  )
  return [...found, ...realm.Event.prototype.composedPath.call(event)].filter(isPort)
}

/** Looks from everywhere where code of a page runs while the facade has an event: `look` says what it finds. */
const lookEverywhere = async (/** @type {() => MessagePort[]} */ look) => {
  const { tcp, tcpServer } = chrome.sockets
  /** @type {MessagePort[]} */
  const found = []
  const keep = () => void found.push(...look())
  await new Promise((resolve) => {
    tcp.getSockets(() => {
      keep()
      queueMicrotask(keep)
      void Promise.resolve().then(keep).then(resolve)
    })
  })
  await tcp.getSockets().then(keep)
  await tcp.close(99).catch(keep)
  await new Promise((resolve) => {
    tcp.getInfo(99, () => {
      keep()
      void chrome.runtime.lastError
      resolve(undefined)
    })
  })
  Reflect.defineProperty(Object.prototype, 'name', { get: keep, configurable: true })
  await tcp.create()
  Reflect.deleteProperty(Object.prototype, 'name')
  await new Promise((resolve) => {
    tcpServer.onAccept.addListener(() => {
      keep()
      queueMicrotask(() => resolve(keep()))
    })
    void window
      .serve()
      .then(({ port }) =>
        tcp.create(({ socketId }) => tcp.connect(socketId, '127.0.0.1', port, () => keep())),
      )
  })
  return found
}

window.countPortsInEvents = async () => (await lookEverywhere(lookAtEvent)).length

/** Says calls by every port that it can come by; tells how many ports there were. */
window.misusePorts = async () => {
  const frame = document.body.appendChild(document.createElement('iframe'))
  const realm = /** @type {typeof globalThis | null} */ (/** @type {unknown} */ (frame.contentWindow))
  const ports = new Set(
    await lookEverywhere(() => [globalThis, ...(realm ? [realm] : [])].flatMap(askGetters)),
  )
  for (const port of ports)
    port.postMessage([0, undefined, { kind: 'call', id: 1, method: 'udp.create', args: [undefined] }])
  return ports.size
}

/** Sends the forged port to the window that this one has opened, and what ends with the document along with it. */
window.handPortOn = () => {
  const { receivedLife: life, receivedPort: port } = window
  if (port === undefined || life === undefined) throw new Error('no ports')
  window.popup?.postMessage('take this', '*', [port, life])
}

/** A server of this page, whose own ports have given way to the forged ones. */
window.serveByForgedPorts = () =>
  new Promise((resolve) => {
    let socketId = 0
    const say = (/** @type {number} */ id, /** @type {string} */ method, /** @type {unknown[]} */ ...args) =>
      window.receivedPort?.postMessage([
        0,
        undefined,
        { kind: 'call', id, method: `tcpServer.${method}`, args },
      ])
    window.receivedAnswers?.addEventListener('message', ({ data }) => {
      for (const [, id, ...results] of data.slice(1)) {
        // Not an answer: it says how many messages were dealt with.
        if (results.length === 0) continue
        const [result] = results
        if (id === 1) ({ socketId } = result)
        if (id === 1) say(2, 'listen', socketId, '127.0.0.1', 0, undefined)
        if (id === 2) say(3, 'getInfo', socketId)
        if (id === 3) resolve(result.localPort)
      }
    })
    window.receivedAnswers?.start()
    say(1, 'create', { persistent: false })
  })

window.addEventListener('message', ({ ports: [port, answers, life] }) => {
  window.receivedAnswers = answers
  window.receivedLife = life
  port?.addEventListener('close', () => (document.title = 'closed'))
  port?.start()
  if (port !== undefined) document.title = 'received'
  window.receivedPort = port
})
