import * as z from 'zod/mini'

const handlerSchema = z.looseObject({
  types: z.optional(z.array(z.string())),
  extensions: z.optional(z.array(z.string())),
  include_directories: z.optional(z.boolean()),
})

export const fileHandlersSchema = z.record(z.string(), handlerSchema, "Invalid value for 'file_handlers'.")

/** One of the manifest's `file_handlers`. */
export interface FileHandler {
  readonly id: string
  readonly types: readonly string[]
  readonly extensions: readonly string[]
  readonly includesDirectories: boolean
}

export function readFileHandlers(handlers: z.output<typeof fileHandlersSchema> = {}): FileHandler[] {
  return Object.entries(handlers).map(([id, { extensions = [], include_directories, types = [] }]) => ({
    id,
    types: types.map((type) => type.toLowerCase()),
    extensions: extensions.map((extension) => extension.toLowerCase()),
    includesDirectories: include_directories === true,
  }))
}
