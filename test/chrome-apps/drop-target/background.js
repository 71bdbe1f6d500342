chrome.app.runtime.onLaunched.addListener(() => {
  for (const id of ['first', 'second']) chrome.app.window.create('window.html', { id })
})
