scenario('management: keys and enums', (t) => {
  const { ExtensionDisabledReason, ExtensionInstallType, ExtensionType, LaunchType, getSelf } =
    chrome.management
  t.log('enums', { ExtensionDisabledReason, ExtensionInstallType, ExtensionType, LaunchType })
  t.log('getSelf', getSelf.name, getSelf.length)
})

scenario('management.getSelf', async (t) => {
  t.log('callback', await t.cb('management.getSelf'))
  t.log('promise', await t.ask('management.getSelf'))
  const window = await t.open('window.html', { id: 'management' })
  t.log('in a window', await t.of(window.contentWindow).cb('management.getSelf'))
})

scenario('management.getSelf: wrong arguments', (t) => {
  for (const args of [[1], [{}], [() => {}, 1], [null, () => {}]])
    t.log('getSelf', args, t.invoke('management.getSelf', ...args))
})
