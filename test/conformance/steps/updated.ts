import type { AppSteps, StepsFile } from '../driver/apps/app-steps.ts'

/** What the app of version 1.0 leaves to the next one. */
async function keep(app: AppSteps): Promise<void> {
  await app.start()
  await app.run('keeps')
  await app.runByUser('is granted more')
  await app.run('finds permissions')
  await app.end()
}

/** Starts the app with another manifest, and looks for what there is. */
async function find(app: AppSteps, changes: object, ...parts: string[]): Promise<void> {
  app.update(changes)
  await app.start()
  await app.run('finds')
  await app.run('finds permissions')
  for (const part of parts) await app.run(part)
  await app.end()
}

const hosts = 'http://127.0.0.1/*'
const files = { fileSystem: ['write', 'directory', 'retainEntries'] }

export const updated: StepsFile = {
  'a higher version finds what was kept': async (app) => {
    await keep(app)
    await find(app, { version: '1.0.1' }, 'restores')
    await find(app, { version: '1.0.1' }, 'restores')
  },
  'a version that has fewer permissions': async (app) => {
    await keep(app)
    const fewer = { permissions: ['storage', hosts], optional_permissions: [] }
    await find(app, { version: '2', ...fewer })
    const all = { permissions: ['alarms', 'storage', files, hosts], optional_permissions: ['power'] }
    await find(app, { version: '3', ...all }, 'restores')
  },
  'a version without the permission to retain entries': async (app) => {
    await keep(app)
    const without = { fileSystem: ['write', 'directory'] }
    await find(app, { version: '2', permissions: ['alarms', 'storage', without, hosts] }, 'restores')
    await find(app, { version: '3', permissions: ['alarms', 'storage', files, hosts] }, 'restores')
  },
  'a version that may not write any more': async (app) => {
    await keep(app)
    const read = { fileSystem: ['directory', 'retainEntries'] }
    await find(app, { version: '2', permissions: ['alarms', 'storage', read, hosts] }, 'restores')
  },
  'what was required is asked for': async (app) => {
    await keep(app)
    await find(app, {
      version: '2',
      permissions: ['storage', files, hosts],
      optional_permissions: ['alarms'],
    })
  },
  'what was asked for is required, then asked for again': async (app) => {
    await keep(app)
    const all = ['alarms', 'storage', files, hosts]
    await find(app, { version: '2', permissions: [...all, 'power'], optional_permissions: [] })
    await find(app, { version: '3', permissions: all, optional_permissions: ['power'] })
  },
}
