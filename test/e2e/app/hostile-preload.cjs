// A renderer that was taken over: it opens ports to the main process by itself and says on them what it likes.
const { contextBridge, ipcRenderer } = require('electron')

/** By this it speaks. @type {MessagePort | undefined} */
let port
/** By this it is answered. @type {MessagePort | undefined} */
let answers
let seed = 1
let lastId = 0

const below = (/** @type {number} */ limit) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((seed / 2 ** 32) * limit)
}

const sparse = (/** @type {number} */ length) => {
  /** @type {unknown[]} */
  const list = []
  list.length = length
  return list
}

const cycle = () => {
  /** @type {unknown[]} */
  const list = [0, undefined]
  list.push(list)
  return list
}

const call = { kind: 'call', id: 1, method: 'tcp.getSockets', args: [] }

/** @type {(() => unknown)[]} */
const makers = [
  () => undefined,
  () => 2n ** 64n,
  () => NaN,
  () => new Date(NaN),
  () => new Map([[call, call]]),
  () => cycle(),
  () => sparse(4_000_000_000),
  () => [],
  () => [-1, undefined, call],
  () => [2 ** 31, undefined, call],
  () => [0, new Uint8Array(9), call],
  () => [0, new ArrayBuffer(4), [1, 1, 5]],
  () => [0, new ArrayBuffer(4), [1, 1, -4]],
  () => [0, undefined, { ...call, method: '__proto__.polluted' }],
  () => [0, undefined, { ...call, method: 'tcp.constructor' }],
  () => [0, undefined, { ...call, id: 2 ** 31 }],
  () => [0, undefined, { ...call, more: 1 }],
  () => [0, undefined, JSON.parse('{"__proto__":{"polluted":true},"kind":"call"}')],
  () => [0, undefined, { kind: 'failure', id: 1, args: [], error: '' }],
  () => [0, undefined, { kind: 'end' }],
  () => [0, undefined, { kind: 'interest', event: 'toString', listening: true }],
  () => [0, undefined, ...Array.from({ length: below(10) === 0 ? 40_000 : 4 }, () => [1, 1, 1])],
  () => [0, undefined, { kind: 'interest', event: 'tcp.onReceive', listening: below(2) === 0 }],
  () => [below(1000), undefined, { ...call, method: 'tcp.getInfo', args: [below(100)] }],
  () => [below(1000), new ArrayBuffer(8), [1, below(100), 4], [2, below(100), 4]],
]

/** Only the last port counts: it is that of the newest document. */
const open = (/** @type {number} */ ports) => {
  for (let i = 0; i < ports; i += 1) {
    const pairs = [new MessageChannel(), new MessageChannel(), new MessageChannel()]
    ipcRenderer.postMessage(
      'electron-chrome-sockets:connect',
      null,
      pairs.map((pair) => pair.port1),
    )
    ;[port, answers] = pairs.map((pair) => pair.port2)
    pairs[2]?.port2.start()
  }
}

const sayJunk = (/** @type {number} */ count) => {
  for (let i = 0; i < count; i += 1) port?.postMessage(makers[below(makers.length)]?.())
}

contextBridge.exposeInMainWorld('hostile', {
  open,
  sayJunk,
  call: (/** @type {string} */ method, /** @type {unknown[]} */ ...args) =>
    new Promise((resolve) => {
      lastId += 1
      const id = 1_000_000 + lastId
      answers?.addEventListener('message', ({ data }) => {
        for (const item of data) if (item.id === id || (item[0] === 3 && item[1] === id)) resolve(item)
      })
      answers?.start()
      port?.postMessage([0, undefined, { kind: 'call', id, method, args }])
    }),
})
