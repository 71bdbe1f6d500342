import type { OptionTable } from '../install/check-options.ts'
import {
  checkOptions,
  isObject,
  isText,
  mustBe,
  mustBeBoolean,
  mustBeFunction,
  mustBeTexts,
  sharedOptions,
} from '../install/check-options.ts'
import { isAppScheme } from './scheme.ts'
import type { RunOptions } from './types.ts'

const isDirectory = (value: unknown): boolean =>
  isText(value) || (value instanceof URL && value.protocol === 'file:')

const table: OptionTable<RunOptions> = {
  directory: mustBe(isDirectory, 'a path, or the URL of a folder'),
  id: mustBe((value) => isText(value) && /^[a-p]{32}$/.test(value), '32 letters from a to p'),
  scheme: mustBe(isAppScheme, "'chrome-app' or 'chrome-extension'"),
  files: mustBeTexts,
  managedStorage: mustBe(isText, 'a path'),
  provide: mustBe(
    (value) => isObject(value) && Object.values(value).every((file) => file === undefined || isText(file)),
    'an object of paths, by the names of namespaces',
  ),
  keepRunning: mustBeBoolean,
  onCrash: mustBeFunction,
  ...sharedOptions,
}

/** Throws a TypeError that names the option that is wrong. */
export function checkRunOptions(options: unknown): void {
  checkOptions(options, table, 'directory')
}
