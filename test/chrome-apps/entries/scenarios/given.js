scenario('given: the launch data', async (t) => {
  await findGiven(t)
  const { items, ...rest } = launchData
  t.log('keys', Object.keys(launchData))
  t.log('rest', rest)
  t.log('item', items.length, Object.keys(items[0]), items[0].type)
})

scenario('given: what an entry looks like', async (t) => {
  const given = await findGiven(t)
  const file = await call(given, 'getFile', 'one.txt', {})
  for (const entry of [given, file]) {
    t.log('class', String(entry), Object.keys(entry))
    t.log('constructor', entry.constructor.name, typeof window.FileEntry)
    const keys = []
    for (const key in entry) keys.push(key)
    t.log('keys', keys.toSorted())
    t.log('place', entry.fullPath, entry.name, entry.isFile, entry.isDirectory, entry.toURL())
  }
  const { filesystem } = given
  t.log('file system', String(filesystem), filesystem.name.replace(/[\dA-F]{32}$/, '<32 digits>'))
  t.log('one', filesystem === given.filesystem, filesystem === file.filesystem)
  t.log('root', describeEntry(filesystem.root), filesystem.root.name, filesystem.root === filesystem.root)
})

scenario('given: its contents', async (t) => {
  const given = await findGiven(t)
  t.log('all', await list(given))
  const inner = await call(given, 'getDirectory', 'inner', {})
  t.log('inner', await list(inner))
  t.log('read', await readText(await call(inner, 'getFile', 'deep.txt', {})))
  t.log('of the file', await tell(await call(given, 'getFile', 'one.txt', {}), 'file'))
  t.log('of JSON', await tell(await call(given, 'getFile', 'two.json', {}), 'file'))
})

scenario('given: metadata', async (t) => {
  const given = await findGiven(t)
  for (const name of ['one.txt', 'two.json']) {
    const metadata = await call(await call(given, 'getFile', name, {}), 'getMetadata')
    t.log(name, metadata.size, metadata.modificationTime instanceof Date, String(metadata))
    t.log('recent', Date.now() - metadata.modificationTime < 3_600_000)
  }
  const { size } = await call(given, 'getMetadata')
  t.log('of a directory', size)
})

scenario('given: the directory above', async (t) => {
  const given = await findGiven(t)
  t.log('of a file', await tell(await call(given, 'getFile', 'one.txt', {}), 'getParent'))
  t.log('of an inner one', await tell(await call(given, 'getFile', 'inner/deep.txt', {}), 'getParent'))
  t.log('of itself', await tell(given, 'getParent'))
  t.log('of the root', await tell(given.filesystem.root, 'getParent'))
  t.log('in the root', await list(given.filesystem.root).catch(describeError))
})

scenario('given: many files come in several readings', async (t) => {
  const directory = await makeDirectory(t, 'many')
  for (let number = 0; number < 120; number += 1)
    await call(directory, 'getFile', `${number}.txt`, { create: true })
  const batches = await readBatches(directory)
  t.log(
    'sizes',
    batches.map(({ length }) => length),
  )
  const reader = directory.createReader()
  const first = new Promise((resolve) => {
    reader.readEntries(({ length }) => resolve(length))
  })
  const second = await new Promise((resolve) => {
    reader.readEntries(
      ({ length }) => resolve(length),
      (error) => resolve(describeError(error)),
    )
  })
  t.log('while one reads', second, (await first) > 0)
})

scenario('given: entries outlive the window that got them', async (t) => {
  const directory = await makeDirectory(t, 'outlived')
  await writeText(directory, 'a.txt', 'before')
  const opened = await t.open('window.html', { id: 'outlived' })
  const { fileSystem } = opened.contentWindow.chrome
  const own = await new Promise((resolve) => {
    fileSystem.restoreEntry(chrome.fileSystem.retainEntry(directory), resolve)
  })
  const file = await call(own, 'getFile', 'a.txt', {})
  await t.close(opened)
  t.log('places', describeEntry(own), describeEntry(file))
  const tryFor = (act) => Promise.race([t.promise(act), t.sleep(1000).then(() => 'no answer')])
  t.log('reads', await tryFor(() => readText(file)))
  t.log('lists', await tryFor(() => list(own)))
  t.log('writes', await tryFor(() => writeText(own, 'b.txt', 'afterwards').then(describeEntry)))
  t.log('afterwards', await list(directory))
})

scenario('given: a File is read when it is read', async (t) => {
  const directory = await makeDirectory(t, 'late')
  const entry = await writeText(directory, 'a.txt', 'before')
  const file = await call(entry, 'file')
  t.log('slice', await file.slice(2, 4).text(), file.size)
  await writeText(directory, 'a.txt', 'afterwards')
  t.log('changed', await t.promise(() => file.text()))
  t.log('again', await readText(entry))
  await call(entry, 'remove')
  t.log('removed', await tell(entry, 'file'))
})
