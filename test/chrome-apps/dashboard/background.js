// What happens: the test reads it from here.
self.record = []

const icon =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

/** Looks at the site that is watched, and tells the user when it is not as it was. */
async function look() {
  const { address, status: before } = await chrome.storage.local.get(['address', 'status'])
  const status = await fetch(`${address}status`).then(
    (response) => response.text(),
    ({ name }) => name,
  )
  if (status === before) return
  await chrome.storage.local.set({ status })
  const notice = { type: 'basic', iconUrl: icon, title: address, message: status }
  chrome.notifications.create('status', notice, (id) => record.push(`${id}: ${status}`))
}

const showWindow = () => chrome.app.window.create('dashboard.html', { id: 'dashboard' })

chrome.app.runtime.onLaunched.addListener(showWindow)
chrome.notifications.onClicked.addListener(showWindow)
chrome.permissions.onAdded.addListener(({ origins }) => record.push(`may ask ${origins}`))
chrome.alarms.onAlarm.addListener(({ name }) => {
  record.push(`alarm ${name}`)
  void look()
})
