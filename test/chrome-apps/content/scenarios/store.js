scenario('stores: IndexedDB', async (t) => {
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('scenario', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('items')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const transaction = database.transaction('items', 'readwrite')
  transaction.objectStore('items').put({ a: 1 }, 'key')
  await new Promise((resolve) => {
    transaction.oncomplete = resolve
  })
  const reading = database.transaction('items').objectStore('items').get('key')
  await new Promise((resolve) => {
    reading.onsuccess = resolve
  })
  t.log('read', reading.result)
  database.close()
  indexedDB.deleteDatabase('scenario')
})

scenario('stores: databases of the app are its own', async (t) => {
  t.log(
    'databases',
    (await indexedDB.databases()).map(({ name }) => name).filter((name) => name !== 'scenario'),
  )
})

scenario('stores: caches, cookies and sessionStorage', async (t) => {
  t.log('caches', await t.promise(() => caches.keys()))
  document.cookie = 'a=1'
  t.log('cookie', document.cookie, navigator.cookieEnabled)
  const { contentWindow: page } = await t.open('window.html', { id: 'session' })
  t.log(
    'sessionStorage',
    t.raw(() => {
      page.sessionStorage.setItem('a', '1')
      return page.sessionStorage.getItem('a')
    }),
  )
})

scenario('stores: webkitRequestFileSystem', async (t) => {
  const system = await new Promise((resolve, reject) => {
    webkitRequestFileSystem(TEMPORARY, 1024, resolve, reject)
  })
  t.log('name', system.name, system.root.fullPath)
  const file = await new Promise((resolve, reject) => {
    system.root.getFile('x.txt', { create: true }, resolve, reject)
  })
  t.log('file', file.fullPath, file.toURL())
  await new Promise((resolve) => {
    file.remove(resolve)
  })
})
