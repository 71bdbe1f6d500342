import type { StepsFile } from '../driver/apps/app-steps.ts'

export const entries: StepsFile = {
  'retained entries after a restart': async (app) => {
    await app.start()
    await app.run('retains')
    await app.end()
    await app.start()
    await app.run('restores')
  },
}
