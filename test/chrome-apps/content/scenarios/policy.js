scenario('policy: inline scripts and handlers', async (t) => {
  const { contentWindow: page } = await t.open('inline.html', { id: 'inline' })
  const { document } = page
  const script = document.createElement('script')
  script.textContent = 't.log("added inline script")'
  document.body.append(script)
  const element = document.createElement('p')
  element.setAttribute('onclick', 't.log("added handler")')
  document.body.append(element)
  element.click()
  t.log('over')
})

scenario('policy: eval', (t) => {
  const nameError = (act) => {
    const [name] = t.raw(act).threw.split(':')
    return name
  }
  // oxlint-disable-next-line no-eval
  const byEval = nameError(() => eval('1'))
  // oxlint-disable-next-line typescript/no-implied-eval
  const byFunction = nameError(() => new Function('return 1')())
  t.log('refused', byEval, byFunction)
  // oxlint-disable-next-line typescript/no-implied-eval
  t.log('setTimeout', typeof setTimeout('t.log("ran")'))
})

scenario('policy: the directives that are broken', async (t) => {
  const broken = []
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, disposition }) =>
    broken.push([effectiveDirective, blockedURI, disposition]),
  )
  const image = new Image()
  image.src = 'http://example.invalid/x.png'
  await new Promise((resolve) => {
    image.onerror = resolve
  })
  const script = document.createElement('script')
  script.src = 'http://example.invalid/x.js'
  await new Promise((resolve) => {
    script.onerror = resolve
    document.body.append(script)
  })
  await t.sleep(50)
  script.remove()
  t.log('broken', broken)
})

scenario('policy: what is allowed', async (t) => {
  const image = new Image()
  await new Promise((resolve) => {
    image.onload = resolve
    image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='
  })
  t.log('data image', image.width)
  const url = URL.createObjectURL(new Blob(['globalThis.byBlob = 1'], { type: 'text/javascript' }))
  const script = document.createElement('script')
  script.src = url
  await new Promise((resolve) => {
    script.onload = resolve
    document.body.append(script)
  })
  script.remove()
  t.log('blob script', globalThis.byBlob)
  const bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])
  t.log('WebAssembly', (await WebAssembly.instantiate(bytes)).instance.constructor.name)
  const style = document.createElement('style')
  style.textContent = 'body { color: rgb(4, 5, 6) }'
  document.head.append(style)
  t.log('inline style', getComputedStyle(document.body).color)
  style.remove()
})

scenario('policy: javascript: addresses', async (t) => {
  const { contentWindow: page } = await t.open('window.html', { id: 'javascript' })
  const link = page.document.createElement('a')
  link.href = 'javascript:t.log("ran")'
  page.document.body.append(link)
  link.click()
  await t.sleep(50)
  t.log('over')
})
