const [watch, address, status, site] = ['watch', 'address', 'status', 'site'].map((id) =>
  document.getElementById(id),
)
const { record } = opener

function start(url) {
  site.src = url
  chrome.alarms.create('look', { when: Date.now(), periodInMinutes: 1 })
}

watch.onsubmit = (event) => {
  event.preventDefault()
  const { hostname, href, protocol } = new URL(address.value)
  chrome.permissions.request({ origins: [`${protocol}//${hostname}/*`] }, (isGranted) => {
    if (isGranted) chrome.storage.local.set({ address: href }, () => start(href))
    else record.push('may not ask')
  })
}

site.addEventListener('contentload', () =>
  site.executeScript({ code: 'document.title' }, ([title]) => record.push(`shows ${title}`)),
)
site.addEventListener('consolemessage', ({ message }) => record.push(`console: ${message}`))
site.addEventListener('newwindow', ({ targetUrl, window }) => {
  record.push(`wants ${new URL(targetUrl).pathname}`)
  window.discard()
})
site.addEventListener('permissionrequest', ({ permission, request }) => {
  record.push(`wants ${permission}`)
  request.deny()
})

chrome.storage.onChanged.addListener(({ status: changed }) => {
  if (changed !== undefined) status.value = changed.newValue
})
