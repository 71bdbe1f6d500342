const tell = (label, act) => t.log(label, t.raw(act))

tell('origin', () => [self.origin, location.pathname])
tell('chrome', () =>
  typeof chrome === 'object'
    ? Object.keys(chrome).filter((key) => ['app', 'runtime', 'storage', 'sockets', 'i18n'].includes(key))
    : typeof chrome,
)
// oxlint-disable-next-line no-eval, no-new-func
tell('eval', () => [eval('1 + 1'), new Function('return 3')()])
tell('parent', () => parent.document.title)
tell('indexedDB', () => indexedDB.open('x'))
window.addEventListener('message', ({ data, origin, source }) => {
  if (data?.ask !== undefined) source.postMessage({ answer: data.ask, heard: origin }, '*')
})
