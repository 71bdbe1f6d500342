import type { StepsFile } from '../driver/apps/app-steps.ts'

export const exchange: StepsFile = {
  'what was called back is there after SIGKILL': async (app) => {
    await app.start()
    await app.run('store')
    await app.end('SIGKILL')
    await app.start()
    await app.run('read')
  },
  'a reload, without a window and with one': async (app) => {
    await app.start()
    await app.run('heard')
    for (const part of ['reload without a window', 'reload with a window']) {
      await app.run(part)
      await app.reloaded()
      await app.run('heard after reload')
    }
  },
  'in which order a start is told': async (app) => {
    await app.start()
    await app.run('heard in order')
  },
  'another start while it runs': async (app) => {
    await app.start()
    await app.run('remember')
    await app.startAgain()
    await app.until('is launched once more')
    await app.run('heard after another start')
  },
}
