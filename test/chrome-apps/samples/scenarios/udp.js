scenario('UDP: an echo', async (t) => {
  const { contentWindow: page } = await t.open('udp.html', { id: 'udp' })
  const { id, port } = await t.peer.udpBind({ echo: true })
  submit(page, '#open', { port })
  await t.until(() => readLines(page).length === 1)
  for (const text of ['one', 'zwölf', '']) {
    submit(page, '#say', { text })
    const count = readLines(page).length
    await t.until(() => readLines(page).length === count + 2)
  }
  const { datagrams } = await t.peer.udpRead({ id, n: 3 })
  t.log(
    'heard',
    datagrams.map(({ bytes, address }) => [bytes, address]),
  )
  t.log('shown', sortLines(readLines(page)))
  page.document.querySelector('#close').click()
  await t.until(() => readLines(page).at(-1) === 'closed')
  submit(page, '#say', { text: 'late' })
  await t.until(() => readLines(page).at(-1) !== 'closed')
  t.log('late', readLines(page).at(-1))
})

scenario('UDP: to a port where nobody is', async (t) => {
  const { contentWindow: page } = await t.open('udp.html', { id: 'udp' })
  const { port } = await t.peer.freePort()
  submit(page, '#open', { port })
  await t.until(() => readLines(page).length === 1)
  for (const text of ['one', 'two']) {
    const count = readLines(page).length
    submit(page, '#say', { text })
    await t.until(() => readLines(page).length > count)
    await t.sleep(100)
  }
  t.log('shown', readLines(page))
  page.document.querySelector('#close').click()
  await t.until(() => readLines(page).at(-1) === 'closed')
})
