import type { StepsFile } from '../driver/apps/app-steps.ts'

export const first: StepsFile = {
  'what is stored is there after a restart': async (app) => {
    await app.start()
    await app.run('store')
    await app.end()
    await app.start()
    await app.run('read')
  },
}
