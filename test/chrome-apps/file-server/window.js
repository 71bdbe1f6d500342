document.getElementById('choose').onclick = () => {
  chrome.fileSystem.chooseEntry({ type: 'openDirectory' }, (entry) => {
    if (chrome.runtime.lastError) opener.record.push(chrome.runtime.lastError.message)
    else opener.serve(entry)
  })
}
