chrome.app.runtime.onLaunched.addListener((launchData) => {
  globalThis.launchData = launchData
})

/** The directory that the app was launched with. */
async function findGiven(t) {
  await t.until(() => globalThis.launchData !== undefined)
  return globalThis.launchData.items[0].entry
}

const describeError = ({ name, code, message }) => `${name} ${code}: ${message}`

/** Where something is: the directory's own path differs from start to start. */
const describeEntry = ({ fullPath, isDirectory }) => `${isDirectory ? 'directory' : 'file'} ${fullPath}`

function describe(value) {
  if (value === undefined) return 'nothing'
  if (value instanceof File) return `File ${value.name} ${value.size} "${value.type}"`
  return value.fullPath === undefined ? value : describeEntry(value)
}

/** What a method that calls back with success or an error comes to. */
const call = (entry, method, ...args) =>
  new Promise((resolve, reject) => {
    entry[method](...args, resolve, reject)
  })

const later = (ms, value) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms, value)
  })

/** The same, as text; Chrome does not always answer. */
const tell = (entry, method, ...args) => {
  const answer = call(entry, method, ...args).then(describe, (error) =>
    error instanceof DOMException ? describeError(error) : String(error),
  )
  return Promise.race([answer, later(3000, 'no answer')])
}

async function readText(entry) {
  const file = await call(entry, 'file')
  return file.text()
}

/** Everything below a directory, batch by batch. */
async function readBatches(directory) {
  const reader = directory.createReader()
  const batches = []
  for (;;) {
    const entries = await new Promise((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (entries.length === 0) return batches
    batches.push(entries)
  }
}

const list = async (directory) => (await readBatches(directory)).flat().map(describeEntry).toSorted()

const writeText = async (directory, name, text) => {
  const entry = await call(directory, 'getFile', name, { create: true })
  const writer = await call(entry, 'createWriter')
  await new Promise((resolve) => {
    writer.onwriteend = resolve
    writer.write(new Blob([text]))
  })
  return entry
}

/** A new directory for one scenario. */
async function makeDirectory(t, name) {
  const given = await findGiven(t)
  const directory = await call(given, 'getDirectory', name, { create: true })
  t.cleanup.push(() => call(directory, 'removeRecursively').catch(() => {}))
  return directory
}

/**
 * Waits until what was retained can be restored. The page that has retained it is told so at once, and Chrome's console
 * has an `Unknown id` if it restores it before that is true.
 */
async function untilKept(t, id) {
  const { contentWindow } = await t.open('window.html')
  const isKept = async () => (await t.of(contentWindow).cb('fileSystem.isRestorable', id)).args[0]
  while (!(await isKept())) await t.sleep(10)
}

Object.assign(globalThis, {
  call,
  describeEntry,
  describeError,
  findGiven,
  list,
  makeDirectory,
  readBatches,
  readText,
  tell,
  untilKept,
  writeText,
})
