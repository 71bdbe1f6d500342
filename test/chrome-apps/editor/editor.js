const { fileSystem, storage } = chrome
const [path, text] = ['path', 'text'].map((id) => document.getElementById(id))
const types = [{ description: 'Texts', mimeTypes: ['text/*'], extensions: ['log'] }]
let current

const fail = (what) => (error) => opener.record.push(`${what}: ${error.name}`)

function showEntry(entry) {
  current = entry
  storage.local.set({ last: fileSystem.retainEntry(entry) })
  fileSystem.getDisplayPath(entry, (displayPath) => {
    path.textContent = displayPath
    opener.record.push(`shows ${entry.name}`)
  })
}

function load(entry) {
  entry.file((file) => {
    const reader = new FileReader()
    reader.onerror = () => fail('read')(reader.error)
    reader.onload = () => {
      text.value = reader.result
      showEntry(entry)
    }
    reader.readAsText(file)
  }, fail('file'))
}

function write(entry) {
  entry.createWriter((writer) => {
    writer.onerror = () => fail('write')(writer.error)
    writer.onwriteend = () => {
      if (writer.error !== null) return
      if (writer.length === writer.position) showEntry(entry)
      else writer.truncate(writer.position)
    }
    writer.write(new Blob([text.value]))
  }, fail('createWriter'))
}

function choose(type, use) {
  fileSystem.chooseEntry({ type, accepts: types, suggestedName: 'untitled.txt' }, (entry) => {
    if (chrome.runtime.lastError) opener.record.push(`${type}: ${chrome.runtime.lastError.message}`)
    else use(entry)
  })
}

document.getElementById('open').onclick = () => choose('openWritableFile', load)
document.getElementById('save-as').onclick = () => choose('saveFile', write)
document.getElementById('save').onclick = () => {
  if (current === undefined) choose('saveFile', write)
  else write(current)
}

function restore(id) {
  fileSystem.isRestorable(id, (isRestorable) => {
    if (isRestorable) fileSystem.restoreEntry(id, load)
    else opener.record.push('cannot restore')
  })
}

if (opener.given !== null) load(opener.given)
else
  storage.local.get('last', ({ last }) => {
    if (last === undefined) opener.record.push('starts empty')
    else restore(last)
  })
