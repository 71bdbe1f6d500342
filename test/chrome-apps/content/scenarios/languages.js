const english = 'The quick brown fox jumps over the lazy dog, and the dog does not care about it at all.'
const russian = 'Жили-были старик со старухой, и была у них курочка Ряба.'
const japanese = '昔々、あるところにおじいさんとおばあさんが住んでいました。'
const arabic = 'كان يا مكان في قديم الزمان فتاة صغيرة تعيش في بيت صغير على حافة الغابة.'

const sentences = {
  en: english,
  ru: russian,
  ja: japanese,
  ar: arabic,
  fr: "Il était une fois une petite fille de village, la plus jolie qu'on eût su voir.",
  de: 'Es war einmal ein kleines süßes Mädchen, das hatte jedermann lieb, der sie nur ansah.',
  it: "C'era una volta un re, diranno subito i miei piccoli lettori. No, ragazzi, avete sbagliato.",
  es: 'En un lugar de la Mancha, de cuyo nombre no quiero acordarme, no ha mucho tiempo que vivía un hidalgo.',
  sv: 'Det var en gång en liten flicka som bodde i en liten stuga vid skogens kant.',
  no: 'Det var en gang en liten jente som bodde i en liten hytte ved kanten av skogen.',
  fi: 'Olipa kerran pieni tyttö, joka asui pienessä mökissä metsän laidalla.',
  hr: 'Bila jednom jedna djevojčica koja je živjela u maloj kući na kraju šume.',
  bs: 'Bila jednom jedna djevojčica, a historija kaže da je općenito voljela kahvu i lahko spavala.',
  uk: 'Жили собі дід та баба, і була в них курочка ряба, що несла золоті яйця.',
  el: 'Μια φορά κι έναν καιρό ήταν ένα μικρό κορίτσι που ζούσε κοντά στο δάσος.',
  he: 'היה היה פעם ילד קטן שגר בבית קטן ליד היער הגדול.',
  fa: 'یکی بود یکی نبود، غیر از خدا هیچ‌کس نبود. دختر کوچکی در کنار جنگل زندگی می‌کرد.',
  hi: 'एक समय की बात है, एक छोटी लड़की जंगल के किनारे एक छोटे से घर में रहती थी।',
  th: 'กาลครั้งหนึ่งนานมาแล้ว มีเด็กผู้หญิงตัวเล็กๆ อาศัยอยู่ในบ้านหลังเล็กริมป่า',
  zh: '从前有一座山,山上有一座庙,庙里有一个老和尚。',
  ko: '옛날 옛적에 호랑이가 담배 피우던 시절에 한 소녀가 살았습니다.',
  vi: 'Ngày xửa ngày xưa có một cô bé sống trong một ngôi nhà nhỏ bên bìa rừng.',
  id: 'Pada zaman dahulu kala ada seorang gadis kecil yang tinggal di tepi hutan.',
  la: 'Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani.',
}

const odd = {
  empty: '',
  spaces: '   ',
  digits: '12345 67890',
  signs: '!?.,;:',
  pictures: '😀😀😀',
  letter: 'a',
  word: 'Hello',
  'two words': 'Hello world',
  short: 'This is a short text.',
  nonsense: 'xqzt wvbn qqqq zzxx kjhg xqzt wvbn qqqq zzxx kjhg xqzt',
  repeated: 'ha '.repeat(20),
  markup: '<p>This is <b>bold</b> text in a page of HTML, as it is written.</p>',
  address: 'https://www.example.com/index.html?q=test',
  capitals: 'THIS IS ALL IN CAPITAL LETTERS, BUT IT IS ENGLISH ALL THE SAME',
  'Russian in Latin letters':
    "Privet, kak dela? Ya khochu segodnya poyti v kino s druz'yami, no ne znayu kogda.",
  'and Japanese': `Privet, kak dela? Ya khochu segodnya poyti v kino s druz'yami. ${japanese}`,
  'two scripts': `${english} ${japanese}`,
  'three scripts': `${english} ${russian} ${arabic}`,
  'four scripts': `The quick brown fox. ${russian} ${arabic} ${japanese} ${sentences.el}`,
  'one script, two languages': `${english} ${sentences.fr}`,
  names: '나는 Google Chrome 브라우저를 사용합니다',
  zero: `This is a text in English \0 ${russian}`,
  'signs of control': 'This is a text\u0001with a control character \u0007in the middle of it',
}

const long = {
  sentences: Array.from(
    { length: 200 },
    (_, i) => `Sentence ${i} says that the river is ${i} metres wide.`,
  ).join(' '),
  alternating: `${english} ${russian} ${japanese} `.repeat(50),
  '9 KB of Russian, then English': russian.repeat(90) + english.repeat(20),
  'what comes after 10,000 bytes': english.repeat(114) + russian.repeat(1000),
  'cut inside a character': `${'a'.repeat(9999)}я`,
}

async function logAll(t, texts) {
  for (const [name, text] of Object.entries(texts)) t.log(name, await t.cb('i18n.detectLanguage', text))
}

scenario('i18n.detectLanguage: a sentence', (t) => logAll(t, sentences))

scenario('i18n.detectLanguage: odd texts', (t) => logAll(t, odd))

scenario('i18n.detectLanguage: long texts', (t) => logAll(t, long))

scenario('i18n.detectLanguage: from how many bytes on it is reliable', async (t) => {
  for (const text of [english, russian, japanese, `${english.slice(0, 43)}${'é'.repeat(5)}`]) {
    const lengths = []
    for (let length = 1; length <= text.length; length += 1) {
      const { args } = await t.cb('i18n.detectLanguage', text.slice(0, length))
      if (args[0].isReliable) lengths.push(length)
    }
    t.log(text.slice(0, 4), lengths[0], lengths.length)
  }
})

scenario('i18n.detectLanguage: wrong arguments', (t) => {
  for (const args of [[], [1], [null], [{}], [() => {}], ['a', 1], ['a', () => {}, 1], [() => {}, 'a']])
    t.log('detectLanguage', args, t.invoke('i18n.detectLanguage', ...args))
})

scenario('i18n.detectLanguage: promise, and shape', async (t) => {
  t.log('promise', await t.ask('i18n.detectLanguage', english))
  t.log('no callback', await t.promise(() => chrome.i18n.detectLanguage(english, undefined)))
  t.log('keys', Object.keys(chrome.i18n))
})
