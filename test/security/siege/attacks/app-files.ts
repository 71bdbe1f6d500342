import type { Attack } from '../attack.ts'

export const appFiles: Attack = {
  name: 'app-files',
  what: 'a Chrome App asks 20,000 times for files above its own, with long names, for writers and dialogs, and for what it has not retained',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(async (times) => {
      const { count, pause, readTally, settle } = window.siege
      const { fileSystem, runtime } = window.chrome as unknown as HostedChrome
      const done = (): void => count('ok')
      const failed = ({ name }: DOMException): void => count(name)
      const answer = (): void => count(runtime.lastError?.message ?? 'ok')
      const long = 'x'.repeat(100_000)
      const root = await new Promise<EntryLike>((resolve) => runtime.getPackageDirectoryEntry(resolve))
      const file = await new Promise<EntryLike>((resolve) => root.getFile('hostile.js', {}, resolve, failed))
      for (let i = 0; i < times; i += 10) {
        root.getFile(`${'../'.repeat(i % 1000)}../etc/passwd`, {}, done, failed)
        root.getDirectory(i % 100 === 0 ? `${long}${i}/${long}` : 'made', { create: true }, done, failed)
        root.createReader().readEntries(done, failed)
        file.getMetadata(done, failed)
        file.moveTo(root, long, done, failed)
        file.createWriter(done, failed)
        file.file(done, failed)
        fileSystem.chooseEntry({ type: 'saveFile', suggestedName: long }, answer)
        fileSystem.restoreEntry(i % 100 === 0 ? `${i}${long}` : `${i}:hostile.js`, answer)
        fileSystem.isRestorable(`${i}`, answer)
        if (i % 100 === 0) await pause(5)
      }
      await settle()
      return readTally()
    }, reduce(20_000))
  },
  answered: ['ok', 'EncodingError'],
}
