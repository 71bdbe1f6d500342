import { formatBytes, formatCount } from '../format.js'
import { SharedFolder } from '../site/shared-folder.js'
import { collectDropped } from './dropped-files.js'
import { find } from './find.js'
import { listPickedFiles } from './picked-files.js'

const input = find('folder', HTMLInputElement)
const choose = find('choose', HTMLButtonElement)
const unshare = find('unshare', HTMLButtonElement)
const name = find('share-name', HTMLElement)
const detail = find('share-detail', HTMLElement)
const dropHint = find('drop-hint', HTMLElement)

/** @param {(folder: SharedFolder | null) => void} onShare */
export function setUpSharing(onShare) {
  const share = (/** @type {SharedFolder | null} */ folder) => {
    showFolder(folder)
    onShare(folder)
  }
  showFolder(null)
  choose.addEventListener('click', () => input.click())
  unshare.addEventListener('click', () => share(null))
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])]
    if (files.length > 0) share(new SharedFolder(...listPickedFiles(files)))
    // Without this, choosing the same folder again would change nothing.
    input.value = ''
  })
  acceptDrops(share)
}

/** @param {(folder: SharedFolder) => void} share */
function acceptDrops(share) {
  addEventListener('dragover', (event) => {
    event.preventDefault()
    dropHint.hidden = !event.dataTransfer?.types.includes('Files')
  })
  addEventListener('dragleave', (event) => (dropHint.hidden = event.relatedTarget === null))
  addEventListener('drop', (event) => {
    event.preventDefault()
    dropHint.hidden = true
    if (event.dataTransfer) void collectDropped(event.dataTransfer).then((folder) => folder && share(folder))
  })
}

/** @param {SharedFolder | null} folder */
function showFolder(folder) {
  unshare.hidden = folder === null
  choose.textContent = folder ? 'Change…' : 'Choose folder…'
  name.textContent = folder?.name ?? 'Built-in pages'
  name.title = name.textContent
  detail.textContent = folder ? describe(folder) : 'Drop a folder here to share it'
}

/** @param {SharedFolder} folder */
function describe({ count, size }) {
  return `${formatCount(count)} file${count === 1 ? '' : 's'}, ${formatBytes(size)}`
}
