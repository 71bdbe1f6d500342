import type { ChooseOptions } from './dialog-options.ts'

export const needsWrite = 'Operation requires fileSystem.write permission'
export const needsDirectory = 'Operation requires fileSystem.directory permission'
const onlyOne = "acceptsMultiple: true is only supported for 'openFile'"

/** What is wrong with the options of an app, in Chrome's order (Chromium: file_system_api.cc). */
export function checkChoice(
  { acceptsMultiple, type }: ChooseOptions,
  permissions: ReadonlySet<string>,
): string | undefined {
  const isWriting = type === 'openWritableFile' || type === 'saveFile'
  if (isWriting && !permissions.has('fileSystem.write')) return needsWrite
  if (type === 'openDirectory' && !permissions.has('fileSystem.directory')) return needsDirectory
  if (acceptsMultiple === true && (type === 'saveFile' || type === 'openDirectory')) return onlyOne
  return undefined
}
