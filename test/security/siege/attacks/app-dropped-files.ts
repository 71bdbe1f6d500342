import type { Attack } from '../attack.ts'

export const appDroppedFiles: Attack = {
  name: 'app-dropped-files',
  what: 'a Chrome App asks 20,000 times for files that nobody has dropped, by names of its own, of what it was given, of files of its origin, and of 100,000 characters',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    const tally = await page.run(async (times) => {
      const { given, openPort, readTally, settle, waitFor } = window.siege
      const directory = await given
      const root = await navigator.storage.getDirectory()
      const own = await root.getFileHandle('own', { create: true })
      const ask: unknown = Reflect.get(own, 'requestPermission')
      if (typeof ask === 'function') await Reflect.apply(ask, own, [{ mode: 'readwrite' }])
      const long = 'x'.repeat(100_000)
      const givenName = directory?.fullPath.slice(1) ?? ''
      const names = ['hostile.js', 'own', givenName, '', '.', '..', '/', '/etc/passwd', 'passwd', 'data']
      const port = await openPort()
      const take = (name: string, isDirectory: boolean): object => ({
        kind: 'call',
        id: 1,
        method: 'fileGifts.takeDropped',
        args: [name, isDirectory],
      })
      const calls = names.flatMap((name) => [take(name, true), take(name, false)])
      for (let said = 0; said < times; said += 500) {
        const all = Array.from({ length: 500 }, (_, i) => calls[i % calls.length])
        port.postMessage([0, undefined, take(long, said % 1000 === 0), ...all])
        await waitFor('Invalid parameters', said)
      }
      await settle()
      return readTally()
    }, reduce(20_000))
    if (tally['done'] !== undefined) throw new Error(`${tally['done']} files were given`)
    return tally
  },
  answered: ['Invalid parameters'],
}
