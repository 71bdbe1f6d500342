import type { StepsFile } from '../driver/apps/app-steps.ts'

export const windows: StepsFile = {
  'again: in another run': async (app) => {
    await app.start()
    await app.run('open')
    await app.run('move')
    await app.end()
    await app.start()
    await app.run('open')
  },
}
