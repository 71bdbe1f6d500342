/** Calls of a window, as choosing needs one. */
async function openCalls(t) {
  const { contentWindow } = await t.open('window.html')
  return t.of(contentWindow)
}

scenario('fileSystem: the namespace', (t) => {
  t.log('keys', Object.keys(chrome.fileSystem))
  t.log('types', { ...chrome.fileSystem.ChooseEntryType })
})

scenario('fileSystem: choosing from the background page', async (t) => {
  for (const options of [{}, { type: 'openDirectory' }, { type: 'saveFile', acceptsMultiple: true }])
    t.log('chooseEntry', options, await t.cb('fileSystem.chooseEntry', options))
})

scenario('fileSystem: what cannot be chosen', async (t) => {
  const window = await openCalls(t)
  for (const type of ['saveFile', 'openDirectory'])
    t.log(type, await window.cb('fileSystem.chooseEntry', { type, acceptsMultiple: true }))
})

scenario('fileSystem: wrong arguments', async (t) => {
  const window = await openCalls(t)
  const trials = {
    chooseEntry: [
      [],
      [{}],
      [{ type: 'x' }, () => {}],
      [{ accepts: {} }, () => {}],
      [{ zzz: 1 }, () => {}],
      [5],
    ],
    getDisplayPath: [[], [5], [{}], [null], ['x'], [globalThis]],
    getWritableEntry: [[], [{}], [{}, () => {}], [5, () => {}]],
    isWritableEntry: [[], [5], [{}], [{}, () => {}]],
    isRestorable: [[], [5], [null]],
    restoreEntry: [[], ['x'], [5, () => {}]],
    retainEntry: [[], [5], [{}], [null]],
    requestFileSystem: [[], [5], [{}], [{ volumeId: 5 }]],
    getVolumeList: [[5]],
  }
  for (const [method, lists] of Object.entries(trials))
    for (const args of lists)
      t.log(
        method,
        args.filter((value) => value !== globalThis),
        window.invoke(`fileSystem.${method}`, ...args).threw,
      )
})

scenario('fileSystem: an entry that is none is read all the same', async (t) => {
  const window = await openCalls(t)
  const reads = []
  const read = (key) => ({ enumerable: true, get: () => reads.push(key) })
  const fail = () => {
    throw new RangeError('of a getter')
  }
  const trap = (name) => new Proxy({ a: 1 }, { [name]: fail })
  const { proxy: revoked, revoke } = Proxy.revocable({}, {})
  revoke()
  const given = {
    getters: Object.defineProperties({}, { b: read('b'), a: read('a') }),
    'a getter that throws': Object.defineProperty({}, 'a', { enumerable: true, get: fail }),
    keys: trap('ownKeys'),
    value: trap('get'),
    prototype: trap('getPrototypeOf'),
    revoked,
  }
  for (const [kind, entry] of Object.entries(given))
    for (const method of ['getDisplayPath', 'retainEntry'])
      t.log(kind, method, window.invoke(`fileSystem.${method}`, entry, () => {}).threw)
  t.log('reads', reads)
})

scenario('fileSystem: of ChromeOS alone', async (t) => {
  t.log('getVolumeList', await t.cb('fileSystem.getVolumeList'))
  t.log('promise', await t.ask('fileSystem.getVolumeList'))
  t.log('requestFileSystem', await t.cb('fileSystem.requestFileSystem', { volumeId: 'x' }))
})

scenario('fileSystem: the path that is shown', async (t) => {
  const given = await findGiven(t)
  const file = await call(given, 'getFile', 'inner/deep.txt', {})
  for (const entry of [given, file]) {
    const { args } = await t.cb('fileSystem.getDisplayPath', entry)
    t.log('path', args[0].replace(/^.*\/given/, '…/given'), args[0].startsWith('/'))
  }
  t.log('of the root', await t.cb('fileSystem.getDisplayPath', given.filesystem.root))
})

scenario('fileSystem: what can be written to', async (t) => {
  const given = await findGiven(t)
  const file = await call(given, 'getFile', 'one.txt', {})
  for (const entry of [given, file]) {
    t.log('isWritableEntry', await t.cb('fileSystem.isWritableEntry', entry))
    const { args, lastError } = await t.cb('fileSystem.getWritableEntry', entry)
    const [made] = args
    t.log('getWritableEntry', made && describeEntry(made), made === entry, lastError)
  }
  t.log('promise', await t.ask('fileSystem.isWritableEntry', given))
})

scenario('fileSystem: retained and restored', async (t) => {
  const given = await findGiven(t)
  const file = await call(given, 'getFile', 'one.txt', {})
  for (const entry of [given, file]) {
    const id = chrome.fileSystem.retainEntry(entry)
    t.log('id', id.replace(/^[\dA-F]{32}/, '<32 digits>'), chrome.fileSystem.retainEntry(entry) === id)
    t.log('isRestorable', await t.cb('fileSystem.isRestorable', id))
    await untilKept(t, id)
    const { args, lastError } = await t.cb('fileSystem.restoreEntry', id)
    t.log('restored', args[0] && describeEntry(args[0]), args[0] === entry, lastError)
  }
})

scenario('fileSystem: ids that are none', async (t) => {
  for (const id of ['', 'x', 'x:y', `${'0'.repeat(32)}:one.txt`, `${'0'.repeat(32)}:../x`]) {
    t.log('isRestorable', id, await t.cb('fileSystem.isRestorable', id))
    t.log('restoreEntry', id, await t.cb('fileSystem.restoreEntry', id))
  }
})

