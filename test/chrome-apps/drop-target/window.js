const { fileSystem, runtime } = chrome

// The entries of what was dropped last.
self.dropped = []

document.ondragover = (event) => event.preventDefault()
document.ondrop = (event) => {
  event.preventDefault()
  self.dropped = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry())
}

/** What is called back with, or the error. */
const ask = (method, argument) =>
  new Promise((resolve) => {
    fileSystem[method](argument, (result) => resolve(runtime.lastError?.message ?? result))
  })

/** What the API has to say of an entry, in the order of the methods. */
async function describeDropped(entry, text) {
  const writable = await ask('getWritableEntry', entry)
  if (typeof writable === 'object')
    await new Promise((resolve, reject) => {
      writable.createWriter((writer) => {
        writer.onwriteend = resolve
        writer.write(new Blob([text]))
      }, reject)
    })
  return {
    path: await ask('getDisplayPath', entry),
    isWritable: await ask('isWritableEntry', entry),
    writable: typeof writable === 'object' ? await ask('isWritableEntry', writable) : writable,
  }
}

async function restoreDropped(id) {
  if (!(await ask('isRestorable', id))) return 'not restorable'
  const entry = await ask('restoreEntry', id)
  return typeof entry === 'object' ? ask('getDisplayPath', entry) : entry
}

const findInside = (directory, name) =>
  new Promise((resolve, reject) => {
    directory.getFile(name, {}, resolve, reject)
  })

Object.assign(globalThis, { ask, describe: describeDropped, findInside, restore: restoreDropped })
