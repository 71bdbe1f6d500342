const sortKeys = (value) => Object.keys(value).toSorted()

/** Kinds of values, at all depths; of lists that of the first element. */
function describeKinds(value) {
  if (Array.isArray(value)) return value.slice(0, 1).map(describeKinds)
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.fromEntries(sortKeys(value).map((key) => [key, describeKinds(value[key])]))
}

const findNamespace = (path) => path.split('.').reduce((place, key) => place[key], chrome)

Object.assign(globalThis, { describeKinds, findNamespace, sortKeys })
