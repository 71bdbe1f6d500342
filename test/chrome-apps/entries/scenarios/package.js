const openPackage = async (t) => (await t.cb('runtime.getPackageDirectoryEntry')).args[0]

scenario('package: the directory', async (t) => {
  const root = await openPackage(t)
  t.log('entry', describeEntry(root), root.name, root.toURL())
  t.log('class', String(root), root.filesystem.name.replace(/[\dA-F]{32}$/, '<32 digits>'))
  t.log('contents', await list(root))
  t.log('again', (await openPackage(t)) === root)
  t.log('promise', describeEntry(await chrome.runtime.getPackageDirectoryEntry()))
})

scenario('package: reading', async (t) => {
  const root = await openPackage(t)
  t.log('a file', await readText(await call(root, 'getFile', 'given/one.txt', {})))
  t.log('a directory', await list(await call(root, 'getDirectory', 'given', {})))
  for (const path of ['none.txt', 'given', '/crxfs/window.html', '../window.html', '..', ''])
    t.log(path, await tell(root, 'getFile', path, {}))
  t.log('above', await tell(root, 'getParent'))
  const { size } = await call(await call(root, 'getFile', 'given/one.txt', {}), 'getMetadata')
  t.log('size', size)
})

scenario('package: nothing is written', async (t) => {
  const root = await openPackage(t)
  const file = await call(root, 'getFile', 'given/one.txt', {})
  t.log('create', await tell(root, 'getFile', 'new.txt', { create: true }))
  t.log('create what is there', await tell(root, 'getFile', 'window.html', { create: true }))
  t.log('directory', await tell(root, 'getDirectory', 'new', { create: true }))
  t.log('createWriter', await tell(file, 'createWriter'))
  t.log('remove', await tell(file, 'remove'))
  t.log('moveTo', await tell(file, 'moveTo', root, 'moved.txt'))
  t.log('copyTo', await tell(file, 'copyTo', root, 'copied.txt'))
  t.log('removeRecursively', await tell(root, 'removeRecursively'))
})

scenario(
  'package: copied out',
  async (t) => {
    const directory = await makeDirectory(t, 'copies')
    const root = await openPackage(t)
    const file = await call(root, 'getFile', 'given/one.txt', {})
    t.log('a file', await tell(file, 'copyTo', directory))
    t.log('a directory', await tell(await call(root, 'getDirectory', 'given/inner', {}), 'copyTo', directory))
    t.log('contents', await list(directory))
  },
  { ms: 20_000 },
)
