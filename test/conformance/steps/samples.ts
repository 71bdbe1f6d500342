import type { StepsFile } from '../driver/apps/app-steps.ts'

export const samples: StepsFile = {
  'servers over a reload': async (app) => {
    await app.start()
    await app.run('makes servers')
    await app.run('lists servers')
    await app.run('reloads')
    await app.reloaded()
    await app.run('lists servers')
  },
}
