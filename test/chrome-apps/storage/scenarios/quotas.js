const fill = (length) => 'x'.repeat(length)

async function set(t, area, items, label = Object.keys(items).join(' ')) {
  const { lastError, ...answer } = await t.cb(`storage.${area}.set`, items)
  t.log(`set ${label}`, lastError ?? answer)
}

const count = async (t, area, keys) =>
  t.log('bytes', await t.cb(`storage.${area}.getBytesInUse`, keys ?? null))

/** However long it takes. */
const setSlowly = (items) =>
  chrome.storage.local.set(items).then(
    () => 'kept',
    (error) => error.message,
  )

scenario(
  'quotas: all of local',
  async (t) => {
    t.log('one too many', await setSlowly({ a: fill(10_485_758) }))
    t.log('all', await setSlowly({ a: fill(10_485_757) }))
    t.log('another', await setSlowly({ b: 1 }))
    t.log('instead', await setSlowly({ a: 1, b: fill(100) }))
    await count(t, 'local')
  },
  { ms: 90_000 },
)

scenario('quotas: an item of sync', async (t) => {
  await set(t, 'sync', { a: fill(8192 - 3) })
  await set(t, 'sync', { a: fill(8192 - 2) })
  await set(t, 'sync', { é: fill(8192 - 4) })
  await set(t, 'sync', { é: fill(8192 - 3) })
  await set(t, 'sync', { ok: 1, a: fill(9000) })
  await count(t, 'sync')
  t.log('keys', await t.cb('storage.sync.getKeys'))
  await t.cb('storage.sync.clear')
})

scenario('quotas: items, and all of sync', async (t) => {
  const many = Object.fromEntries(Array.from({ length: 512 }, (_, i) => [`k${i}`, i]))
  await set(t, 'sync', { ...many, x: 1 }, '513')
  await set(t, 'sync', many, '512')
  await set(t, 'sync', { x: 1 })
  await set(t, 'sync', { k1: 'changed' })
  await set(t, 'sync', { x: fill(9000) }, 'too many and too large')
  await t.cb('storage.sync.clear')
  const large = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`k${100 + i}`, fill(8186)]))
  await set(t, 'sync', large, '12 large')
  await count(t, 'sync')
  await set(t, 'sync', { z: fill(4089) })
  await set(t, 'sync', { y: fill(4089) })
  await set(t, 'sync', { y: fill(7000), k100: 1 }, 'one grows, another shrinks')
  await count(t, 'sync')
  await t.cb('storage.sync.clear')
})

scenario(
  'quotas: calls of sync in a minute',
  async (t) => {
    const answers = await Promise.all(
      Array.from({ length: 122 }, (_, i) => t.cb('storage.sync.set', i < 60 ? { i } : {})),
    )
    // What went before has its part in it.
    const kept = answers.findIndex(({ lastError }) => lastError !== undefined)
    t.log('set', kept > 60 && kept < 120, answers.at(-1))
    t.log(
      'no more',
      answers.slice(kept).every(({ lastError }) => lastError !== undefined),
    )
    t.log('remove', await t.cb('storage.sync.remove', 'i'))
    t.log('get', await t.cb('storage.sync.get'))
    t.log('set', await t.ask('storage.sync.set', { a: 1 }))
    t.log('clear', await t.cb('storage.sync.clear'))
  },
  { ms: 60_000 },
)
