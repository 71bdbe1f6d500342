/** Makes a call and resolves with what it calls back with; rejects with the error that is told beside it. */
export function callChrome<Result>(call: (callback: (result: Result) => void) => void): Promise<Result> {
  return new Promise((resolve, reject) => {
    call((result) => {
      const error = chrome.runtime.lastError
      if (error) reject(new Error(error.message))
      else resolve(result)
    })
  })
}

export const ignoreError = (): void => void chrome.runtime.lastError
