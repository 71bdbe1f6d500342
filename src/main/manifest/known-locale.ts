const form = /^[a-z]{2,3}(?:_[A-Z][a-z]{3})?(?:_(?:[A-Z]{2}|\d{3}))?$/

/** Whether ICU knows a locale by this name: Chrome passes over folders of `_locales` that have another. */
export function isKnownLocale(name: string): boolean {
  if (!form.test(name)) return false
  const [canonical] = Intl.getCanonicalLocales(name.replaceAll('_', '-'))
  return new Intl.NumberFormat(canonical).resolvedOptions().locale === canonical
}
