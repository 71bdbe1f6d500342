// What happens, in its order: the test reads it from here.
self.record = []

// The window opens the file that the app was started with, or the one that was open last.
self.given = null

chrome.app.runtime.onLaunched.addListener((launchData) => {
  const { id, items = [], source } = launchData
  self.launched = `${Object.keys(launchData).join(',')} ${source}`
  for (const { entry, type } of items) {
    record.push(`given ${id} ${type} ${entry.fullPath}`)
    self.given = entry
  }
  chrome.app.window.create('editor.html', { id: 'editor' })
})
