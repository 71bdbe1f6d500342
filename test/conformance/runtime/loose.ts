/**
 * What the API under test hands out: scenarios are plain page script and must see it as it is, not as our types
 * say it should be.
 */
export type Loose = ReturnType<typeof JSON.parse>
