const hearOnce = (target) =>
  new Promise((resolve) => {
    target.onmessage = ({ data }) => resolve(data)
    target.onerror = ({ message, type }) => resolve([type, message])
  })

scenario('workers: a worker of a file', async (t) => {
  const worker = new Worker('worker.js')
  worker.postMessage({ hello: [1] })
  t.log('heard', await hearOnce(worker))
  worker.terminate()
})

scenario('workers: a module', async (t) => {
  const worker = new Worker('worker-module.js', { type: 'module' })
  t.log('heard', await hearOnce(worker))
  worker.terminate()
})

scenario('workers: of a blob', async (t) => {
  const text = 'self.postMessage({ chrome: typeof chrome, origin: self.origin, path: location.protocol })'
  const worker = new Worker(URL.createObjectURL(new Blob([text])))
  t.log('heard', await hearOnce(worker))
  worker.terminate()
})

scenario('workers: of data', async (t) => {
  // Chromium 130 throws at once, Chromium 156 tells of it by an event.
  const refused = await t.promise(() => hearOnce(new Worker('data:text/javascript,postMessage(1)')))
  t.log('refused', refused.resolved !== 1)
})

scenario('workers: what is not there', async (t) => {
  const worker = new Worker('none.js')
  t.log('heard', await hearOnce(worker))
})

scenario('workers: an error in a worker', async (t) => {
  const worker = new Worker(URL.createObjectURL(new Blob(['throw new Error("boom")'])))
  t.log('heard', await hearOnce(worker))
  // It is on the console somewhat later.
  await t.sleep(100)
})

scenario('workers: eval in a worker', async (t) => {
  const text = 'try { postMessage(eval("1 + 1")) } catch ({ name }) { postMessage(name) }'
  const worker = new Worker(URL.createObjectURL(new Blob([text])))
  t.log('heard', await hearOnce(worker))
  worker.terminate()
})

scenario('workers: a channel between windows', async (t) => {
  const [one, two] = await Promise.all(['one', 'two'].map((id) => t.open('window.html', { id })))
  const there = new two.contentWindow.BroadcastChannel('line')
  const heard = hearOnce(there)
  new one.contentWindow.BroadcastChannel('line').postMessage({ hello: 1 })
  t.log('heard', await heard)
})

scenario('workers: memory that is shared', (t) => t.log('SharedArrayBuffer', typeof SharedArrayBuffer))
