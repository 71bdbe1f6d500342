record.push(`background ${document.readyState} ${document.body !== null}`)

chrome.app.runtime.onLaunched.addListener((launchData) => {
  record.push(`launched ${JSON.stringify(launchData)}`)
  chrome.app.window.create(
    'window.html',
    { id: 'main', innerBounds: { left: 60, top: 50, width: 400, height: 300 } },
    (created) => {
      const page = created.contentWindow
      record.push(`callback ${page.document.readyState} ${page.document.documentElement.outerHTML}`)
      record.push(`same ${created === page.chrome.app.window.current()} ${created.id}`)
      page.given = 'by the callback'
      created.onClosed.addListener(() => record.push('closed'))
    },
  )
})

chrome.storage.onChanged.addListener((changes, area) => {
  record.push(`changed ${area} ${JSON.stringify(changes)}`)
})
