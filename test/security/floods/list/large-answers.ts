import type { Flood } from '../flood.ts'

/** Little is said each time, and the main process does as much as the page has begun before. */
export const lockQueries: Flood = {
  name: 'lock-queries',
  what: '100 times `navigator.locks.query`, with 3000 locks whose names have 1000 characters',
  act: async () => {
    for (let i = 0; i < 3000; i += 1)
      navigator.locks.request(`${i}`.padEnd(1000, 'n'), () => new Promise(() => {})).catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 1000))
    for (let i = 0; i < 100; i += 1) navigator.locks.query().catch(() => {})
  },
  turns: 1,
}

export const crowdedChannel: Flood = {
  name: 'crowded-channel',
  what: '`BroadcastChannel`, and 3000 others of its name',
  act: (turn, { kept }) => {
    while (kept.length < 3000) kept.push(new BroadcastChannel('a'))
    Reflect.apply(BroadcastChannel.prototype.postMessage, kept[0], [turn])
  },
}

export const folderEntries: Flood = {
  name: 'folder-entries',
  what: '100 times `entries()` of a folder of 1500 files whose names have 180 characters',
  act: async () => {
    const folder = await navigator.storage.getDirectory()
    const names = Array.from({ length: 1500 }, (_, i) => `${i}`.padEnd(180, 'n'))
    await Promise.all(names.map((name) => folder.getFileHandle(name, { create: true })))
    for (let i = 0; i < 100; i += 1)
      folder
        .entries()
        .next()
        .catch(() => {})
  },
  turns: 1,
}

export const registrations: Flood = {
  name: 'registrations',
  what: '`serviceWorker.getRegistrations`, with 60 of them',
  act: async () => {
    const { serviceWorker } = navigator
    const scopes = Array.from({ length: 60 }, (_, i) => `/${i}`)
    await Promise.all(scopes.map((scope) => serviceWorker.register('/plain.js', { scope })))
    for (const end = Date.now() + 3000; Date.now() < end;) serviceWorker.getRegistrations().catch(() => {})
  },
  turns: 1,
  columns: ['bare', 'guest'],
}

export const frameSites: Flood = {
  name: 'frame-sites',
  what: '`location = …` of four frames of other sites, each time to another site',
  act: async () => {
    const add = (site: string): Promise<HTMLIFrameElement> =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe')
        frame.addEventListener('load', () => resolve(frame))
        frame.src = `http://${site}.localhost:${location.port}/`
        document.body.append(frame)
      })
    const frames = await Promise.all(['a', 'b', 'c', 'd'].map(add))
    for (let [turn, end] = [0, Date.now() + 3000]; Date.now() < end; turn += 1) {
      const { contentWindow } = frames[turn % 4] ?? {}
      if (contentWindow)
        contentWindow.location.href = `http://e${turn % 6}.localhost:${location.port}/?${turn}`
      if (turn % 2 === 1) await new Promise((resolve) => setTimeout(resolve, 0))
    }
  },
  turns: 1,
  columns: ['bare', 'guest'],
}
