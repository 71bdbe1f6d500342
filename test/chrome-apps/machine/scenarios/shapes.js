const namespaces = [
  'alarms',
  'power',
  'idle',
  'notifications',
  'contextMenus',
  'system.cpu',
  'system.memory',
  'system.storage',
]

for (const path of namespaces)
  scenario(`keys of chrome.${path}`, (t) => {
    const namespace = findNamespace(path)
    for (const key of Object.keys(namespace)) {
      const found = namespace[key]
      if (typeof found === 'function') t.log(key, `function ${found.name} ${found.length}`)
      else if (typeof found?.addListener === 'function') t.log(key, 'event', sortKeys(found).join())
      else t.log(key, found)
    }
  })

scenario('what the app is told of itself', async (t) => {
  const [{ hostPermissions, permissions, ...rest }] = (await t.cb('management.getSelf')).args
  t.log('permissions', permissions, hostPermissions, Object.keys(rest))
})

scenario('chrome.system.display', (t) => {
  const { ActiveState, LayoutPosition, MirrorMode, getInfo, onDisplayChanged } = chrome.system.display
  t.log('enums', { ActiveState, LayoutPosition, MirrorMode })
  t.log('others', getInfo.name, sortKeys(onDisplayChanged).join())
})

scenario('keys of chrome.system, and what is not there', (t) => {
  t.log('system', Object.keys(chrome.system))
  for (const key of [
    'browser',
    'serial',
    'usb',
    'hid',
    'bluetooth',
    'gcm',
    'syncFileSystem',
    'mediaGalleries',
    'identity',
  ])
    t.log(key, key in chrome)
})
