import type { Flood } from '../flood.ts'

/** The policy of a Chrome App's own pages lets no script come from `data:`. */
const act: Flood['act'] = () => new Worker(location.protocol === 'http:' ? 'data:,' : 'worker.js').terminate()

export const worker: Flood = { name: 'worker', what: '`new Worker(…).terminate()`', act }

export const frameWorker: Flood = {
  name: 'frame-worker',
  what: '`new Worker(…).terminate()` in a frame of another site',
  act,
  other: 'does',
  columns: ['bare', 'guest'],
}

export const sharedWorker: Flood = {
  name: 'shared-worker',
  what: '`new SharedWorker(…)`, each of another name',
  act: (turn) => new SharedWorker('data:,', `a${turn}`),
  columns: ['bare', 'guest'],
}

export const workerCookies: Flood = {
  name: 'worker-cookies',
  what: '`cookieStore.set` in a service worker',
  act: () => navigator.serviceWorker.register('/cookies.js'),
  turns: 1,
  columns: ['bare', 'guest'],
}
