import type { StepsFile } from '../driver/apps/app-steps.ts'

export const entries: StepsFile = {
  'what the user drops': async (app) => {
    await app.start()
    await app.run('takes drops')
    await app.drop('target', 'given/one.txt', 'given/inner', 'given/one.txt')
    await app.run('describes drops')
    await app.drop('target', 'given/one.txt')
    await app.run('describes drops')
    await app.run('retains a drop')
    await app.end()
    await app.start()
    await app.run('restores')
  },
  'what the user drops goes elsewhere': async (app) => {
    await app.start()
    await app.run('takes drops')
    await app.drop('target', 'given/one.txt', 'given/inner')
    await app.run('copies and moves drops')
  },
  'retained entries after a restart': async (app) => {
    await app.start()
    await app.run('retains')
    await app.end()
    await app.start()
    await app.run('restores')
  },
}
