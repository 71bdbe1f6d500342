import type { Attack } from '../attack.ts'

/** What the user has given it, and lets it write. */
export const appGivenFiles: Attack = {
  name: 'app-given-files',
  what: 'a Chrome App retains and restores a directory that it was given 5000 times, writes files in it at places where no disk ends, and says numbers for those that are none',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(async (times) => {
      const { count, given, openPort, pause, readTally, settle } = window.siege
      const { fileSystem, runtime } = window.chrome as unknown as HostedChrome
      const directory = await given
      if (directory === undefined) return { 'nothing given': 1 }
      const failed = ({ name }: DOMException): void => count(name)
      const answer = (): void => count(runtime.lastError?.message ?? 'restored')
      for (let i = 0; i < times; i += 1) {
        const id = fileSystem.retainEntry(directory)
        fileSystem.restoreEntry(i % 2 === 0 ? id : `${i}:${id}`, answer)
        if (i % 100 === 0) await pause(5)
      }
      const write = (writer: WriterLike, act: (writer: WriterLike) => void): Promise<void> =>
        new Promise((resolve) => {
          writer.onwriteend = () => {
            count(writer.error?.name ?? 'written')
            resolve()
          }
          try {
            act(writer)
          } catch {
            resolve(count('thrown'))
          }
        })
      const sizes = [1e12, Number.MAX_SAFE_INTEGER, 1e300, Infinity, -1, NaN, 0.5, 0]
      const fill = async (writer: WriterLike): Promise<void> => {
        for (const size of sizes) {
          await write(writer, () => writer.truncate(size))
          writer.seek(size)
          await write(writer, () => writer.write(new Blob(['x'.repeat(100_000)])))
        }
        await write(writer, () => writer.truncate(0))
      }
      const openFile = (name: string): Promise<void> =>
        new Promise((resolve) => {
          const openWriter = (file: EntryLike): void =>
            file.createWriter((writer) => void fill(writer).then(resolve), failed)
          directory.getFile(name, { create: true }, openWriter, failed)
        })
      const files = Array.from({ length: Math.max(2, times / 500) }, (_, i) => openFile(`file ${i}`))
      await Promise.all(files)
      const port = await openPort()
      const call = (method: string, ...args: unknown[]): object => ({ kind: 'call', id: 1, method, args })
      const { filesystem, fullPath } = directory
      const place = [filesystem.name, `${fullPath}/file 0`]
      for (let i = 0; i < times; i += 10) {
        const size = [1e300, -1, 0.5, 1e12][(i / 10) % 4]
        port.postMessage([
          0,
          undefined,
          call('files.truncate', ...place, size),
          call('files.write', ...place, size, new ArrayBuffer(10)),
          call('fileGifts.retain', filesystem.name, fullPath, `${i}:${'x'.repeat(4100)}`),
          call('fileGifts.restore', `${i}:${'x'.repeat(4100)}`),
          call('fileGifts.getDisplayPath', ...place),
          call('fileGifts.getWritable', ...place),
          call('files.getMetadata', filesystem.name, `${fullPath}/${'x'.repeat(4000)}`),
        ])
        await pause(2)
      }
      await settle()
      return readTally()
    }, reduce(5000))
  },
  answered: ['restored', 'Unknown id', 'written', 'InvalidStateError'],
}
