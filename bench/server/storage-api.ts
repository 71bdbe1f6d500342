/** Keys that are written and read in turn, and characters of each value. */
const keys = 100
const length = 1000

interface StorageArea {
  set: (items: object, callback: () => void) => void
  get: (key: string, callback: () => void) => void
}

/** What the runner may call where `chrome.storage` is. */
export interface StorageApi {
  /** Calls a second, each made when the one before has called back. */
  measureStorage: (method: 'set' | 'get', warmUp: number, duration: number) => Promise<number>
}

const findArea = (): StorageArea => Reflect.get(chrome, 'storage').local as StorageArea

/** What is written is another value each time: one that has not changed may not be written at all. */
function call(area: StorageArea, method: 'set' | 'get', turn: number): Promise<void> {
  const key = `key ${turn % keys}`
  return new Promise((resolve) => {
    if (method === 'get') area.get(key, resolve)
    else area.set({ [key]: String(turn).padEnd(length, 'x') }, resolve)
  })
}

export const storageApi: StorageApi = {
  async measureStorage(method, warmUp, duration) {
    const area = findArea()
    let turn = 0
    const run = async (milliseconds: number): Promise<number> => {
      const begun = performance.now()
      const before = turn
      for (; performance.now() - begun < milliseconds; turn += 1) await call(area, method, turn)
      return ((turn - before) / (performance.now() - begun)) * 1000
    }
    await run(warmUp)
    return run(duration)
  },
}
