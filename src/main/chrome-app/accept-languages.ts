/** The languages that Chrome asks servers for where the user has chosen none (Chromium: IDS_ACCEPT_LANGUAGES). */
export function listAcceptLanguages(locale: string): string[] {
  const { language, region } = new Intl.Locale(locale).maximize()
  const local = region === undefined ? [language] : [`${language}-${region}`, language]
  // English comes last.
  return [...new Set([...local.filter((one) => one !== 'en'), 'en-US', 'en'])]
}
