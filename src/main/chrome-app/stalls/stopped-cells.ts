/** Processes that are stopped, in memory that both threads see: when one of them ends the other resumes them. */
export class StoppedCells {
  readonly #cells: Int32Array

  /** 0 is nobody's number. */
  constructor(cells: Int32Array) {
    this.#cells = cells
  }

  /** False where too many are. */
  add(pid: number): boolean {
    if (this.has(pid)) return true
    return this.#replace(0, pid)
  }

  delete(pid: number): void {
    this.#replace(pid, 0)
  }

  has(pid: number): boolean {
    return this.#cells.includes(pid)
  }

  list(): readonly number[] {
    return [...this.#cells].filter((pid) => pid !== 0)
  }

  #replace(from: number, to: number): boolean {
    const at = this.#cells.indexOf(from)
    if (at >= 0) Atomics.store(this.#cells, at, to)
    return at >= 0
  }
}
