import { SharedFolder } from '../site/shared-folder.js'

/** @typedef {import('../site/shared-folder.js').SharedFile} SharedFile */

/**
 * @param {DataTransfer} transfer of a drop event, read at once: it is empty afterwards
 * @returns {Promise<SharedFolder | null>} null when no files were dropped
 */
export async function collectDropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const [first] = entries
  if (!first) return null
  if (entries.length === 1 && first.isDirectory)
    return new SharedFolder(first.name, await readEntry(first, ''))
  const files = await Promise.all(entries.map((entry) => readEntry(entry, entry.name)))
  return new SharedFolder('Dropped files', files.flat())
}

/**
 * @param {FileSystemEntry} entry
 * @param {string} path
 * @returns {Promise<SharedFile[]>}
 */
async function readEntry(entry, path) {
  if (isFile(entry)) return [await describeEntry(entry, path)]
  const children = await readChildren(/** @type {FileSystemDirectoryEntry} */ (entry))
  const files = []
  for (const child of children)
    files.push(...(await readEntry(child, path === '' ? child.name : `${path}/${child.name}`)))
  return files
}

/**
 * A dropped file, unlike a picked one, can be opened anew for each request: changes on disk are seen.
 * @param {FileSystemFileEntry} entry
 * @param {string} path
 * @returns {Promise<SharedFile>}
 */
async function describeEntry(entry, path) {
  const open = () =>
    /** @type {Promise<File>} */ (new Promise((resolve, reject) => entry.file(resolve, reject)))
  const { size, lastModified: modified } = await open()
  return { path, size, modified, open }
}

/**
 * @param {FileSystemDirectoryEntry} directory
 * @returns {Promise<FileSystemEntry[]>}
 */
async function readChildren(directory) {
  const reader = directory.createReader()
  const children = []
  // readEntries gives at most a hundred at a time, and none when it is through.
  for (;;) {
    const batch = /** @type {FileSystemEntry[]} */ (
      await new Promise((...done) => reader.readEntries(...done))
    )
    if (batch.length === 0) return children
    children.push(...batch)
  }
}

/**
 * @param {FileSystemEntry} entry
 * @returns {entry is FileSystemFileEntry}
 */
function isFile(entry) {
  return entry.isFile
}
