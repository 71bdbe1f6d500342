/** Those of some items that an option of the command line names, or all. */
export function choose<Item extends { readonly name: string }>(
  what: string,
  items: readonly Item[],
  names: string | undefined,
): readonly Item[] {
  if (names === undefined) return items
  const chosen = names.split(',')
  const unknown = chosen.find((name) => items.every((item) => item.name !== name))
  if (unknown === undefined) return items.filter(({ name }) => chosen.includes(name))
  throw new Error(`there is no ${what} "${unknown}", but ${items.map(({ name }) => name).join(', ')}`)
}
