/** A window, and how its page is after something was tried. */
async function tryIn(t, id, act) {
  const { contentWindow: page } = await t.open('window.html', { id })
  page.mark = 'still there'
  t.log(
    'done',
    t.raw(() => act(page)),
  )
  await t.sleep(200)
  t.log('afterwards', page.mark, page.location.href, page.closed, chrome.app.window.getAll().length)
  return page
}

function clickLink(page, href, target = '') {
  const link = page.document.createElement('a')
  Object.assign(link, { href, target })
  page.document.body.append(link)
  link.click()
}

function submitForm(page, action, target = '') {
  const form = page.document.createElement('form')
  Object.assign(form, { action, target })
  page.document.body.append(form)
  form.submit()
}

const attempts = {
  'a link to an own page': (page) => clickLink(page, 'frame.html'),
  'a link into the page': (page) => clickLink(page, '#place'),
  'a link to an own page in a new window': (page) => clickLink(page, 'frame.html', '_blank'),
  location: (page) => void (page.location.href = 'frame.html'),
  'location.hash': (page) => void (page.location.hash = 'place'),
  'location.reload': (page) => page.location.reload(),
  'location.replace': (page) => page.location.replace('frame.html'),
  'a form': (page) => submitForm(page, 'frame.html'),
  'a form in a new window': (page) => submitForm(page, 'frame.html', '_blank'),
  'a page elsewhere': (page) => void (page.location.href = 'http://127.0.0.1:9/'),
  'window.open of an own page': (page) => page.open('frame.html'),
}

for (const [name, act] of Object.entries(attempts))
  scenario(`navigation: ${name}`, (t) => tryIn(t, `goes ${name}`, act))

const blank = {
  'about:blank': (page) => page.open('about:blank'),
  'no address': (page) => page.open(''),
  'data:': (page) => page.open('data:text/html,x'),
  'an unknown scheme': (page) => page.open('unknown-scheme:x'),
}

for (const [name, open] of Object.entries(blank))
  scenario(`navigation: window.open of a blank page: ${name}`, async (t) => {
    const { contentWindow: page } = await t.open('window.html', { id: `blank ${name}` })
    const opened = open(page)
    t.log('opened', typeof opened, opened !== null, chrome.app.window.getAll().length)
    opened?.close()
  })

scenario('navigation: the background page stays, too', async (t) => {
  globalThis.mark = 'still there'
  location.href = 'frame.html'
  clickLink(window, 'window.html')
  await t.sleep(150)
  t.log('afterwards', globalThis.mark, location.pathname)
})

scenario('navigation: a frame goes where it likes', async (t) => {
  const { contentWindow: page } = await t.open('window.html', { id: 'frames go' })
  await t.watched(page)
  const frame = page.document.createElement('iframe')
  frame.src = 'frame.html'
  page.document.body.append(frame)
  await t.logged('frame', 'parent')
  frame.contentWindow.location.href = 'sandboxed.html'
  await t.logged('sandboxed', 'inline script')
  t.log('over')
})
