import path from 'node:path'
import { build } from 'electron-builder'
import type { Configuration } from 'electron-builder'
import { readRuntime } from '../../../scripts/electron-version.ts'
import type { Project } from './project.ts'

/** Packs the project's program; gives the folder that holds it. */
export async function packProject(
  project: Project,
  files: readonly string[],
  electronFuses?: Configuration['electronFuses'],
): Promise<string> {
  await build({
    projectDir: project.folder,
    publish: 'never',
    config: {
      appId: 'test.project',
      executableName: 'project',
      files: [...files],
      directories: { output: project.beside('packed') },
      npmRebuild: false,
      ...(electronFuses && { electronFuses }),
      linux: { target: 'dir' },
      ...readRuntime(),
    },
  })
  return path.join(project.beside('packed'), 'linux-unpacked')
}
