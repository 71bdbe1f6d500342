/** Parts of what test/conformance/steps/exchange.ts drives. */
part('store', async (t) => {
  const { local, sync } = chrome.storage
  await local.set({ kept: 'before', gone: 1 })
  await local.remove('gone')
  await Promise.all([sync.set({ kept: 2 }), local.set({ kept: [1, 'two'], more: 'x'.repeat(3000) })])
  t.log('stored')
})

part('read', async (t) => {
  const { more, ...rest } = await chrome.storage.local.get()
  t.log('local', rest, more.length)
  t.log('sync', await chrome.storage.sync.get())
})

const launches = () => globalThis.heard.filter(([name]) => name === 'onLaunched')
const heardNames = () => globalThis.heard.map(([name]) => name).filter((name) => name.startsWith('on'))

part('heard', async (t) => {
  await t.until(() => heardNames().length === 2)
  t.log('heard', heardNames().toSorted(), ...launches())
})

part('heard in order', async (t) => {
  await t.until(() => heardNames().length === 2)
  t.log('heard', ...heardNames())
})

/** When this part has been answered. */
const reloadSoon = () => setTimeout(() => chrome.runtime.reload(), 200)

part('reload with a window', async (t) => {
  await t.open('window.html')
  reloadSoon()
})

part('reload without a window', () => void reloadSoon())

part('heard after reload', async (t) => {
  await t.until(() => heardNames().includes('onInstalled'))
  await t.sleep(500)
  t.log('heard', heardNames().toSorted(), ...launches())
  t.log('windows', chrome.app.window.getAll().length)
})

part('remember', async (t) => {
  await t.until(() => heardNames().length === 2)
  globalThis.remembered = true
  t.log('heard', heardNames().toSorted())
})

part('is launched once more', () => launches().length === (globalThis.remembered ? 2 : 1))

part('heard after another start', (t) => {
  t.log('the same page', globalThis.remembered === true)
  t.log('heard', heardNames().toSorted(), ...launches())
})
