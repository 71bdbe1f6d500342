import type { Attack } from '../attack.ts'

/** Questions that a user says no to at one go. */
const mostQuestions = 10

export const appDialogs: Attack = {
  name: 'app-dialogs',
  what: 'a Chrome App asks the user for files 2000 times, from four windows at once, of 2000 types with long names, and closes two of the windows meanwhile',
  chromeApp: true,
  run: async ({ countQuestions, open, reduce }) => {
    const page = await open({ chromeApp: true })
    const tally = await page.run(async (times) => {
      const { count, pause, readTally, settle } = window.siege
      const { app, runtime } = window.chrome as unknown as HostedChrome
      const create = (): Promise<AppWindowLike | undefined> =>
        new Promise((resolve) => {
          app.window.create('hostile.html', { hidden: true }, (made) => {
            count(runtime.lastError?.message ?? 'created')
            resolve(made)
          })
        })
      const windows = await Promise.all([create(), create(), create(), create()])
      const long = 'x'.repeat(10_000)
      const types = Array.from({ length: 2000 }, (_, i) => ({
        description: `${i}`,
        extensions: [`${i}`, '../..'],
        mimeTypes: ['image/*', '*/*'],
      }))
      const choices = [
        { type: 'openFile', acceptsMultiple: true, accepts: types },
        { type: 'saveFile', suggestedName: `../../${long}` },
        { type: 'openWritableFile', accepts: [{ mimeTypes: [long], extensions: [long], description: long }] },
        { type: 'openFile', suggestedName: '..', accepts: [] },
      ]
      const ask = async (made: AppWindowLike | undefined): Promise<void> => {
        if (made === undefined) return
        const { fileSystem, runtime: own } = made.contentWindow.chrome as unknown as HostedChrome
        for (let i = 0; i < times / windows.length; i += 1) {
          if (made.contentWindow.closed) return
          const choice = choices[i % choices.length] ?? {}
          fileSystem.chooseEntry(choice, () => count(own.lastError?.message ?? 'chosen'))
          if (i % 50 === 0) await pause(5)
        }
      }
      const asking = windows.map(ask)
      await pause(50)
      for (const made of windows.slice(2)) made?.close()
      await Promise.all(asking)
      await settle()
      for (const made of windows.slice(0, 2)) made?.close()
      return readTally()
    }, reduce(2000))
    const questions = await countQuestions()
    if (questions > mostQuestions) throw new Error(`the user was asked ${questions} times`)
    return { ...tally, asked: questions }
  },
  answered: ['created', 'User cancelled', 'asked'],
}
