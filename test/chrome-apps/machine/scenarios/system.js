for (const path of ['system.cpu.getInfo', 'system.memory.getInfo', 'system.storage.getInfo'])
  scenario(`${path}: wrong arguments`, async (t) => {
    for (const args of [[1], [{}], [undefined], [() => {}, 1], ['x', () => {}]])
      t.log(
        'getInfo',
        args,
        t.raw(() => void findNamespace(path)(...args)),
      )
    await t.sleep(50)
  })

scenario('system.display.getInfo: wrong arguments', async (t) => {
  for (const args of [
    [1],
    [{ bogus: 1 }],
    [{ singleUnified: 1 }],
    [{ singleUnified: true }, 1],
    [undefined, undefined],
    [null],
  ])
    t.log(
      'getInfo',
      args,
      t.raw(() => void chrome.system.display.getInfo(...args)),
    )
  await t.sleep(50)
})

scenario('system.cpu', async (t) => {
  const { args, lastError } = await t.cb('system.cpu.getInfo')
  const [info] = args
  t.log('kinds', describeKinds({ ...info, temperatures: [], features: [] }), lastError)
  const { archName, features, modelName, numOfProcessors, processors, temperatures } = info
  t.log('count', numOfProcessors === processors.length, numOfProcessors > 0)
  t.log('texts', archName, modelName.length > 0)
  t.log(
    'features',
    features,
    temperatures.every((value) => typeof value === 'number'),
  )
  t.log(
    'usage',
    processors.every(({ usage: { idle, kernel, total, user } }) => idle + kernel + user <= total),
  )
  t.log('promise', describeKinds((await t.ask('system.cpu.getInfo')).resolved) !== undefined)
})

scenario('system.memory', async (t) => {
  const { args, lastError } = await t.cb('system.memory.getInfo')
  const [{ availableCapacity, capacity, ...rest }] = args
  t.log('kinds', typeof availableCapacity, typeof capacity, rest, lastError)
  t.log('amounts', availableCapacity > 0, capacity >= availableCapacity, Number.isInteger(capacity))
})

scenario('system.storage', async (t) => {
  const { args, lastError } = await t.cb('system.storage.getInfo')
  const [units] = args
  t.log('list', Array.isArray(units), lastError)
  const kinds = new Set(units.map((unit) => JSON.stringify(describeKinds(unit))))
  t.log(
    'kinds',
    [...kinds].every(
      (kind) => kind === '{"capacity":"number","id":"string","name":"string","type":"string"}',
    ),
  )
  t.log(
    'types',
    units.every(({ type }) => ['fixed', 'removable', 'unknown'].includes(type)),
  )
  t.log('eject', await t.cb('system.storage.ejectDevice', 'none'))
})

scenario('system.display', async (t) => {
  const { args, lastError } = await t.cb('system.display.getInfo')
  const [displays] = args
  t.log('count', displays.length, lastError)
  const [{ id, name, ...rest }] = displays
  t.log('texts', typeof id, typeof name)
  t.log('display', rest)
  t.log('with flags', (await t.cb('system.display.getInfo', { singleUnified: true })).args[0].length)
  t.log('promise', (await t.ask('system.display.getInfo', {})).resolved.length)
})
