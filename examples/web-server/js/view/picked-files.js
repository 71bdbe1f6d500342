/** @typedef {import('../site/shared-folder.js').SharedFile} SharedFile */

/**
 * @param {readonly File[]} files of a file input with webkitdirectory
 * @returns {[name: string, files: SharedFile[]]}
 */
export function listPickedFiles(files) {
  const name = files[0]?.webkitRelativePath.replace(/\/.*/, '') ?? ''
  return [name, files.map((file) => describeFile(file.webkitRelativePath.slice(name.length + 1), file))]
}

/**
 * @param {string} path
 * @param {File} file
 * @returns {SharedFile}
 */
function describeFile(path, file) {
  return { path, size: file.size, modified: file.lastModified, open: () => Promise.resolve(file) }
}
