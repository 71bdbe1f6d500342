const [first, last] = ['first preload', 'last preload'].map(
  (name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN,
)

Object.assign(globalThis, { startUp: Number(last) - Number(first) })
