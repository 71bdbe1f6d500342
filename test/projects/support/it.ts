import { test } from 'vitest'
import { Project } from './project.ts'
import type { RunningProject, StartSettings } from './start.ts'
import { startProject } from './start.ts'

/** The projects of one test, and what it has started. */
export class Projects {
  readonly #projects: Project[] = []
  readonly #running: RunningProject[] = []

  create(shape: string, name?: string): Project {
    return this.add(new Project(shape, name))
  }

  add(project: Project): Project {
    this.#projects.push(project)
    return project
  }

  async start(folder: string, settings?: StartSettings): Promise<RunningProject> {
    const running = await startProject(folder, settings)
    this.#running.push(running)
    return running
  }

  async dispose(): Promise<void> {
    await Promise.all(this.#running.map((running) => running.close()))
    for (const project of this.#projects) project.dispose()
  }
}

/** A test with projects of its own, so that two can run at a time. */
export const it = test.extend<{ projects: Projects }>({
  // eslint-disable-next-line no-empty-pattern
  projects: async ({}, use) => {
    const projects = new Projects()
    await use(projects)
    await projects.dispose()
  },
})
