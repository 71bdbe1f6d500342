export const megabyte = 1e6
