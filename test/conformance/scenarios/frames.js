// Frames inside of the app's page.

/** Adds a frame and waits until it is loaded. */
const openFrame = (/** @type {Partial<HTMLIFrameElement>} */ properties) =>
  new Promise((resolve) => {
    const frame = Object.assign(document.createElement('iframe'), properties)
    frame.addEventListener('load', () => resolve(frame))
    document.body.append(frame)
  })

const look = async (/** @type {Partial<HTMLIFrameElement>} */ properties) => {
  const frame = await openFrame(properties)
  const chrome = frame.contentWindow.chrome
  const sockets = Object.keys(chrome?.sockets ?? {}).toSorted()
  frame.remove()
  return sockets
}

scenario('a frame of a page of the app', async (t) => {
  t.log('sockets', await look({ src: 'manifest.json' }))
})

scenario('a frame that is blank, or whose document is in its attribute', async (t) => {
  t.log('blank', await look({}))
  t.log('srcdoc', await look({ srcdoc: '<title>inline</title>' }))
})
