/** Parts of what test/conformance/steps/updated.ts drives. */
const bounds = { left: 60, top: 70, width: 333, height: 222 }
const moved = { left: 90, top: 80, width: 444, height: 234 }

part('keeps', async (t) => {
  await t.until(() => globalThis.launchData !== undefined)
  const { entry } = globalThis.launchData.items[0]
  const id = chrome.fileSystem.retainEntry(entry)
  t.log('storage', await t.cb('storage.local.set', { id }), await t.cb('storage.sync.set', { synced: 1 }))
  const created = await t.open('window.html', { id: 'kept', outerBounds: bounds })
  created.outerBounds.setSize(moved.width, moved.height)
  created.outerBounds.setPosition(moved.left, moved.top)
  await t.until(() => created.outerBounds.left === moved.left && created.outerBounds.width === moved.width)
  // Chrome writes it a second later.
  await t.sleep(2000)
  await t.close(created)
})

part('is granted more', async (t) => {
  t.log('request', await t.ask('permissions.request', { permissions: ['power'] }))
})

part('finds permissions', async (t) => {
  t.log('permissions', (await t.ask('permissions.getAll')).resolved)
  t.log('namespaces', typeof chrome.power, typeof chrome.alarms, typeof chrome.fileSystem)
})

part('finds', async (t) => {
  t.log('version', chrome.runtime.getManifest().version)
  t.log('storage', Object.keys(await chrome.storage.local.get()), await chrome.storage.sync.get())
  const created = await t.open('window.html', { id: 'kept', outerBounds: bounds })
  const { height, left, top, width } = created.outerBounds
  t.log('window', left, top, width, height)
  await t.close(created)
})

part('restores', async (t) => {
  const { id } = await chrome.storage.local.get('id')
  t.log('isRestorable', await t.cb('fileSystem.isRestorable', id))
  const { args, lastError } = await t.cb('fileSystem.restoreEntry', id)
  t.log('restored', args[0]?.fullPath, lastError)
  if (args[0] === undefined) return
  t.log('isWritableEntry', await t.cb('fileSystem.isWritableEntry', args[0]))
  const names = await new Promise((resolve, reject) => {
    args[0].createReader().readEntries((entries) => resolve(entries.map(({ name }) => name)), reject)
  })
  t.log('in it', names)
})
