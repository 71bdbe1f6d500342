/** 0 would be this process and its family; Chromium may have pages in this one (`--single-process`), which nobody would resume. */
export const canBeStopped = (pid: number): boolean => pid > 0 && pid !== process.pid

/** False where it has ended, or the system has no such signals. */
export function signalProcess(pid: number, name: 'SIGCONT' | 'SIGKILL' | 'SIGSTOP'): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}
