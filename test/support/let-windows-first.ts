// Runs in a worker before the tests of each file. In `npm test` these run beside tests of windows, whose steps wait for each other.
import os from 'node:os'

os.setPriority(5)
