const tellOf = (label, act) => t.log(label, t.raw(act))

tellOf('origin', () => [self.origin, location.pathname])
tellOf('chrome', () =>
  typeof chrome === 'object'
    ? Object.keys(chrome).filter((key) => ['app', 'runtime', 'storage', 'sockets', 'i18n'].includes(key))
    : typeof chrome,
)
// oxlint-disable-next-line no-eval, typescript/no-implied-eval
tellOf('eval', () => [eval('1 + 1'), new Function('return 3')()])
tellOf('parent', () => parent.document.title)
tellOf('indexedDB', () => indexedDB.open('x'))
window.addEventListener('message', ({ data, origin, source }) => {
  if (data?.ask !== undefined) source.postMessage({ answer: data.ask, heard: origin }, '*')
})
