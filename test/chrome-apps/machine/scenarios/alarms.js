const show = ({ name, scheduledTime, ...rest }) => [name, typeof scheduledTime, rest]
const soon = { when: 1 }

/** Alarms are gone when the scenario is over. */
const clear = (t) => t.cleanup.push(() => chrome.alarms.clearAll())

for (const [name, args] of Object.entries({
  get: { name: 'a' },
  getAll: {},
  clear: { name: 'a' },
  clearAll: {},
}))
  scenario(`wrong arguments of alarms.${name}`, (t) => t.tryArguments(`alarms.${name}`, args), { ms: 20_000 })

scenario('wrong arguments of alarms.create', async (t) => {
  clear(t)
  for (const args of [
    [],
    ['a'],
    [{}],
    [1, {}],
    ['a', 1],
    ['a', { when: 'x' }],
    ['a', { when: NaN }],
    ['p', { delayInMinutes: 5, persistAcrossSessions: false }],
    ['a', { bogus: 1 }],
    ['a', { periodInMinutes: true }],
    [null, { delayInMinutes: 5 }],
    [undefined, { delayInMinutes: 5 }],
    ['a', null],
    [{ delayInMinutes: 5 }],
    ['b', { delayInMinutes: 5, when: null }],
  ])
    t.log('create', args, await t.cb('alarms.create', ...args), await t.ask('alarms.create', ...args))
})

scenario('alarms.create: what is wrong', async (t) => {
  clear(t)
  t.log('nothing', await t.cb('alarms.create', 'a', {}))
  t.log('both', await t.cb('alarms.create', 'a', { when: 1, delayInMinutes: 1 }))
  t.log('getAll', await t.cb('alarms.getAll'))
})

scenario('alarms.create, get, getAll, clear, clearAll', async (t) => {
  clear(t)
  t.log('create', await t.cb('alarms.create', { delayInMinutes: 10 }))
  t.log('create', await t.cb('alarms.create', 'b', { delayInMinutes: 10, periodInMinutes: 2 }))
  t.log('create', await t.cb('alarms.create', 'a', { periodInMinutes: 2.5 }))
  const get = async (...args) => {
    const { args: got, lastError } = await t.cb('alarms.get', ...args)
    return got.length === 0 ? [got, lastError] : show(got[0])
  }
  t.log('get', await get())
  t.log('get b', await get('b'))
  t.log('get a', await get('a'))
  t.log('get none', await get('none'))
  const getAll = async () => (await t.cb('alarms.getAll')).args[0].map(show)
  t.log('getAll', await getAll())
  t.log('keys', sortKeys((await t.cb('alarms.getAll')).args[0][0]))
  t.log('clear', await t.cb('alarms.clear', 'b'), await t.cb('alarms.clear', 'b'))
  t.log('clear', await t.cb('alarms.clear'))
  t.log('getAll', await getAll())
  t.log('clearAll', await t.cb('alarms.clearAll'), await t.cb('alarms.clearAll'))
  t.log('getAll', await getAll())
})

scenario('alarms.create: times', async (t) => {
  clear(t)
  const before = Date.now()
  const late = async (info) => {
    await t.cb('alarms.create', 'a', info)
    const { args } = await t.cb('alarms.get', 'a')
    return args[0].scheduledTime - before
  }
  const isAbout = (milliseconds, expected) => milliseconds >= expected && milliseconds < expected + 2000
  t.log('delay', isAbout(await late({ delayInMinutes: 10 }), 600_000))
  t.log('period', isAbout(await late({ periodInMinutes: 3 }), 180_000))
  t.log('both', isAbout(await late({ delayInMinutes: 10, periodInMinutes: 3 }), 600_000))
  t.log('when', (await late({ when: before + 50_000.5 })) - 50_000.5)
  t.log('when and period', (await late({ when: before + 70_000, periodInMinutes: 3 })) - 70_000)
})

scenario('an alarm of the same name takes the place of the other, behind those that are there', async (t) => {
  clear(t)
  for (const [name, delayInMinutes] of [
    ['a', 10],
    ['b', 10],
    ['a', 20],
  ])
    await t.cb('alarms.create', name, { delayInMinutes })
  const { args } = await t.cb('alarms.getAll')
  t.log(
    'names',
    args[0].map(({ name }) => name),
  )
})

scenario('onAlarm: once', async (t) => {
  clear(t)
  const alarms = t.on('alarms.onAlarm')
  t.log('create', await t.cb('alarms.create', 'now', soon))
  await alarms.wait(1)
  t.log('alarm', show(alarms[0][0]), alarms[0][0].scheduledTime)
  t.log('gone', (await t.cb('alarms.getAll')).args)
})

scenario('onAlarm: again and again', async (t) => {
  clear(t)
  const alarms = t.on('alarms.onAlarm')
  await t.cb('alarms.create', 'again', { when: Date.now(), periodInMinutes: 0.01 })
  await alarms.wait(2, 5000)
  t.log('alarms', alarms.length > 1, show(alarms[0][0]))
  t.log('still there', (await t.cb('alarms.getAll')).args[0].length)
  t.log('clear', await t.cb('alarms.clear', 'again'))
  t.log('short', await t.cb('alarms.create', 'short', { delayInMinutes: 0.5, periodInMinutes: 0.5 }))
  t.log('wrong', await t.cb('alarms.create', 'wrong', { delayInMinutes: 0.5, when: 1 }))
})

scenario('onAlarm: in a window, too', async (t) => {
  clear(t)
  const { contentWindow } = await t.open('window.html', { id: 'alarmed' })
  const alarms = t.of(contentWindow).on('alarms.onAlarm')
  await t.sleep(50)
  await t.cb('alarms.create', 'now', soon)
  await alarms.wait(1)
  t.log('alarm', alarms[0][0].name)
})

scenario('alarms are in the hundreds at most', async (t) => {
  clear(t)
  for (let i = 0; i < 500; i += 1) chrome.alarms.create(`${i}`, { delayInMinutes: 100 })
  t.log('the last', await t.cb('alarms.create', 'last', { delayInMinutes: 100 }))
  t.log('known', await t.cb('alarms.create', '7', { delayInMinutes: 200 }))
  t.log('count', (await t.cb('alarms.getAll')).args[0].length)
})
