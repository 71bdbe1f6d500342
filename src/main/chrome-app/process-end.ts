import fs from 'node:fs'

/** On Linux one that nobody has asked for its exit code yet still has its id, and nothing else. */
function isZombie(pid: number): boolean {
  try {
    // The name, which stands in brackets, may have any character.
    return /^.*\) [XZ]/s.test(fs.readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return false
  }
}

/** Whether no process has that id. */
export function hasEnded(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
