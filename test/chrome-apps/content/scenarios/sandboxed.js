async function openFrame(t, src) {
  const { contentWindow: page } = await t.open('window.html', { id: 'holder' })
  await t.watched(page)
  const frame = page.document.createElement('iframe')
  frame.src = src
  page.document.body.append(frame)
  return { page, frame }
}

scenario('sandboxed: a frame', async (t) => {
  await openFrame(t, 'sandboxed.html')
  await t.logged('sandboxed', 'inline script')
})

scenario('sandboxed: messages', async (t) => {
  const { frame } = await openFrame(t, 'sandboxed.html')
  await t.logged('sandboxed', 'inline script')
  // Who speaks is the page whose script it is.
  const heard = new Promise((resolve) => {
    window.addEventListener('message', ({ data, origin }) => {
      if (data.answer !== undefined) resolve([data, origin])
    })
  })
  frame.contentWindow.postMessage({ ask: [1, 2] }, '*')
  t.log('heard', ...(await heard))
})

scenario('sandboxed: the page that holds it', async (t) => {
  const { frame } = await openFrame(t, 'sandboxed.html')
  await t.logged('sandboxed', 'inline script')
  t.log('document', frame.contentDocument)
  t.log(
    'location',
    t.raw(() => frame.contentWindow.location.href),
  )
  t.log(
    'chrome',
    t.raw(() => frame.contentWindow.chrome),
  )
})

scenario('sandboxed: a window', async (t) => {
  const { args, lastError } = await t.cb('app.window.create', 'sandboxed-window.html', { id: 'sandboxed' })
  t.log('create', args, lastError)
  await t.logged('sandboxed-window', 'inline script')
})

scenario('sandboxed: a policy of its own', async (t) => {
  const { headers } = await fetch('sandboxed.html')
  t.log('policy', headers.get('content-security-policy'))
})

scenario('sandboxed: in the background page', async (t) => {
  const frame = document.createElement('iframe')
  frame.src = 'sandboxed.html'
  document.body.append(frame)
  t.cleanup.push(() => frame.remove())
  await t.logged('sandboxed', 'inline script')
  t.log('over')
})
