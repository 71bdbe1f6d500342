const states = ['writestart', 'progress', 'write', 'abort', 'error', 'writeend']

async function openWriter(t, text = '') {
  const directory = await makeDirectory(t, 'written')
  const entry = await writeText(directory, 'file.txt', text)
  const writer = await call(entry, 'createWriter')
  const events = []
  for (const type of states)
    writer[`on${type}`] = ({ loaded, total }) =>
      events.push([type, writer.readyState, writer.position, writer.length, loaded, total])
  const act = async (label, method, ...args) => {
    const { threw } = t.raw(() => writer[method](...args))
    if (threw === undefined) await t.until(() => events.at(-1)?.[0] === 'writeend')
    // How often it progresses depends on the machine.
    const told = events.splice(0).filter(([type]) => type !== 'progress')
    t.log(label, threw, told, writer.error && describeError(writer.error))
    t.log('is', await readText(entry))
  }
  return { act, entry, events, writer }
}

scenario('writing: over what is there', async (t) => {
  const { act } = await openWriter(t, 'twelve bytes')
  await act('write', 'write', new Blob(['HELLO']))
  await act('again', 'write', new Blob([' there, reader']))
  await act('nothing', 'write', new Blob([]))
})

scenario('writing: at a place', async (t) => {
  const { act, writer } = await openWriter(t, '0123456789')
  for (const place of [3, -2, 100, -100, 0, 2.7, '4', NaN]) {
    writer.seek(place)
    t.log('seek', place, writer.position)
  }
  writer.seek(4)
  await act('write', 'write', new Blob(['xy']))
  writer.seek(writer.length)
  await act('at the end', 'write', new Blob(['end']))
})

scenario('writing: to another length', async (t) => {
  const { act, writer } = await openWriter(t, '0123456789')
  writer.seek(8)
  await act('shorter', 'truncate', 4)
  t.log('position', writer.position)
  await act('longer', 'truncate', 6)
  await act('negative', 'truncate', -1)
  await act('nothing', 'truncate', 0)
})

scenario('writing: two things at once', async (t) => {
  const { entry, events, writer } = await openWriter(t)
  writer.write(new Blob(['first']))
  t.log('state', writer.readyState)
  for (const [method, value] of [
    ['write', new Blob(['second'])],
    ['truncate', 1],
    ['seek', 0],
  ])
    t.log(
      method,
      t.raw(() => writer[method](value)),
    )
  await t.until(() => events.at(-1)?.[0] === 'writeend')
  t.log('is', await readText(entry))
})

scenario('writing: aborted', async (t) => {
  const { events, writer } = await openWriter(t)
  t.log(
    'before',
    t.raw(() => writer.abort()),
  )
  writer.write(new Blob(['x'.repeat(1000)]))
  writer.abort()
  t.log('state', writer.readyState, writer.error && describeError(writer.error))
  await t.sleep(100)
  t.log(
    'events',
    events.map(([type, state]) => [type, state]),
  )
})

scenario('writing: wrong arguments', async (t) => {
  const { writer } = await openWriter(t)
  for (const value of [undefined, null, 'text', new ArrayBuffer(1), {}])
    t.log(
      'write',
      value,
      t.raw(() => writer.write(value)),
    )
  t.log(
    'seek',
    t.raw(() => writer.seek()),
  )
  t.log(
    'truncate',
    t.raw(() => writer.truncate()),
  )
})

scenario('writing: by listeners', async (t) => {
  const { writer } = await openWriter(t)
  const heard = []
  for (const type of states)
    writer.addEventListener(type, (event) =>
      heard.push([event.constructor.name, type, event.target === writer]),
    )
  writer.write(new Blob(['x']))
  await t.until(() => heard.at(-1)?.[1] === 'writeend')
  t.log(
    'heard',
    heard.filter(([, type]) => type !== 'progress'),
  )
})

scenario('writing: in onwriteend', async (t) => {
  const directory = await makeDirectory(t, 'written')
  const entry = await call(directory, 'getFile', 'file.txt', { create: true })
  const writer = await call(entry, 'createWriter')
  const parts = ['one ', 'two ', 'three']
  await new Promise((resolve) => {
    writer.onwriteend = () => (parts.length === 0 ? resolve() : writer.write(new Blob([parts.shift()])))
    writer.truncate(0)
  })
  t.log('is', await readText(entry), writer.length)
})

scenario('writing: to a file that has gone', async (t) => {
  const { act, entry } = await openWriter(t, 'text')
  await call(entry, 'remove')
  const { threw } = await act('write', 'write', new Blob(['x'])).then(
    () => ({}),
    (error) => ({ threw: describeError(error) }),
  )
  t.log('read', threw)
})
