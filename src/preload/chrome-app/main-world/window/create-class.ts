interface ClassOfObjects {
  new (): object
  readonly prototype: object
}

/** A class of that name, to put things into its prototype. */
export function createClass(name: string): ClassOfObjects {
  // oxlint-disable-next-line typescript/no-extraneous-class -- its prototype and its name are what counts
  const holder: Record<string, ClassOfObjects> = { [name]: class {} }
  return holder[name] as ClassOfObjects
}
