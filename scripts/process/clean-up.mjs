/** @type {Set<() => void>} */
const tasks = new Set()

/**
 * Registers a synchronous task for the end of this process, however it ends (but SIGKILL).
 * @param {() => void} task
 * @returns {() => void} runs the task now, once
 */
export function onCleanUp(task) {
  tasks.add(task)
  return () => {
    if (tasks.delete(task)) task()
  }
}

export function cleanUp() {
  for (const task of tasks) {
    tasks.delete(task)
    task()
  }
}

process.once('exit', cleanUp)
