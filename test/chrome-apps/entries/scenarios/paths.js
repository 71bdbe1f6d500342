const paths = [
  'one.txt',
  './one.txt',
  'inner/deep.txt',
  'inner/../one.txt',
  'inner//deep.txt',
  'one.txt/',
  '',
  '.',
  '..',
  '../one.txt',
  '/given/one.txt',
  '/one.txt',
  '/',
  'none.txt',
  'none/one.txt',
  'one.txt/x',
  'inner',
  'given',
  'a\\b',
  'a\0b',
  'ONE.TXT',
]

for (const method of ['getFile', 'getDirectory'])
  scenario(`paths: ${method}`, async (t) => {
    const given = await findGiven(t)
    for (const path of paths) t.log(path, await tell(given, method, path, {}))
  })

scenario('paths: getFile with options', async (t) => {
  const directory = await makeDirectory(t, 'made')
  const trials = [
    ['new.txt', { create: true }],
    ['new.txt', { create: true }],
    ['new.txt', { create: true, exclusive: true }],
    ['newer.txt', { create: true, exclusive: true }],
    ['newest.txt', { exclusive: true }],
    ['none/new.txt', { create: true }],
    ['../out.txt', { create: true }],
    ['../../out.txt', { create: true }],
    ['/out.txt', { create: true }],
    ['.', { create: true }],
    ['', { create: true }],
    ['x'.repeat(300), { create: true }],
    ['ä ö.txt', { create: true }],
    ['a:b*?"<>|', { create: true }],
    ['.hidden', { create: true }],
    ['con', { create: true }],
    ['end. ', { create: true }],
  ]
  for (const [path, flags] of trials)
    t.log(path.slice(0, 20), flags, await tell(directory, 'getFile', path, flags))
  t.log('all', await list(directory))
  t.log('above', await list(await findGiven(t)))
  await call(await call(directory, 'getFile', '../out.txt', {}), 'remove').catch(() => {})
})

scenario('paths: getDirectory with options', async (t) => {
  const directory = await makeDirectory(t, 'made')
  await call(directory, 'getFile', 'file', { create: true })
  const trials = [
    ['new', { create: true }],
    ['new', { create: true }],
    ['new', { create: true, exclusive: true }],
    ['newer', { create: true, exclusive: true }],
    ['file', { create: true }],
    ['file', { create: true, exclusive: true }],
    ['file', {}],
    ['none/new', { create: true }],
    ['new/deep', { create: true }],
    ['new/', { create: true }],
    ['..', { create: true }],
    ['.', { create: true }],
  ]
  for (const [path, flags] of trials) t.log(path, flags, await tell(directory, 'getDirectory', path, flags))
  t.log('a file where a directory is', await tell(directory, 'getFile', 'new', { create: true }))
  t.log('all', await list(directory))
})

scenario('paths: forms of getFile', async (t) => {
  const given = await findGiven(t)
  const forms = [
    [],
    [undefined],
    [null],
    [5],
    ['one.txt', null],
    ['one.txt', undefined],
    ['one.txt', 5],
    ['one.txt', { create: 0 }],
    ['one.txt', {}, 5],
    ['one.txt', {}, null],
    ['one.txt', {}, undefined, 5],
    ['one.txt', {}, () => {}, null],
  ]
  for (const args of forms)
    t.log(
      'getFile',
      args,
      t.raw(() => given.getFile(...args)),
    )
  const { getFile } = given
  t.log(
    'of nothing',
    t.raw(() => getFile('one.txt')),
  )
  for (const method of ['getMetadata', 'remove', 'removeRecursively', 'moveTo', 'copyTo', 'createReader'])
    t.log(
      method,
      t.raw(() => given[method]() === undefined),
    )
  await t.sleep(50)
})

scenario('paths: without a callback', async (t) => {
  const directory = await makeDirectory(t, 'silent')
  t.log(
    'made',
    t.raw(() => directory.getFile('new.txt', { create: true })),
  )
  t.log(
    'fails',
    t.raw(() => directory.getFile('none.txt')),
  )
  t.log('all', await list(directory))
})
