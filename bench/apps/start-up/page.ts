const [begin] = performance.getEntriesByName('first preload')

Object.assign(globalThis, { startUp: performance.now() - (begin?.startTime ?? Number.NaN) })
