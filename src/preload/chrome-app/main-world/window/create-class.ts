interface ClassOfObjects {
  new (): object
  readonly prototype: object
}

/** A class of that name, to put things into its prototype: Chrome's are functions, and do not mind to be called without `new`. */
export function createClass(name: string, fill: (made: object) => void = () => {}): ClassOfObjects {
  const made = (() =>
    function (this: unknown) {
      fill(this as object)
    })()
  Object.defineProperty(made, 'name', { value: name })
  return made as unknown as ClassOfObjects
}