scenario('fileSystem: entries of other kinds', async (t) => {
  const system = await new Promise((resolve, reject) => {
    webkitRequestFileSystem(TEMPORARY, 1024, resolve, reject)
  })
  const own = await call(system.root, 'getFile', 'own.txt', { create: true })
  const packaged = (await t.cb('runtime.getPackageDirectoryEntry')).args[0]
  for (const [kind, entry] of Object.entries({ own, packaged })) {
    t.log(kind, await t.cb('fileSystem.isWritableEntry', entry))
    t.log('getDisplayPath', (await t.cb('fileSystem.getDisplayPath', entry)).lastError)
    const { args, lastError } = await t.cb('fileSystem.getWritableEntry', entry)
    t.log('getWritableEntry', args.length, lastError)
  }
  await call(own, 'remove')
})

scenario('fileSystem: an entry in another page', async (t) => {
  const given = await findGiven(t)
  const { contentWindow: page } = await t.open('window.html')
  const id = page.chrome.fileSystem.retainEntry(given)
  await untilKept(t, id)
  const { args } = await t.of(page).cb('fileSystem.restoreEntry', id)
  t.log('restored', describeEntry(args[0]), args[0] instanceof Object, args[0] instanceof page.Object)
  t.log('isWritableEntry', await t.of(page).cb('fileSystem.isWritableEntry', given))
  t.log('list', (await list(args[0])).length)
})

part('retains', async (t) => {
  const given = await findGiven(t)
  const file = await call(given, 'getFile', 'one.txt', {})
  const ids = [given, file].map((entry) => chrome.fileSystem.retainEntry(entry))
  t.log('set', await t.cb('storage.local.set', { ids }))
})

part('restores', async (t) => {
  const { ids } = await chrome.storage.local.get('ids')
  for (const id of ids) {
    t.log('isRestorable', await t.cb('fileSystem.isRestorable', id))
    const { args, lastError } = await t.cb('fileSystem.restoreEntry', id)
    if (args[0] === undefined) {
      t.log('lastError', lastError)
      continue
    }
    t.log('restored', describeEntry(args[0]), chrome.fileSystem.retainEntry(args[0]) === id)
    t.log('isWritableEntry', await t.cb('fileSystem.isWritableEntry', args[0]))
    t.log('there', args[0].isFile ? await readText(args[0]) : await list(args[0]))
  }
})

part('takes drops', async (t) => {
  const { contentWindow } = await t.open('window.html', { id: 'target' })
  const { document } = contentWindow
  document.addEventListener('dragover', (event) => event.preventDefault())
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    globalThis.dropped = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry())
  })
})

part('describes drops', async (t) => {
  await t.until(() => globalThis.dropped !== undefined)
  const { dropped } = globalThis
  globalThis.dropped = undefined
  globalThis.last = dropped
  const calls = t.of(chrome.app.window.get('target').contentWindow)
  const directory = dropped.find(({ isDirectory }) => isDirectory)
  const inside = directory && (await call(directory, 'getFile', 'deep.txt', {}))
  for (const entry of [...dropped, ...(inside ? [inside] : [])]) {
    const { args } = await calls.cb('fileSystem.getDisplayPath', entry)
    t.log('dropped', describeEntry(entry), args[0]?.replace(/^.*\/given/, '…/given'))
    t.log('isWritableEntry', await calls.cb('fileSystem.isWritableEntry', entry))
    const { args: made, lastError } = await calls.cb('fileSystem.getWritableEntry', entry)
    t.log('getWritableEntry', made[0] && describeEntry(made[0]), made[0] === entry, lastError)
    if (made[0] === undefined) continue
    t.log('isWritableEntry', await calls.cb('fileSystem.isWritableEntry', made[0]))
  }
})

part('retains a drop', async (t) => {
  const [entry] = globalThis.last
  const id = chrome.fileSystem.retainEntry(entry)
  t.log('id', id.replace(/^[\dA-F]{32}/, '<32 digits>'), chrome.fileSystem.retainEntry(entry) === id)
  await untilKept(t, id)
  const { args } = await t.cb('fileSystem.restoreEntry', id)
  t.log('restored', describeEntry(args[0]), args[0] === entry)
  t.log('set', await t.cb('storage.local.set', { ids: [id] }))
})

part('copies and moves drops', async (t) => {
  await t.until(() => globalThis.dropped !== undefined)
  const [file, directory] = globalThis.dropped
  const given = await findGiven(t)
  const target = await call(given, 'getDirectory', 'received', { create: true })
  t.log('a file', await tell(file, 'copyTo', target, null), await readText(file))
  t.log('another name', await tell(file, 'copyTo', target, 'named.txt'))
  t.log('a name that is none', await tell(file, 'copyTo', target, 'a/b'))
  t.log('over a file', await tell(file, 'copyTo', target, 'named.txt'))
  t.log('a directory', await tell(directory, 'copyTo', target, null))
  t.log('over a directory', await tell(file, 'copyTo', target, 'inner'))
  t.log('moved', await tell(file, 'moveTo', target, 'moved.txt'))
  t.log('a directory moved', await tell(directory, 'moveTo', target, 'moved'))
  const own = await writeText(target, 'own.txt', 'of the app')
  t.log('into what was dropped', await tell(own, 'copyTo', directory, null))
  t.log('moved into it', await tell(own, 'moveTo', directory, null))
  for (const args of [[target, 'x', 5], [target, 'x', null, 5], [{}], []])
    t.log(
      'wrong',
      args.length,
      t.raw(() => file.copyTo(...args)),
    )
  t.log('there', await list(target), await list(directory))
  await call(target, 'removeRecursively')
})
