/** A directory with a file, a directory that has a file, and an empty one. */
async function makeTree(t) {
  const directory = await makeDirectory(t, 'tree')
  const file = await writeText(directory, 'file.txt', 'of file')
  const full = await call(directory, 'getDirectory', 'full', { create: true })
  await writeText(full, 'inner.txt', 'of inner')
  const empty = await call(directory, 'getDirectory', 'empty', { create: true })
  return { directory, empty, file, full }
}

async function listAll(directory) {
  const entries = (await readBatches(directory)).flat()
  const below = entries.filter(({ isDirectory }) => isDirectory)
  const all = [...entries.map(describeEntry), ...(await Promise.all(below.map(listAll))).flat()]
  return all.toSorted((one, other) => (one < other ? -1 : 1))
}

for (const method of ['copyTo', 'moveTo']) {
  scenario(`moving: ${method} of a file`, async (t) => {
    const { directory, empty, file, full } = await makeTree(t)
    const again = async () => (await call(directory, 'getFile', 'file.txt', { create: true })) && file
    t.log('to itself', await tell(file, method, directory))
    t.log('to its name', await tell(file, method, directory, 'file.txt'))
    t.log('to no name', await tell(file, method, directory, ''))
    t.log('another name', await tell(file, method, directory, 'other.txt'))
    t.log('into', await tell(await again(), method, empty))
    t.log('over another', await tell(await again(), method, full, 'inner.txt'))
    t.log('over a directory', await tell(await again(), method, directory, 'empty'))
    t.log('source', await tell(file, 'file'))
    t.log('all', await listAll(directory))
  })

  scenario(
    `moving: ${method} of a directory`,
    async (t) => {
      const { directory, empty, full } = await makeTree(t)
      t.log('to itself', await tell(full, method, directory))
      t.log('to no name', await tell(full, method, directory, ''))
      t.log('into itself', await tell(full, method, full))
      t.log('deeper into itself', await tell(full, method, full, 'x'))
      t.log('over a file', await tell(empty, method, directory, 'file.txt'))
      t.log('over an empty one', await tell(full, method, directory, 'empty'))
      const other = await call(directory, 'getDirectory', 'other', { create: true })
      t.log('over a full one', await tell(other, method, directory, method === 'copyTo' ? 'full' : 'empty'))
      t.log('another name', await tell(other, method, directory, 'last'))
      t.log('all', await listAll(directory))
    },
    { ms: 40_000 },
  )

  scenario(`moving: ${method} to names that are none`, async (t) => {
    const { directory, empty, file } = await makeTree(t)
    for (const name of ['', '.', '..', 'a/b', '/a', 'a\\b', 'a\0b', null, undefined, 5])
      t.log(name, await tell(file, method, empty, name))
    t.log('all', await listAll(directory))
  })

  scenario(`moving: ${method} with wrong arguments`, async (t) => {
    const { file } = await makeTree(t)
    for (const args of [[], [null], [{}], [file], ['x'], [window]])
      t.log(
        'given',
        t.raw(() => file[method](...args)),
      )
  })
}

scenario('moving: remove', async (t) => {
  const { directory, empty, file, full } = await makeTree(t)
  t.log('a full directory', await tell(full, 'remove'))
  t.log('an empty one', await tell(empty, 'remove'))
  t.log('a file', await tell(file, 'remove'))
  t.log('again', await tell(file, 'remove'))
  t.log('what has gone', await tell(file, 'getMetadata'), await tell(empty, 'getParent'))
  t.log('in what has gone', await tell(empty, 'getFile', 'x', { create: true }))
  t.log('reading it', await list(empty).catch(describeError))
  t.log('all of it', await tell(full, 'removeRecursively'))
  t.log('all of it again', await tell(full, 'removeRecursively'))
  t.log('all', await listAll(directory))
})

scenario('moving: remove the root', async (t) => {
  const { root } = (await findGiven(t)).filesystem
  t.log('remove', await tell(root, 'remove'))
  t.log('removeRecursively', await tell(root, 'removeRecursively'))
  t.log('moveTo', await tell(root, 'moveTo', await findGiven(t), 'x'))
  t.log('there', await list(await findGiven(t)))
})

scenario('moving: from one file system to another', async (t) => {
  const { directory, file } = await makeTree(t)
  const system = await new Promise((resolve, reject) => {
    webkitRequestFileSystem(TEMPORARY, 1024, resolve, reject)
  })
  t.log('out', await tell(file, 'copyTo', system.root, 'copied.txt'))
  const own = await writeText(system.root, 'own.txt', 'of the app')
  t.log('read', await readText(own))
  await call(own, 'remove')
  await call(system.root, 'getFile', 'copied.txt', {}).then((entry) => call(entry, 'remove'))
  t.log('all', await listAll(directory))
})

scenario('moving: from a file system of the app', async (t) => {
  const { directory } = await makeTree(t)
  const { root } = await new Promise((resolve, reject) => {
    webkitRequestFileSystem(TEMPORARY, 1024, resolve, reject)
  })
  const own = await writeText(root, 'own.txt', 'of the app')
  const folder = await call(root, 'getDirectory', 'folder', { create: true })
  await writeText(folder, 'below.txt', 'below')
  t.log('copied', await tell(own, 'copyTo', directory, null))
  t.log('another name', await tell(own, 'copyTo', directory, 'named.txt'))
  t.log('over a file', await tell(own, 'copyTo', directory, 'file.txt'))
  t.log('over a directory', await tell(own, 'copyTo', directory, 'full'))
  t.log('a directory', await tell(folder, 'copyTo', directory, null))
  t.log('moved', await tell(own, 'moveTo', directory, 'moved.txt'))
  t.log('a directory moved', await tell(folder, 'moveTo', directory, 'moved'))
  t.log('left', await list(root))
  t.log('all', await listAll(directory))
  t.log('text', await readText(await call(directory, 'getFile', 'moved.txt', {})))
})

scenario('moving: what is not of the user, to no name', async (t) => {
  const { directory, file } = await makeTree(t)
  const { root } = await new Promise((resolve, reject) => {
    webkitRequestFileSystem(TEMPORARY, 1024, resolve, reject)
  })
  const own = await writeText(root, 'own.txt', 'of the app')
  const folder = await call(root, 'getDirectory', 'folder', { create: true })
  const ofPackage = await new Promise((resolve) => {
    chrome.runtime.getPackageDirectoryEntry(resolve)
  })
  const manifest = await call(ofPackage, 'getFile', 'manifest.json', {})
  for (const [name, entry, parents] of [
    ['of the user', file, [directory, root, ofPackage]],
    ['of the app', own, [root, folder, directory, ofPackage]],
    ['of the package', manifest, [ofPackage, directory, root]],
  ])
    for (const [index, parent] of parents.entries())
      t.log(name, index, await tell(entry, 'copyTo', parent, ''))
  t.log('left', await list(root))
  for (const entry of (await readBatches(root)).flat())
    await call(entry, entry.isFile ? 'remove' : 'removeRecursively')
})
