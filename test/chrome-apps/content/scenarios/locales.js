const texts = [
  ['name'],
  ['plain'],
  ['PLAIN'],
  ['mixedcase'],
  ['none'],
  [''],
  ['only_english'],
  ['with_place', 'you'],
  ['with_place', ['you', 'me']],
  ['with_place'],
  ['with_place', []],
  ['nine', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']],
  ['nine', 'a'],
  ['nine', [1, true, null, {}]],
  ['nine', Array.from({ length: 10 }, String)],
  ['dollars', 'x'],
  ['@@extension_id'],
  ['@@ui_locale'],
  ['@@bidi_dir'],
  ['@@bidi_reversed_dir'],
  ['@@bidi_start_edge'],
  ['@@bidi_end_edge'],
  ['@@none'],
  ['plain', 5],
  ['plain', null],
  ['plain', undefined],
  ['plain', {}],
  ['with_place', 'you', {}],
]

scenario('i18n.getMessage', (t) => {
  for (const args of texts) t.log('getMessage', args, t.invoke('i18n.getMessage', ...args))
})

const moreTexts = [
  ['escaped', ['<i>', '<u>']],
  ['escaped', ['<i>', '<u>'], { escapeLt: true }],
  ['escaped', '<', { escapeLt: false }],
  ['escaped', '<', { escapeLt: 1 }],
  ['escaped', '<', { zzz: 1 }],
  ['escaped', null, { escapeLt: true }],
  ['escaped', undefined, { escapeLt: true }],
  ['escaped', '<', null],
  ['nested', Array.from({ length: 9 }, (_, i) => String(i + 1))],
  ['nested', '$1'],
  ['nested', '$a$'],
  ['nested', [null, undefined, '3']],
  ['nested', [[1], 2]],
  ['nested', new String('x')],
  ['nested', Object.assign([], { length: 3 })],
  ['nested', { 0: 'a', length: 1 }],
  ['nested', [1.5, NaN, -0, 1e21, 1n]],
  ['nested', 'ä\0b'],
  ['@sign'],
  ['empty'],
  ['more'],
  ['n\0ame'],
  [' name'],
  ['@@EXTENSION_ID'],
  ['@@Ui_Locale'],
  ['x'.repeat(5000)],
]

scenario('i18n.getMessage: what is in a message, and what is put into it', (t) => {
  for (const args of moreTexts) t.log('getMessage', args, t.invoke('i18n.getMessage', ...args))
})

scenario('i18n.getMessage: wrong arguments', (t) => {
  for (const args of [[], [1], [null], [{}], [() => {}], ['plain', 'a', 'b'], ['plain', 'a', {}, 1]])
    t.log('getMessage', args, t.invoke('i18n.getMessage', ...args))
})

scenario('i18n: languages', async (t) => {
  t.log('getUILanguage', t.invoke('i18n.getUILanguage'))
  t.log('getAcceptLanguages', await t.cb('i18n.getAcceptLanguages'))
  t.log('promise', await t.ask('i18n.getAcceptLanguages'))
  t.log('navigator', navigator.language)
})

scenario('messages in manifest, style sheet and page', async (t) => {
  t.log('manifest', chrome.runtime.getManifest().name, chrome.runtime.getManifest().current_locale)
  const { contentWindow: page } = await t.open('window.html', { id: 'texts' })
  t.log('title', page.document.title, page.document.querySelector('#text').textContent)
  const style = page.getComputedStyle(page.document.querySelector('#text'))
  t.log('colour', style.color)
  t.log('content', page.getComputedStyle(page.document.querySelector('#text'), '::after').content)
})
