/**
 * Switches of Electron: the processor draws. A virtual display has no GPU, and without them each start looks for one in
 * processes that end in vain.
 */
export const withoutGpu = ['--disable-gpu', '--disable-software-rasterizer']
