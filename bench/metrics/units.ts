export const megabyte = 1e6
export const kilobyte = 1e3
