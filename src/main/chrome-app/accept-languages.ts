/** Where it is not the language in its country, the language, and English (Chromium 156: IDS_ACCEPT_LANGUAGES). */
const others: Readonly<Record<string, string>> = {
  af: 'en-US,en',
  am: 'am,en-GB,en',
  ar: 'ar,en-US,en',
  bg: 'bg-BG,bg',
  bn: 'bn-IN,bn,en-US,en',
  ca: 'ca-ES,ca',
  cs: 'cs-CZ,cs',
  el: 'el-GR,el',
  'es-419': 'es-419,es',
  es: 'es-ES,es',
  fa: 'fa,en-US,en',
  fil: 'fil,fil-PH,tl,en-US,en',
  gu: 'gu-IN,gu,hi-IN,hi,en-US,en',
  ja: 'ja,en-US,en',
  lt: 'lt,en-US,en,ru,pl',
  mr: 'mr-IN,mr,hi-IN,hi,en-US,en',
  ms: 'en-US,en',
  nb: 'nb-NO,nb,no,nn,en-US,en',
  sk: 'sk-SK,sk,cs,en-US,en',
  sl: 'sl-SI,sl,en-GB,en',
  sw: 'sw,en-GB,en',
  te: 'te-IN,te,hi-IN,hi,en-US,en',
  th: 'th-TH,th',
  ur: 'en-US,en',
  vi: 'vi-VN,vi,fr-FR,fr,en-US,en',
  'zh-CN': 'zh-CN,zh',
}

/** What a language's own region is takes the first one who asks 10 ms. */
const findRegion = (locale: Intl.Locale): Intl.Locale =>
  locale.region === undefined ? locale.maximize() : locale

/** The languages that Chrome asks servers for where the user has chosen none. */
export function listAcceptLanguages(locale: string): string[] {
  const known = others[locale]
  if (known !== undefined) return known.split(',')
  const { language, region } = findRegion(new Intl.Locale(locale))
  const local = region === undefined ? [language] : [`${language}-${region}`, language]
  // English comes last.
  return [...new Set([...local.filter((one) => one !== 'en'), 'en-US', 'en'])]
}
