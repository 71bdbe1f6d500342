const askedTexts = ['name', 'COUNTRY', 'language', 'fallback', 'filled', 'none', '@@ui_locale', '@@bidi_dir']

/** What a style sheet has in place of messages. */
async function readStyle() {
  const link = document.createElement('link')
  Object.assign(link, { rel: 'stylesheet', href: 'style.css' })
  await new Promise((resolve) => {
    link.onload = resolve
    document.head.append(link)
  })
  return getComputedStyle(document.body, '::after').content
}

part('texts', async (t) => {
  const { current_locale, description, name, short_name } = chrome.runtime.getManifest()
  t.log('manifest', { name, short_name, description, current_locale })
  for (const key of askedTexts) t.log(key, chrome.i18n.getMessage(key, ['one', 'two']))
  t.log('languages', chrome.i18n.getUILanguage(), await chrome.i18n.getAcceptLanguages())
  t.log('style sheet', await readStyle())
})
