import type { EventName, EventsOf, MethodsOf, Namespace } from './contract/index.ts'
import type {
  ChoiceWord,
  DictionaryWord,
  EnumWord,
  InstanceWord,
  ListWord,
  MethodRow,
  ParameterRow,
  PropertyRow,
  RangeWord,
  TextWord,
} from './contract/words.ts'

type Flatten<T> = { [K in keyof T]: T[K] }

type OptionalKeys<P> = { [K in keyof P]: P[K] extends { optional: true } ? K : never }[keyof P]

type InferProperties<P extends Readonly<Record<string, PropertyRow>>> = Flatten<
  { -readonly [K in Exclude<keyof P, OptionalKeys<P>>]: Infer<P[K]['type']> } & {
    -readonly [K in OptionalKeys<P>]?: Infer<P[K]['type']> | undefined
  }
>

/** The TypeScript type that a word of the contract stands for. */
export type Infer<W> = W extends 'integer' | 'number' | RangeWord
  ? number
  : W extends 'boolean'
    ? boolean
    : W extends 'string' | TextWord
      ? string
      : W extends 'binary'
        ? ArrayBuffer
        : W extends 'object'
          ? Record<string, unknown>
          : W extends 'any' | 'function'
            ? unknown
            : W extends EnumWord
              ? W['values'][number]
              : W extends DictionaryWord
                ? InferProperties<W['properties']>
                : W extends ListWord
                  ? Infer<W['of']>[]
                  : W extends ChoiceWord
                    ? { [I in keyof W['of']]: Infer<W['of'][I]> }[number]
                    : W extends InstanceWord
                      ? object
                      : never

type InferParameter<P extends ParameterRow> = P extends { optional: true }
  ? Infer<P['type']> | undefined
  : Infer<P['type']>

/** Arguments as they cross to the main process: one for each parameter, `undefined` for one left out. */
export type InferArguments<P extends readonly ParameterRow[]> = {
  -readonly [I in keyof P]: InferParameter<P[I]>
}

export type InferResult<M extends MethodRow> = M extends { result: { type: infer T } } ? Infer<T> : undefined

export type MethodArguments<
  N extends Namespace,
  M extends keyof MethodsOf<N>,
> = MethodsOf<N>[M] extends MethodRow ? InferArguments<MethodsOf<N>[M]['parameters']> : never

export type MethodResult<
  N extends Namespace,
  M extends keyof MethodsOf<N>,
> = MethodsOf<N>[M] extends MethodRow ? InferResult<MethodsOf<N>[M]> : never

type PayloadOf<N extends Namespace, E extends string> = E extends keyof EventsOf<N>
  ? EventsOf<N>[E] extends { payload: infer P }
    ? Infer<P>
    : never
  : never

export type EventPayload<E extends EventName> = E extends `${infer N extends Namespace}.${infer K}`
  ? PayloadOf<N, K>
  : never
