type LooseMethod = (this: unknown, ...args: unknown[]) => unknown

/** Puts another method where one of the browser's is; all flags of the property stay. */
export function replaceMethod(
  target: object,
  key: string,
  create: (original: LooseMethod) => LooseMethod,
): void {
  const original = Reflect.getOwnPropertyDescriptor(target, key)?.value as LooseMethod
  const descriptor: PropertyDescriptor & { __proto__: null } = { __proto__: null, value: create(original) }
  Reflect.defineProperty(target, key, descriptor)
}
