const readAll = async (response) => [
  response.status,
  response.statusText,
  response.type,
  response.headers.get('content-type'),
  (await response.text()).length > 0,
]

scenario('files: fetch', async (t) => {
  for (const path of [
    'data.json',
    '/text.txt',
    'style.css',
    'window.html',
    'worker.js',
    'module.mjs',
    'manifest.json',
    'data.json?q#h',
    './data.json',
  ])
    t.log(path, await t.promise(() => fetch(path).then(readAll)))
})

scenario('files: what is not there', async (t) => {
  for (const path of [
    'none.txt',
    '',
    '/',
    'scenarios',
    'scenarios/',
    '_locales/fr/messages.json',
    '%2e%2e/x',
    'DATA.json',
  ])
    t.log(path, await t.promise(() => fetch(path).then(({ status }) => status)))
})

scenario('files: a slash that is written otherwise is none', async (t) => {
  for (const name of [
    '_locales/en/messages.json',
    '_locales%2fen%2fmessages.json',
    '_locales/en%2Fmessages.json',
  ])
    t.log(name, await t.promise(async () => (await fetch(name)).ok))
})

scenario('files: methods', async (t) => {
  for (const method of ['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'])
    t.log(
      method,
      await t.promise(() =>
        fetch('data.json', { method, body: method === 'POST' ? 'x' : undefined }).then((response) => [
          response.status,
          response.ok,
        ]),
      ),
    )
})

scenario('files: types by name', async (t) => {
  for (const suffix of ['apk', 'crt', 'jxl', 'm3u8', 'ogm', 'p7s', 'vtt', 'xslt', 'xul'])
    t.log(
      suffix,
      await t.promise(async () => (await fetch(`types/file.${suffix}`)).headers.get('content-type')),
    )
})

scenario('files: parts', async (t) => {
  for (const range of [
    'bytes=0-3',
    'bytes=4-',
    'bytes=-3',
    'bytes=0-99',
    'bytes=99-',
    'bytes=0-1,3-4',
    'nonsense',
  ])
    t.log(
      range,
      await t.promise(async () => {
        const response = await fetch('text.txt', { headers: { range } })
        const { headers, status } = response
        return [status, headers.get('content-range'), headers.get('content-length'), await response.text()]
      }),
    )
})

scenario('files: headers', async (t) => {
  const { headers } = await fetch('data.json')
  t.log('policy', headers.get('content-security-policy'))
  t.log('cache', headers.get('cache-control'), headers.get('access-control-allow-origin'))
  t.log(
    'kinds',
    typeof headers.get('etag'),
    typeof headers.get('last-modified'),
    headers.get('accept-ranges'),
  )
})

function request(method, url, body) {
  return new Promise((resolve) => {
    const xhr = new XMLHttpRequest()
    const events = []
    for (const type of ['loadstart', 'load', 'error', 'loadend'])
      xhr.addEventListener(type, () => events.push(type))
    xhr.addEventListener('loadend', () =>
      resolve([xhr.status, xhr.statusText, xhr.readyState, xhr.responseText.length > 0, events]),
    )
    xhr.open(method, url)
    xhr.send(body)
  })
}

scenario('files: XMLHttpRequest', async (t) => {
  for (const path of ['data.json', 'none.json', '/', '']) t.log(path, await request('GET', path))
  t.log('POST', await request('POST', 'data.json', 'x'))
})

scenario('files: HEAD by XMLHttpRequest', async (t) => {
  t.log('HEAD', await request('HEAD', 'data.json'))
})

scenario('files: types of answers', async (t) => {
  for (const type of ['', 'text', 'json', 'arraybuffer', 'blob', 'document']) {
    const found = await new Promise((resolve) => {
      const xhr = new XMLHttpRequest()
      xhr.responseType = type
      xhr.onloadend = () => resolve(Object.prototype.toString.call(xhr.response))
      xhr.open('GET', 'data.json')
      xhr.send()
    })
    t.log(type, found)
  }
})

const importFile = (path) => import(path)

scenario('files: modules', async (t) => {
  t.log('import', await t.promise(async () => (await importFile('/module.mjs')).value))
  t.log('none', await t.promise(() => importFile('/none.mjs').catch(({ name }) => name)))
})

scenario('files: a frame', async (t) => {
  const { contentWindow: page } = await t.open('window.html', { id: 'frames' })
  await t.watched(page)
  const frame = page.document.createElement('iframe')
  frame.src = 'frame.html'
  page.document.body.append(frame)
  await t.logged('frame', 'parent')
  t.log('frame', frame.contentWindow.location.pathname, frame.contentWindow.chrome === page.chrome)
})

scenario('files: blob and data frames have no API', async (t) => {
  const { contentWindow: page } = await t.open('window.html', { id: 'blobs' })
  for (const src of ['about:blank', 'data:text/html,x', 'about:srcdoc']) {
    const frame = page.document.createElement('iframe')
    frame.src = src
    const loaded = new Promise((resolve) => {
      frame.onload = resolve
    })
    page.document.body.append(frame)
    await loaded
    t.log(
      src,
      t.raw(() => Object.keys(frame.contentWindow.chrome ?? {}).includes('storage')),
    )
  }
})
