import { DescriptorPool, Descriptors } from '../../../src/main/sockets/descriptors.ts'

/** As many descriptors as a test may want. */
export const plenty = new Descriptors(new DescriptorPool(Infinity))
