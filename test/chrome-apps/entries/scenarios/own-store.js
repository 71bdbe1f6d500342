const request = (type, size = 1024 * 1024) =>
  new Promise((resolve, reject) => {
    webkitRequestFileSystem(type, size, resolve, reject)
  })

for (const [kind, type] of Object.entries({ temporary: 0, persistent: 1 }))
  scenario(`own store: ${kind}`, async (t) => {
    const { name, root } = await request(type)
    t.log('name', name, describeEntry(root), root.toURL())
    const directory = await call(root, 'getDirectory', 'scenario', { create: true })
    const file = await writeText(directory, 'a b.txt', 'hello')
    t.log('file', describeEntry(file), file.toURL(), await tell(file, 'file'))
    t.log('list', await list(directory))
    t.log(
      'by its address',
      await t.promise(() =>
        call(window, 'webkitResolveLocalFileSystemURL', file.toURL()).then(describeEntry),
      ),
    )
    await call(directory, 'removeRecursively')
    t.log('gone', await tell(file, 'getMetadata'))
  })

scenario('own store: requests for its addresses', async (t) => {
  const { root } = await request(0)
  const file = await writeText(root, 'page.txt', 'hello')
  const url = file.toURL()
  const asked = await new Promise((resolve) => {
    const xhr = new XMLHttpRequest()
    xhr.onloadend = () => resolve([xhr.status, xhr.statusText, xhr.responseText])
    xhr.open('GET', url)
    xhr.send()
  })
  t.log('XMLHttpRequest', asked)
  t.log('fetch', await t.promise(() => fetch(url).then(({ status }) => status)))
  await call(file, 'remove')
})

scenario('own store: shared by the pages', async (t) => {
  const { root } = await request(0)
  const file = await writeText(root, 'shared.txt', 'hello')
  const { contentWindow: page } = await t.open('window.html')
  const other = await new Promise((resolve, reject) => {
    page.webkitRequestFileSystem(0, 1024, resolve, reject)
  })
  t.log('there', await readText(await call(other.root, 'getFile', 'shared.txt', {})), other.name)
  await call(file, 'remove')
})

scenario('own store: quota', async (t) => {
  const storage = navigator.webkitPersistentStorage
  const granted = await new Promise((resolve, reject) => {
    storage.requestQuota(5 * 1024 * 1024, resolve, reject)
  })
  t.log('granted', granted)
})

scenario('own store: the private directory', async (t) => {
  const root = await navigator.storage.getDirectory()
  const handle = await root.getFileHandle('private.txt', { create: true })
  const writable = await handle.createWritable()
  await writable.write('hello')
  await writable.close()
  const file = await handle.getFile()
  t.log('file', root.name, handle.name, file.size, await file.text())
  await root.removeEntry('private.txt')
})
